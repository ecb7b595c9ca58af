"""All kinds of entries: one line each."""

from dataclasses import dataclass

from .comparison import Comparison
from .dilemma import Dilemma
from .entry import Entry
from .evaluation_question import EvaluationQuestion
from .event import Event
from .figure import Figure
from .goal import Goal
from .method import Method
from .organisation import Organisation
from .pack import Pack
from .phase import Phase
from .practice import Practice
from .programme import Programme
from .project import Project
from .question import Question
from .role import Role
from .source import Source
from .standard import Standard
from .term import Term
from .worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its model, its folder in data/ and its address on the site."""

    name: str
    model: type[Entry]
    folder: str
    address: str | None
    """First part of its pages' address; None: it has no pages of its own."""
    section: str = ""
    """Part of the menu in which its index stands."""
    has_photos: bool = False
    """Whether a folder with an entry's name may hold photographs."""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("question", Question, "questions", "questions", "method"),
        Kind("phase", Phase, "phases", "phases", "method"),
        Kind("goal", Goal, "goals", "goals", "method"),
        Kind("role", Role, "roles", "roles", "method"),
        Kind("method", Method, "methods", "methods", "method"),
        Kind("worksheet", Worksheet, "worksheets", "worksheets", "practice"),
        Kind("pack", Pack, "packs", "packs", "practice"),
        Kind("practice", Practice, "practices", "practices", "catalogue", has_photos=True),
        Kind("project", Project, "projects", "projects", "catalogue"),
        Kind("standard", Standard, "standards", "standards", "method"),
        Kind("dilemma", Dilemma, "dilemmas", "dilemmas", "method"),
        Kind("event", Event, "events", "events", "catalogue"),
        Kind("organisation", Organisation, "organisations", "organisations", "catalogue"),
        Kind("programme", Programme, "programmes", "programmes", "catalogue"),
        Kind("term", Term, "terms", "glossary", "reference"),
        Kind("source", Source, "sources", "sources", "reference"),
        Kind("figure", Figure, "figures", None),
        Kind("comparison", Comparison, "comparisons", None),
        Kind("evaluation_question", EvaluationQuestion, "evaluation_questions", None),
    )
}
"""Name of a kind -> the kind, in the order in which the site shows them."""
