"""A pack: everything for one situation, ready to be taken along."""

from typing import Annotated, ClassVar

from pydantic import Field

from .entry import Sourced
from .references import PhaseIds, WorksheetId
from .text import Line, Prose
from .values import Model


class AgendaItem(Model):
    """One part of a meeting."""

    minutes: Annotated[int, Field(ge=1, le=240)]
    """How long, in minutes."""
    title: Line
    """What it is called."""
    text: Prose | None = None
    """How to lead it."""
    worksheet: WorksheetId | None = None
    """Sheet used in it."""


class PackedWorksheet(Model):
    """A worksheet and how many copies."""

    worksheet: WorksheetId
    """The sheet."""
    copies: Annotated[int, Field(ge=1, le=200)]
    """How many to print."""


class Pack(Sourced):
    """What one needs for one situation."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("situation",)

    situation: Prose
    """The situation it is for."""
    phases: PhaseIds = ()
    """Phases in which it helps."""
    agenda: Annotated[tuple[AgendaItem, ...], Field(min_length=1)]
    """The meeting, part by part."""
    worksheets: tuple[PackedWorksheet, ...] = ()
    """Sheets and copies."""
    bring: tuple[Line, ...] = ()
    """What to bring."""
    invitation: Prose | None = None
    """Text of an invitation."""
    minutes_form: WorksheetId | None = None
    """Sheet for the minutes."""

    @property
    def minutes(self) -> int:
        """How long the whole meeting takes."""
        return sum(item.minutes for item in self.agenda)
