"""From a goal to the question that asks whether it was reached, and where the way breaks off."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model.evaluation_question import EvaluationQuestion
from .model.practice import Practice
from .model.project import KeyActivity, Project
from .model.worksheet import Worksheet

if TYPE_CHECKING:
    from .catalogue import Catalogue

GAPS = (
    *("goal_without_activity", "goal_without_practice", "goal_without_question"),
    *("activity_without_goal", "practice_without_goal", "practice_without_activity"),
    *("practice_without_worksheet", "worksheet_without_question"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One goal as one key activity serves it."""

    goal: str
    """Empty: the activity names no goal."""
    project: str
    """Empty: no key activity serves the goal, or none does in a phase of these practices."""
    code: str
    practices: tuple[str, ...]
    """Practices that serve the goal in a phase of the activity, or belong to its project."""
    worksheets: tuple[str, ...]
    """The activity's worksheets, or else those of the practices."""
    questions: tuple[str, ...]
    """Questions of the activity, and those that ask about the goal."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that leads nowhere."""

    kind: str
    id: str
    code: str = ""
    """The key activity, where it is one of a project."""


@dataclass(frozen=True, slots=True)
class Traceability:
    """The whole matrix."""

    lines: tuple[Line, ...]
    gaps: Mapping[str, tuple[Gap, ...]]
    """Name of a gap -> where it gapes."""


def traceability_of(catalogue: "Catalogue") -> Traceability:
    """The matrix of all goals, projects, practices, worksheets and questions."""
    ways = _Ways(catalogue)
    lines = tuple(ways.lines())
    gaps: dict[str, list[Gap]] = {name: [] for name in GAPS}
    for name, gap in ways.gaps(lines):
        gaps[name].append(gap)
    return Traceability(lines, {name: tuple(found) for name, found in gaps.items()})


class _Ways:
    def __init__(self, catalogue: "Catalogue") -> None:
        self.goals = [one.id for one in catalogue.entries("goal")]
        entries = [entry for _, entry in catalogue]
        self.practices = [one for one in entries if isinstance(one, Practice)]
        self.projects = [one for one in entries if isinstance(one, Project)]
        self.worksheets = [one for one in entries if isinstance(one, Worksheet)]
        self.questions = [one for one in entries if isinstance(one, EvaluationQuestion)]
        self.known = {one.id: one for one in self.practices}
        self.serving: dict[str, list[Practice]] = defaultdict(list)
        self.asking: dict[str, list[str]] = defaultdict(list)
        for practice in self.practices:
            for goal in practice.goals:
                self.serving[goal].append(practice)
        for question in self.questions:
            for goal in question.goals:
                self.asking[goal].append(question.id)
        self._shown: dict[tuple[str, str, tuple[str, ...]], tuple[str, ...]] = {}

    def lines(self) -> Iterator[Line]:
        activities = [
            (one.id, activity) for one in self.projects for activity in one.key_activities
        ]
        for goal in self.goals:
            serving = [(id, activity) for id, activity in activities if goal in activity.goals]
            for project, activity in serving:
                yield self._line(goal, project, activity)
            if not serving:
                yield self._line(goal, "", None)
            elif rest := self._unshown(goal, serving):
                yield self._line_of(goal, "", None, rest)
        for project, activity in activities:
            if not activity.goals:
                yield self._line("", project, activity)

    def _unshown(self, goal: str, serving: Iterable[tuple[str, KeyActivity]]) -> tuple[str, ...]:
        """Practices that serve the goal, but stand beside none of the activities that do."""
        ways = [self._practices(goal, project, activity.phases) for project, activity in serving]
        shown = {id for way in ways for id in way}
        return tuple(one.id for one in self.serving[goal] if one.id not in shown)

    def _line(self, goal: str, project: str, activity: KeyActivity | None) -> Line:
        phases = activity.phases if activity is not None else ()
        return self._line_of(goal, project, activity, self._practices(goal, project, phases))

    def _line_of(
        self, goal: str, project: str, activity: KeyActivity | None, practices: tuple[str, ...]
    ) -> Line:
        own = activity.worksheets if activity is not None else ()
        used = _once(sheet for id in practices for sheet in self.known[id].worksheets)
        asked = activity.evaluation_questions if activity is not None else ()
        return Line(
            goal=goal,
            project=project,
            code=activity.code if activity is not None else "",
            practices=practices,
            worksheets=own or used,
            questions=_once((*asked, *self.asking[goal])),
        )

    def _practices(self, goal: str, project: str, phases: Sequence[str]) -> tuple[str, ...]:
        key = (goal, project, tuple(phases))
        if key not in self._shown:
            wanted = set(phases)
            self._shown[key] = tuple(
                one.id
                for one in self.serving[goal]
                if not wanted or one.project == project or not wanted.isdisjoint(one.phases)
            )
        return self._shown[key]

    def gaps(self, lines: Iterable[Line]) -> Iterator[tuple[str, Gap]]:
        served = {line.goal for line in lines if line.project}
        beside: set[str] = set()
        for line in lines:
            if line.project:
                beside.update(line.practices)
            elif line.goal not in served:
                yield "goal_without_activity", Gap("goal", line.goal)
            if not line.goal:
                yield "activity_without_goal", Gap("project", line.project, line.code)
        for goal in self.goals:
            if not self.serving[goal]:
                yield "goal_without_practice", Gap("goal", goal)
            if not self.asking[goal]:
                yield "goal_without_question", Gap("goal", goal)
        for practice in self.practices:
            if not practice.goals:
                yield "practice_without_goal", Gap("practice", practice.id)
            elif practice.id not in beside:
                yield "practice_without_activity", Gap("practice", practice.id)
            if not practice.worksheets:
                yield "practice_without_worksheet", Gap("practice", practice.id)
        asked = {sheet for question in self.questions for sheet in question.worksheets}
        for sheet in self.worksheets:
            if sheet.id not in asked:
                yield "worksheet_without_question", Gap("worksheet", sheet.id)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
