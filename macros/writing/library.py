"""What templates may ask of the rest of the house."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from ..model.dates import PartialDate
from ..model.entry import Entry
from ..model.output import Output
from ..model.photo import ShownPhoto
from ..model.text import Text
from ..model.texts import Lacking


class Shared(Protocol):
    """A practice like another one, and the traits (field, value) that they share."""

    @property
    def id(self) -> str: ...

    @property
    def shared(self) -> Sequence[tuple[str, str]]: ...


class GapFacts(Protocol):
    """How many practices of a country show a role in a phase."""

    @property
    def country(self) -> str: ...

    @property
    def phase(self) -> str: ...

    @property
    def role(self) -> str: ...

    @property
    def practices(self) -> Sequence[str]: ...


class StatusFacts(Protocol):
    """What the status page shows; its template reads the rest."""

    @property
    def grid(self) -> Sequence[GapFacts]: ...


class RowFacts(Protocol):
    """An entry among which readers choose, and what it says to each facet."""

    @property
    def kind(self) -> str: ...

    @property
    def id(self) -> str: ...

    @property
    def values(self) -> Mapping[str, Sequence[str]]: ...


class FacetFacts(Protocol):
    """By what readers choose among practices and projects."""

    @property
    def rows(self) -> Sequence[RowFacts]: ...

    @property
    def asked(self) -> Sequence[str]: ...

    @property
    def places(self) -> Mapping[str, Text]: ...

    @property
    def holders(self) -> Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]:
        """Facet -> value -> kinds and ids of the entries that have it."""
        ...

    def parts(self, facet: str) -> Sequence[Sequence[str]]:
        """The values on each page of a facet."""
        ...


class LineFacts(Protocol):
    """One goal as one key activity serves it; an empty id is a gap."""

    @property
    def goal(self) -> str: ...

    @property
    def project(self) -> str: ...

    @property
    def code(self) -> str: ...

    @property
    def practices(self) -> Sequence[str]: ...

    @property
    def worksheets(self) -> Sequence[str]: ...

    @property
    def questions(self) -> Sequence[str]: ...


class GapPlace(Protocol):
    """Something that leads nowhere."""

    @property
    def kind(self) -> str: ...

    @property
    def id(self) -> str: ...

    @property
    def code(self) -> str: ...


class TraceabilityFacts(Protocol):
    """From goals to the questions that ask whether they were reached."""

    @property
    def lines(self) -> Sequence[LineFacts]: ...

    @property
    def gaps(self) -> Mapping[str, Sequence[GapPlace]]: ...


class Library(Protocol):
    """All entries together."""

    @property
    def languages(self) -> tuple[str, ...]: ...

    @property
    def today(self) -> datetime.date: ...

    def entry(self, kind: str, id: str) -> Entry: ...

    def entries(self, kind: str) -> Sequence[Entry]: ...

    def users(self, kind: str, id: str) -> Mapping[str, Sequence[str]]:
        """Kinds and ids of the entries that refer to this one."""
        ...

    def named_by(self, kind: str, id: str) -> Collection[tuple[str, str]]:
        """Kinds and ids of the entries to which this one refers."""
        ...

    @property
    def chapters_by_source(self) -> Mapping[str, tuple[str, ...]]: ...

    @property
    def chapter_titles(self) -> Mapping[tuple[str, str], str]: ...

    @property
    def facets(self) -> FacetFacts: ...

    @property
    def traceability(self) -> TraceabilityFacts: ...

    def related_to(self, id: str) -> Sequence[Shared]:
        """Practices like this one, the most similar first."""
        ...

    def lacking(self, kind: str, id: str) -> Lacking: ...

    def outputs_of(self, kind: str, id: str) -> Sequence[Output]:
        """The files made from an entry."""
        ...

    def photos_of(self, id: str) -> Sequence[ShownPhoto]:
        """The photographs of a practice."""
        ...

    def find(self, target: str) -> tuple[str, str, str]:
        """Kind, id and anchor (or "") of a link target such as ``role/lidr#tasks``.

        Raises LookupError where there is none.
        """
        ...


class Tongue(Protocol):
    """What one language needs: typography, dates, numbers, sorting, entry text."""

    def typeset(self, text: str) -> str: ...

    def block(self, text: str, resolve: Callable[[str], str | None]) -> str: ...

    def line(self, text: str, resolve: Callable[[str], str | None]) -> str: ...

    def page(self, html: str) -> str: ...

    def plain(self, text: str) -> str: ...

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str: ...

    def day_of_year(self, month: int, day: int) -> str: ...

    def days_range(self, first: tuple[int, int], last: tuple[int, int]) -> str: ...

    def date_range(
        self, start: PartialDate | None, end: PartialDate | None, *, ongoing: str = ""
    ) -> str: ...

    def number(self, value: int | float) -> str: ...

    def percent(self, value: int | float) -> str: ...

    def money(self, amount: int | float, currency: str) -> str: ...

    def size(self, count: int) -> str: ...

    def plural(self, number: int | float) -> str: ...

    @property
    def tag(self) -> str: ...

    def language_name(self, code: str) -> str: ...

    def sort_key(self, text: str) -> object: ...

    @property
    def spellings(self) -> Sequence[tuple[str, str]]:
        """Letters that lose no accent by themselves, each with its plain spelling."""
        ...
