"""A goal of community work."""

from .entry import Crosswalk, Framework, Order, Sourced
from .text import Prose


class Goal(Sourced):
    """One goal out of a framework's list."""

    framework: Framework
    """cz or osl: whose list it stands in."""
    order: Order
    """Its place in the list."""
    description: Prose | None = None
    """What the goal means."""
    signs: Prose | None = None
    """By what one can tell that it is being reached."""
    crosswalks: tuple[Crosswalk, ...] = ()
    """What corresponds to it in the other framework."""
