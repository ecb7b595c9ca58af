"""What a page has looked at while it was written: all that could change it, but templates."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.entry import Entry
from ..model.output import Output
from ..model.photo import ShownPhoto
from ..model.texts import Lacking
from .library import FacetFacts, Library, Shared, TraceabilityFacts

Fact = tuple[str, ...]
"""A question to the library: its name, then what was asked about."""


@dataclass(slots=True)
class Observed:
    """A library that notes every question; ``seen`` are those of one page."""

    library: Library
    seen: set[Fact] = field(default_factory=set)

    @property
    def languages(self) -> tuple[str, ...]:
        return self.library.languages

    @property
    def today(self) -> datetime.date:
        self.seen.add(("today",))
        return self.library.today

    def entry(self, kind: str, id: str) -> Entry:
        self.seen.add(("entry", kind, id))
        return self.library.entry(kind, id)

    def entries(self, kind: str) -> Sequence[Entry]:
        self.seen.add(("entries", kind))
        return self.library.entries(kind)

    def users(self, kind: str, id: str) -> Mapping[str, Sequence[str]]:
        self.seen.add(("users", kind, id))
        return self.library.users(kind, id)

    def named_by(self, kind: str, id: str) -> Collection[tuple[str, str]]:
        self.seen.add(("entry", kind, id))
        return self.library.named_by(kind, id)

    @property
    def chapters_by_source(self) -> Mapping[str, tuple[str, ...]]:
        self.seen.add(("chapters",))
        return self.library.chapters_by_source

    @property
    def chapter_titles(self) -> Mapping[tuple[str, str], str]:
        self.seen.add(("chapters",))
        return self.library.chapter_titles

    @property
    def facets(self) -> FacetFacts:
        self.seen.add(("facets",))
        return self.library.facets

    @property
    def traceability(self) -> TraceabilityFacts:
        self.seen.add(("traceability",))
        return self.library.traceability

    def related_to(self, id: str) -> Sequence[Shared]:
        self.seen.add(("related", id))
        return self.library.related_to(id)

    def lacking(self, kind: str, id: str) -> Lacking:
        self.seen.add(("entry", kind, id))
        return self.library.lacking(kind, id)

    def outputs_of(self, kind: str, id: str) -> Sequence[Output]:
        self.seen.add(("outputs", kind, id))
        return self.library.outputs_of(kind, id)

    def photos_of(self, id: str) -> Sequence[ShownPhoto]:
        self.seen.add(("photos", id))
        return self.library.photos_of(id)

    def find(self, target: str) -> tuple[str, str, str]:
        self.seen.add(("find", target))
        return self.library.find(target)
