"""Lists of references, one type for each kind that others point at."""

from typing import Annotated

from .values import Reference

GoalIds = tuple[Annotated[str, Reference("goal")], ...]
PhaseIds = tuple[Annotated[str, Reference("phase")], ...]
RoleIds = tuple[Annotated[str, Reference("role")], ...]
MethodIds = tuple[Annotated[str, Reference("method")], ...]
WorksheetIds = tuple[Annotated[str, Reference("worksheet")], ...]
OrganisationIds = tuple[Annotated[str, Reference("organisation")], ...]
ProgrammeIds = tuple[Annotated[str, Reference("programme")], ...]
TermIds = tuple[Annotated[str, Reference("term")], ...]
FigureIds = tuple[Annotated[str, Reference("figure")], ...]
PracticeIds = tuple[Annotated[str, Reference("practice")], ...]

SourceId = Annotated[str, Reference("source")]
OrganisationId = Annotated[str, Reference("organisation")]
ProjectId = Annotated[str, Reference("project")]
ProgrammeId = Annotated[str, Reference("programme")]
WorksheetId = Annotated[str, Reference("worksheet")]
RoleId = Annotated[str, Reference("role")]
