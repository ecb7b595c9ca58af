"""What a template can ask while one page in one language is written."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import islice
from typing import Any, ClassVar, NamedTuple, TypeVar

from markupsafe import Markup

from ..model.entry import Entry
from ..model.evaluation_question import EvaluationQuestion
from ..model.project import KeyActivity
from ..model.question import Question
from ..model.text import Text
from ..model.texts import State
from ..model.worksheet import Worksheet
from .askers import by_asker
from .library import Tongue
from .observed import Fact, Observed
from .orders import Orders, framework_of
from .page import Section
from .sheet_edition import SheetEdition
from .sheet_finder import SheetFinder
from .sheet_picture import Picture, picture_of
from .watched import Watched
from .ways import Ways

T = TypeVar("T")

LISTED = 200
"""Entries that one page lists; more of them stand on pages of their own."""
_PARTS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|[0-9]+[.)])\s)")
"""What stands between two paragraphs or list items."""

CLOSED_TRAITS = {"setting": "settings", "themes": "themes"}
"""Field of a practice -> closed list of its values; other traits are entries."""


class Shown(NamedTuple):
    """A text as this page shows it: its HTML, the language it is in, how far translated."""

    html: Markup
    language: str
    state: State


Memory = dict[tuple[object, ...], tuple[Any, frozenset[Fact]]]
"""What one language's pages have in common -> the value, and what was looked at for it.

