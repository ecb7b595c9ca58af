"""A method or technique."""

from typing import Annotated

from .entry import Searched
from .references import PhaseIds, RoleIds, WorksheetIds
from .text import Line, Prose
from .values import Choice


class Method(Searched):
    """A way of doing something together."""

    group: Annotated[str, Choice("method_groups")] | None = None
    """What it is good for."""
    description: Prose
    """What it is and what it is good for."""
    steps: tuple[Line, ...] = ()
    """How it goes, step by step."""
    needs: tuple[Line, ...] = ()
    """What has to be ready."""
    cautions: tuple[Line, ...] = ()
    """What to watch out for."""
    phases: PhaseIds = ()
    """Phases in which it helps."""
    roles: RoleIds = ()
    """Who uses it."""
    worksheets: WorksheetIds = ()
    """Worksheets for it."""
