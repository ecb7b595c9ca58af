"""The whole handbook in memory, ready to be written in every language."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .authoring import Authoring
from .cache import Cache
from .catalogue import Catalogue
from .language.locale import Locale
from .options import Options
from .reading.entries import Data
from .reading.problem import Problem
from .reading.prose import Prose
from .reading.report import as_text
from .reading.settings import Part
from .terminal import words_for_terminal
from .writing.writer import Writer


class ProblemsFound(Exception):
    """Data or prose cannot be used as they are; ``problems`` says all that is wrong."""

    def __init__(self, problems: Sequence[Problem], words: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
        self.words = words

    def report(self) -> str:
        """All problems as text, in the language of the reader's terminal."""
        return as_text(self.problems, words_for_terminal(self.words))


@dataclass(frozen=True, slots=True, repr=False)
class Handbook:
    """Everything one build needs; made once and never changed."""

    options: Options
    data: Data
    prose: Prose
    catalogue: Catalogue
    writers: Mapping[str, Writer]
    """Language -> who writes for its readers."""
    authoring: Authoring
    cache: Cache
    """What earlier runs have made."""
    house: str
    """Fingerprint of our code, templates and libraries."""
    locales: Mapping[str, Locale]
    """Language -> its manner of writing."""
    parts: tuple[Part, ...] = ()
    printed: Mapping[str, bytes] = field(default_factory=dict)
    """Path from the site's root -> content of a file made from an entry, or of a photograph."""
    previews: Mapping[str, bytes] = field(default_factory=dict)
    """Path from the site's root -> picture for links to pages of a kind."""
    sheet_layouts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Language and id of a worksheet -> which of its layouts takes the fewest pages."""

    @property
    def languages(self) -> tuple[str, ...]:
        return self.catalogue.languages

    @property
    def slot_mark(self) -> str:
        """How every slot of this build begins that should have been filled."""
        return "slot" + self.authoring.slots.key

    @property
    def epoch(self) -> str:
        """Seconds since 1970 of the build's day, for ``SOURCE_DATE_EPOCH``."""
        midnight = datetime.datetime.combine(self.catalogue.today, datetime.time(), datetime.UTC)
        return str(int(midnight.timestamp()))

    def copyright(self, language: str) -> str:
        """The line at the foot of every page: who runs this edition, and the licence."""
        phrases = self.writers[language].phrases
        name = self.data.operator.name
        operator = phrases.word("site.operator", name=name) if name else None
        return f"{operator or phrases.word('site.operator_unknown')} {phrases.word('site.licence')}"
