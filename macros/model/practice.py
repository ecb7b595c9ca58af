"""A good practice: what people did together in one place, and what came of it."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .dates import Day, Period
from .entry import Evidence, Sourced, SourceIds
from .photo import MOST as MOST_PHOTOS
from .photo import Photo
from .references import (
    GoalIds,
    MethodIds,
    OrganisationId,
    OrganisationIds,
    PhaseIds,
    ProgrammeIds,
    ProjectId,
    RoleId,
    RoleIds,
    WorksheetIds,
)
from .text import Line, Prose, Summary, Title
from .values import Choice, Count, Model, Number, OnPaper, Place


class Units(Model):
    """Size of a house."""

    floors: Annotated[int, Field(ge=1, le=60)] | None = None
    """Floors above the ground floor."""
    flats: Annotated[int, Field(ge=1, le=2000)] | None = None
    """Number of flats."""


class Facilitation(Model):
    """Who leads the meetings, at the start and now: the hand-over ladder."""

    start: Annotated[str, Choice("facilitators")] | None = None
    """Who led at the start; null: the source does not say."""
    now: Annotated[str, Choice("facilitators")] | None = None
    """Who leads now or led at the end; null: the source does not say."""
    note: Line | None = None
    """What the source says about it."""


class Participant(Model):
    """A group of people who took part, never a person."""

    who: Line
    """The group in words."""
    role: RoleId | None = None
    """The role these people have in the handbook."""
    count: Count | None = None
    """How many; null: the source does not say."""


class Partner(Model):
    """An institution or profession that helped."""

    who: Line
    """The partner in words."""
    organisation: OrganisationId | None = None
    """Its entry, where there is one."""


class Step(Model):
    """One step of what was done."""

    title: Line | None = None
    """The step in a few words."""
    text: Prose
    """What was done, by whom."""


class Resources(Model):
    """What it took and who paid."""

    amount: Number | None = None
    """Sum of money; null: the source does not say."""
    currency: Annotated[str, Choice("currencies")] | None = None
    """Currency of the sum."""
    programmes: ProgrammeIds = ()
    """Programmes that paid."""
    note: Prose | None = None
    """People, hours, rooms, material."""


class Continuity(Model):
    """What remained when the money ended."""

    state: Annotated[str, Choice("continuity")]
    """Whether it went on."""
    note: Prose | None = None
    """What the source says about it."""


class Consent(Model):
    """Who agreed to what, and who keeps the proof of it."""

    basis: Annotated[str, Choice("consent_basis")]
    """published_source, written, oral_recorded or group_decision."""
    scope: tuple[Annotated[str, Choice("consent_scope")], ...] = ()
    """What the consent covers."""
    anonymised: bool
    """true: nobody can be recognised from the text."""
    held_by: OrganisationId | None = None
    """Organisation that keeps the signed sheets; never kept here."""
    review_on: Day | None = None
    """Day on which the consent is to be looked at again."""

    @model_validator(mode="after")
    def _somebody_holds_it(self) -> "Consent":
        if self.basis != "published_source" and self.held_by is None:
            raise PydanticCustomError("consent_holder", "nobody holds the consent")
        return self


class Practice(Sourced):
    """A documented good practice."""

    title: Annotated[Title, OnPaper(1)]
    """Name of the practice."""
    summary: Summary
    """The practice in one or two sentences, at most 280 characters."""
    country: Annotated[str, Choice("countries")]
    """Country of the practice."""
    place: Annotated[Place | None, OnPaper(2)] = None
    """Town, district or region; never a street, a house or a hostel."""
    setting: Annotated[str, Choice("settings")] | None = None
    """What kind of place it was."""
    units: Units | None = None
    """Size of the house."""
    period: Annotated[Period | None, OnPaper(3)] = None
    """From when to when."""
    organisations: Annotated[OrganisationIds, OnPaper(4)] = ()
    """Who led it."""
    project: ProjectId | None = None
    """Project it belonged to."""
    goals: GoalIds = ()
    """Goals of community work it served."""
    phases: PhaseIds = ()
    """Phases it shows."""
    roles: RoleIds = ()
    """Roles it shows at work."""
    themes: tuple[Annotated[str, Choice("themes")], ...] = ()
    """What it was about."""
    target_groups: tuple[Annotated[str, Choice("target_groups")], ...] = ()
    """Whom it was for."""
    participation_level: Annotated[str, Choice("participation_levels")] | None = None
    """How far residents decided."""
    facilitation: Facilitation | None = None
    """Who led the meetings, at the start and now."""
    participants: Annotated[tuple[Participant, ...], OnPaper(8)] = ()
    """Who took part: groups and roles, never names."""
    partners: Annotated[tuple[Partner, ...], OnPaper(9)] = ()
    """Who helped."""
    methods: MethodIds = ()
    """Methods used."""
    worksheets: WorksheetIds = ()
    """Worksheets for doing the same."""
    situation: Annotated[Prose | None, OnPaper(5)]
    """What it was like at the start."""
    aim: Annotated[Prose | None, OnPaper(6)] = None
    """What people wanted to reach."""
    steps: Annotated[tuple[Step, ...], OnPaper(7)] = ()
    """What was done, step by step."""
    resources: Annotated[Resources | None, OnPaper(10)] = None
    """What it took and who paid."""
    results: Annotated[Prose | None, OnPaper(11)]
    """What changed."""
    evidence: Evidence
    """planned, self_reported, reported (by an outsider) or documented."""
    evaluation: Annotated[Prose | None, OnPaper(12)] = None
    """How we know: who judged it and on what ground."""
    limits: Annotated[Prose | None, OnPaper(13)]
    """What failed or was not reached; null: the source does not say."""
    risks: Prose | None = None
    """What to watch out for."""
    continuity: Continuity | None = None
    """What remained when the money ended."""
    tips: Annotated[tuple[Line, ...], OnPaper(14)] = ()
    """What those who did it advise."""
    photos: Annotated[tuple[Photo, ...], Field(max_length=MOST_PHOTOS)] = ()
    """Photographs from the folder beside the entry, each with its consent."""
    sources: Annotated[SourceIds, OnPaper(15), Field(min_length=1)]
    """Where what stands here can be checked."""
    proposal: Literal[False] = False
    """A practice is never the handbook's own proposal."""
    consent: Annotated[Consent, OnPaper(16)]
    """On what ground the story may be published."""
    licence: Literal["CC-BY-SA-4.0"] = "CC-BY-SA-4.0"
    """Licence of the entry's text."""
