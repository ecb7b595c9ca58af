"""A project: who planned what, where, with which money."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from .dates import Period
from .entry import Evidence, Sourced
from .references import (
    GoalIds,
    MethodIds,
    OrganisationId,
    OrganisationIds,
    PhaseIds,
    ProgrammeId,
    RoleIds,
    SourceId,
    WorksheetIds,
)
from .text import Line, Prose, Title
from .values import Choice, Model, Name, Number, Place, Reference

ProjectState = Literal["planned", "running", "finished", "unknown"]


class ProjectPartner(Model):
    """An organisation beside the lead."""

    organisation: OrganisationId
    """The organisation's entry."""
    role: Line | None = None
    """Its part in the project, in the source's words for it."""


class TargetGroup(Model):
    """Whom the project is for."""

    level: Annotated[str, Choice("target_group_levels")]
    """primary or secondary."""
    text: Line
    """The group in words."""


class KeyActivity(Model):
    """One of the project's main parts."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{1,4}[0-9]{1,2}$")]
    """Its code in the project: KA1."""
    title: Title
    """Its name."""
    content: tuple[Line, ...] = ()
    """What belongs to it."""
    goals: GoalIds = ()
    """Goals it serves."""
    phases: PhaseIds = ()
    """Phases it belongs to."""
    methods: MethodIds = ()
    """Methods it uses."""
    worksheets: WorksheetIds = ()
    """Worksheets that help with it."""
    evaluation_questions: tuple[Annotated[str, Reference("evaluation_question")], ...] = ()
    """Questions by which it is judged."""


class FrameworkDocument(Model):
    """A document the project follows."""

    title: Line
    """Its name."""
    source: SourceId | None = None
    """Its entry among the sources, where somebody has read it."""


class Project(Sourced):
    """A project; whether it is planned, running or finished follows from its dates."""

    name: Name
    """The official name, in the language of the contract."""
    registration_number: Name | None = None
    """Number in the grant system."""
    country: Annotated[str, Choice("countries")]
    """Country of the project."""
    programme: ProgrammeId | None = None
    """Grant programme."""
    funders: OrganisationIds = ()
    """Who paid, where no programme is named."""
    amount: Number | None = None
    """Sum of money; null: the source does not say."""
    currency: Annotated[str, Choice("currencies")] | None = None
    """Currency of the sum."""
    period: Period | None = None
    """From when to when."""
    lead: OrganisationId | None = None
    """Organisation that is responsible."""
    lead_note: Line | None = None
    """What has to be said about the lead's name in the source."""
    partners: tuple[ProjectPartner, ...] = ()
    """Organisations beside the lead."""
    places: tuple[Place, ...] = ()
    """Where it takes place; never finer than a town or district."""
    place_note: Line | None = None
    """What the source says of the places."""
    target_groups: tuple[TargetGroup, ...] = ()
    """Whom it is for."""
    team: RoleIds = ()
    """Roles in the team."""
    goals: GoalIds = ()
    """Goals of community work it serves."""
    aims: tuple[Line, ...] = ()
    """What the project wants to reach."""
    key_activities: tuple[KeyActivity, ...] = ()
    """Its main parts."""
    expected_end_state: Prose | None = None
    """What should be true at the end; a plan, not a result."""
    expectations: Prose | None = None
    """What the project says can soberly be expected."""
    framework: tuple[FrameworkDocument, ...] = ()
    """Calls, methodologies and plans it follows."""
    context: Prose | None = None
    """What preceded it."""
    results: Prose | None = None
    """What came of it; null: the source does not say."""
    evidence: Evidence
    """planned, self_reported, reported (by an outsider) or documented."""

    def state(self, today: datetime.date) -> ProjectState:
        """Planned, running or finished, from the dates; unknown where they do not tell."""
        period = self.period
        if period is None or period.start is None:
            return "unknown"
        if today < period.start.first_day:
            return "planned"
        if period.end is None:
            return "running" if period.ongoing else "unknown"
        return "finished" if today > period.end.last_day else "running"
