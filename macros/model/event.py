"""A conference, a film or another event."""

from typing import Annotated

from pydantic import Field

from .entry import Sourced
from .references import FigureIds, OrganisationId, OrganisationIds, ProgrammeId, ProjectId
from .text import Line, Prose
from .values import Choice, Model, Name, Place

Month = Annotated[int, Field(ge=1, le=12)]
DayOfMonth = Annotated[int, Field(ge=1, le=31)]


class EventDates(Model):
    """When it took place; a source may give the days without the year."""

    year: Annotated[int, Field(ge=1900, le=2199)] | None = None
    """The year; null: the source does not say."""
    start_month: Month | None = None
    """Month of the first day."""
    start_day: DayOfMonth | None = None
    """The first day."""
    end_month: Month | None = None
    """Month of the last day."""
    end_day: DayOfMonth | None = None
    """The last day."""


class Speaker(Model):
    """An expert who speaks for a published work, or an office; never line staff."""

    name: Name | None = None
    """Name, only of a public expert; null: the office is enough."""
    office: Line
    """Affiliation or office."""
    organisation: OrganisationId | None = None
    """The organisation's entry."""


class Event(Sourced):
    """A conference, a film, a training."""

    type: Annotated[str, Choice("event_types")]
    """What kind of event."""
    other_titles: tuple[Line, ...] = ()
    """Other names in the sources."""
    country: Annotated[str, Choice("countries")]
    """Country."""
    dates: EventDates | None = None
    """When."""
    place: Place | None = None
    """Where."""
    organisers: OrganisationIds = ()
    """Who organised it."""
    project: ProjectId | None = None
    """Project it belonged to."""
    programme: ProgrammeId | None = None
    """Programme that paid."""
    reported_part: Line | None = None
    """Which part the source reports."""
    description: Prose | None = None
    """What it was."""
    conclusion: Prose | None = None
    """Its main conclusion."""
    contributions: tuple[Prose, ...] = ()
    """What was said, by whom, in one paragraph each."""
    speakers: tuple[Speaker, ...] = ()
    """Who spoke."""
    towns: tuple[Name, ...] = ()
    """Towns whose people took part in the debate."""
    questions: tuple[Line, ...] = ()
    """Questions from the floor, with no answer in the source."""
    figures: FigureIds = ()
    """Figures presented there."""
