"""A question by which community work is judged."""

from .entry import Order, Sourced
from .references import GoalIds, PhaseIds, WorksheetIds
from .text import Line


class EvaluationQuestion(Sourced):
    """A question, and how to find the answer."""

    order: Order
    """Its place in the list."""
    goals: GoalIds = ()
    """Goals it asks about."""
    phases: PhaseIds = ()
    """Phases it asks about."""
    evidence_sought: tuple[Line, ...] = ()
    """What would answer it."""
    worksheets: WorksheetIds = ()
    """Sheets for it."""
