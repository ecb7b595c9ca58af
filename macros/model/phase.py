"""A phase of community work."""

from .entry import Crosswalk, Framework, Order, Sourced
from .references import MethodIds, RoleIds, WorksheetIds
from .text import Line, Prose


class Phase(Sourced):
    """One stage of the way, from entering a place to leaving it."""

    framework: Framework
    """cz or osl."""
    order: Order
    """Its place on the way."""
    description: Prose
    """What happens in it."""
    steps: tuple[Line, ...] = ()
    """What to do, step by step."""
    done_when: tuple[Line, ...] = ()
    """Signs that the next phase can begin."""
    pitfalls: tuple[Line, ...] = ()
    """What tends to go wrong."""
    roles: RoleIds = ()
    """Roles that matter most."""
    methods: MethodIds = ()
    """Methods that help."""
    worksheets: WorksheetIds = ()
    """Worksheets that help."""
    crosswalks: tuple[Crosswalk, ...] = ()
    """What corresponds to it in the other framework."""
