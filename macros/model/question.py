"""An entrance in the reader's own words."""

from typing import Annotated, ClassVar

from .entry import Order, Searched
from .references import GoalIds, MethodIds, PhaseIds, PracticeIds, RoleIds, TermIds, WorksheetIds
from .text import Prose
from .values import Choice, Identifier


class Question(Searched):
    """A question a reader comes with, a short answer and the way further."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("answer",)

    order: Order
    """Its place in the list."""
    audience: tuple[Annotated[str, Choice("audiences")], ...]
    """Who asks it."""
    answer: Prose
    """A short answer; links lead on with entry:."""
    chapters: tuple[Identifier, ...] = ()
    """Pages of prose that say more, by their file names without .md."""
    goals: GoalIds = ()
    """Goals it leads to."""
    phases: PhaseIds = ()
    """Phases it leads to."""
    roles: RoleIds = ()
    """Roles it leads to."""
    methods: MethodIds = ()
    """Methods it leads to."""
    practices: PracticeIds = ()
    """Practices that show an answer at work."""
    worksheets: WorksheetIds = ()
    """Worksheets that help."""
    terms: TermIds = ()
    """Terms one has to know."""