Any: HTML of templates and plain text.
"""


@dataclass(slots=True, kw_only=True)
class View(Ways):
    """One page being written; ``sections`` fills while the template runs."""

    most_compared: ClassVar[int] = 4
    """Entries that fit side by side."""
    tongues: Mapping[str, Tongue]
    """Language -> its typography, for originals that are not translated."""
    memory: Memory = field(default_factory=dict)
    orders: Orders = field(default_factory=Orders)
    sections: list[Section] = field(default_factory=list)
    _watched: Watched = field(init=False)

    def __post_init__(self) -> None:
        self._watched = Watched(self.language)

    def watch(self, kind: str, entry: Entry) -> Entry:
        """Make it known which of the entry's texts are stale or missing; returns the entry."""
        lacking = self.library.lacking(kind, entry.id)
        stale = lacking.stale[self.language]
        if stale or lacking.missing[self.language]:
            self._watched.add(entry, stale)
        return entry

    def remembered(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for all pages of this language at this depth."""
        known = self.memory.get((self.root, *key))
        if known is None:
            around = self.library
            self.library = Observed(around.library)
            try:
                known = (make(), frozenset(self.library.seen))
            finally:
                self.library = around
            self.memory[self.root, *key] = known
        self.library.seen.update(known[1])
        value: T = known[0]
        return value

    @property
    def sheet(self) -> SheetEdition:
        """How worksheets stand on the page."""
        return SheetEdition("page", (self,))

    def section(self, anchor: str, title: str) -> str:
        """Put a heading into the page's contents list; returns its title."""
        self.sections.append(Section(anchor, title))
        return title

    def line(self, text: Text) -> Shown:
        """A text without markup."""
        wording, language, state = self._watched.chosen(text)
        return Shown(
            Markup.escape(self.tongues.get(language, self.tongue).typeset(wording)), language, state
        )

    def prose(self, text: Text) -> Shown:
        """A text with CommonMark, as safe HTML."""
        wording, language, state = self._watched.chosen(text)
        html = self.tongues.get(language, self.tongue).block(wording, self.resolve)
        return Shown(Markup(html), language, state)

    def plain(self, text: Text) -> str:
        """A text as plain words, for titles and descriptions."""
        wording, language, _ = self._watched.chosen(text)
        return self.tongues.get(language, self.tongue).plain(wording)

    def paragraphs(self, text: Text) -> tuple[str, ...]:
        """The paragraphs and list items of a text as plain words."""
        wording, language, _ = self._watched.chosen(text)
        tongue = self.tongues.get(language, self.tongue)
        return tuple(tongue.plain(part) for part in _PARTS.split(wording) if part.strip())

    def entry(self, kind: str, id: str) -> Entry:
        return self.watch(kind, self.library.entry(kind, id))

    def entries(self, kind: str) -> list[Entry]:
        """All entries of a kind: by their order where they have one, else by name."""
        return self.sorted(kind, self.library.entries(kind))

    def between(self, kind: str, first: int, after: int) -> list[Entry]:
        """The entries at some places of the kind's order; the page looks at no others."""
        return [self.entry(kind, id) for id in islice(self._places(kind), first, after)]

    def order(self, kind: str) -> tuple[str, ...]:
        """The ids of all entries of a kind, as `entries` gives them."""
        return tuple(self._places(kind))

    def total(self, kind: str) -> int:
        """How many entries a kind has."""
        return len(self._places(kind))

    def chosen(self, kind: str, ids: Iterable[str]) -> list[Entry]:
        """Entries of a kind by their ids."""
        return [self.library.entry(kind, id) for id in ids]

    def sorted(self, kind: str, entries: Iterable[Entry]) -> list[Entry]:
        places = self._places(kind)
        return sorted(
            (self.watch(kind, entry) for entry in entries), key=lambda entry: places[entry.id]
        )

    def first(self, kind: str, ids: Iterable[str], number: int = LISTED) -> list[Entry]:
        """The first of the entries named, so many that a page stays small."""
        ids = list(ids)
        if len(ids) > 1:
            ids = nsmallest(number, ids, key=self._places(kind).__getitem__)
        return [self.entry(kind, id) for id in ids]

    def listed(self, items: Sized) -> int:
        """How many of so many items a page lists."""
        return min(len(items), LISTED)

    def _places(self, kind: str) -> Mapping[str, int]:
        """Id -> its place among all entries of the kind, found once for all pages."""
        self.library.seen.add(("order", self.language, kind))
        return self.orders.places(kind, self.library.library.entries, self._compared_by)

    def _compared_by(self, entry: Entry) -> Any:
        """Any: what a language compares names by."""
        return self.tongue.sort_key(self.plain(entry.heading))

    def grouped(self, entries: Iterable[Entry]) -> dict[str, list[Entry]]:
        """Framework -> its entries; one group "" where a kind has none."""
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(framework_of(entry), []).append(entry)
        return groups

    def questions_about(self, activity: KeyActivity) -> list[Entry]:
        """The questions by which a key activity is judged: its own, and those about its goals."""
        return [
            question
            for question in self.entries("evaluation_question")
            if isinstance(question, EvaluationQuestion)
            if question.id in activity.evaluation_questions
            or not set(question.goals).isdisjoint(activity.goals)
        ]

    def askers(self) -> list[tuple[str, tuple[Question, ...]]]:
        """The questions by who asks them, for the home page."""
        questions = self.entries("question")
        return by_asker(one for one in questions if isinstance(one, Question))

    def sheet_finder(self) -> SheetFinder:
        """The worksheets in groups, for their index."""
        sheets = self.entries("worksheet")
        return SheetFinder(tuple(one for one in sheets if isinstance(one, Worksheet)))

    def sheet_picture(self, sheet: Worksheet) -> Picture:
        """What a worksheet looks like, in small."""
        return picture_of(sheet)

    def users(self, kind: str, id: str) -> dict[str, Sequence[str]]:
        """Kind -> ids of entries that refer to this one and are not named by it."""
        named = self.library.named_by(kind, id)
        others = {
            user: [one for one in ids if (user, one) not in named]
            for user, ids in self.library.users(kind, id).items()
        }
        return {user: ids for user, ids in others.items() if ids}

    def for_bibtex(self, text: str) -> str:
        """Text for a BibTeX field: nothing in it can end the field or begin a command."""
        return "".join(letter for letter in text if letter not in '{}\\@%#~^"')

    def trait(self, field: str, value: str) -> str:
        """What two practices share, in words: a value of a closed list or an entry's name."""
        if field in CLOSED_TRAITS:
            return self.label(CLOSED_TRAITS[field], value)
        kind = field.removesuffix("s")
        key = ("trait", kind, value)
        return self.remembered(key, lambda: self.plain(self.entry(kind, value).heading))

    def untranslated(self, kind: str, entry: Entry) -> bool:
        """Whether a text of the entry is missing in the page's language."""
        return bool(self.library.lacking(kind, entry.id).missing[self.language])

    def outdated(self, kind: str, entry: Entry) -> bool:
        """Whether the original of a text has changed since it was translated."""
        return bool(self.library.lacking(kind, entry.id).stale[self.language])
