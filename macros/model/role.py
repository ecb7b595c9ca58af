"""A role in community work."""

from typing import Annotated, ClassVar

from .entry import Crosswalk, Framework, Order, Searched
from .references import PhaseIds, SourceId, WorksheetIds
from .text import Line, Prose
from .values import Choice, Model


class OtherName(Model):
    """Another name of the role, and who uses it."""

    name: Line
    """The name."""
    source: SourceId | None = None
    """Who calls it so."""


class Task(Model):
    """One task or competence, with where it comes from."""

    text: Line
    """The task in one line."""
    sources: tuple[SourceId, ...] = ()
    """Who names it; none: the handbook's own proposal."""


class Role(Searched):
    """What somebody does in community work, whatever their post is called."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("description", "working_description")

    framework: Framework
    """cz or osl."""
    order: Order
    """Its place in the list."""
    group: Annotated[str, Choice("role_groups")]
    """worker, coordination or residents."""
    other_names: tuple[OtherName, ...] = ()
    """Other names of the same role."""
    description: Prose | None = None
    """What the sources say; null: they only name the role."""
    working_description: Prose | None = None
    """The handbook's own proposal of what the role does."""
    tasks: tuple[Task, ...] = ()
    """What the role does."""
    competences: tuple[Task, ...] = ()
    """What the role has to know and be able to do."""
    phases: PhaseIds = ()
    """Phases in which it matters most."""
    worksheets: WorksheetIds = ()
    """Worksheets it uses."""
    crosswalks: tuple[Crosswalk, ...] = ()
    """What corresponds to it in the other framework."""
