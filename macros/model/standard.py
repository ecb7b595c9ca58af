"""A standard of quality."""

from .entry import Framework, Order, Sourced
from .text import Line, Prose


class Standard(Sourced):
    """One standard out of a framework's list."""

    framework: Framework
    """Whose standard it is."""
    order: Order
    """Its place in the list."""
    description: Prose
    """What it asks."""
    self_check: tuple[Line, ...] = ()
    """Questions to ask oneself."""
