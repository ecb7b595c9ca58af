"""A dilemma: both ways cost something."""

from typing import ClassVar

from .entry import Order, Searched
from .references import PhaseIds, RoleIds, WorksheetIds
from .text import Line, Prose


class Dilemma(Searched):
    """A situation in which both ways cost something."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("situation",)

    order: Order
    """Its place in the list."""
    situation: Prose
    """What it looks like."""
    considerations: tuple[Line, ...] = ()
    """What speaks for and against."""
    questions: tuple[Line, ...] = ()
    """Questions for the team."""
    phases: PhaseIds = ()
    """When it comes up."""
    roles: RoleIds = ()
    """Whom it concerns."""
    worksheets: WorksheetIds = ()
    """Sheets that help."""
