"""What is missing, out of date, unrecorded or without a source: what an editor writes next."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .model.entry import Entry
from .model.kinds import KINDS
from .model.practice import Practice

if TYPE_CHECKING:
    from .catalogue import Catalogue
    from .chapter_states import ChapterStates

ASKED = (
    *("place", "period", "situation", "aim", "facilitation"),
    *("resources", "results", "evaluation", "limits", "continuity"),
)
"""Fields of a practice that a reader asks for first; null where no source answers."""

FRAMEWORKS = {"CZ": "cz", "PL": "osl"}
"""Country -> the framework whose phases its practices show."""


@dataclass(frozen=True, slots=True)
class EntryStatus:
    """What one entry lacks; paths are those of its texts."""

    kind: str
    id: str
    file: str
    stub: bool
    unsourced: bool
    """Nothing but the handbook's own proposal, without a source."""
    missing: Mapping[str, tuple[str, ...]]
    """Language -> texts that are not translated."""
    stale: Mapping[str, tuple[str, ...]]
    """Language -> translations whose original has changed since."""
    unrecorded: Mapping[str, tuple[str, ...]]
    """Language -> translations of which nobody has recorded what they were made from."""
    unanswered: tuple[str, ...]
    """Fields of a practice that its sources leave open."""

    @property
    def whole(self) -> bool:
        """Whether both languages say the same today, as far as is known."""
        lacking = (*self.missing.values(), *self.stale.values())
        return not self.stub and not any(lacking)


@dataclass(frozen=True, slots=True)
class Gap:
    """How many practices of a country show a role in a phase."""

    country: str
    phase: str
    role: str
    practices: tuple[str, ...]


@dataclass(frozen=True)
class Status:
    """The state of the whole handbook."""

    entries: tuple[EntryStatus, ...]
    grid: tuple[Gap, ...]
    chapters_missing: tuple[tuple[str, str], ...]
    """(name of a page of prose, language) that does not exist."""
    chapters: tuple["ChapterStates", ...]
    """Translations of chapters, with what each lacks."""
    without_practice: tuple[tuple[str, str, str], ...]
    """(kind, id, country): a phase, goal or role that no practice of the country shows."""

    @cached_property
    def texts(self) -> Mapping[tuple[str, str], int]:
        """(missing, stale or unrecorded, language) -> in how many texts."""
        sums: Counter[tuple[str, str]] = Counter()
        for one in self.entries:
            for state in ("missing", "stale", "unrecorded"):
                for language, paths in getattr(one, state).items():
                    sums[state, language] += len(paths)
        return sums

    @cached_property
    def lacking(self) -> tuple[EntryStatus, ...]:
        """Entries whose languages do not say the same."""
        return tuple(one for one in self.entries if not one.whole)

    @cached_property
    def unanswered(self) -> tuple[EntryStatus, ...]:
        """Practices whose sources leave something open."""
        return tuple(one for one in self.entries if one.unanswered)

    @cached_property
    def unsourced(self) -> tuple[EntryStatus, ...]:
        """Entries that are nothing but the handbook's own proposal."""
        return tuple(one for one in self.entries if one.unsourced)


def status_of(catalogue: "Catalogue") -> Status:
    """The state of every entry, and where practices are missing."""
    practices = [one for one in catalogue.entries("practice") if isinstance(one, Practice)]
    names = dict.fromkeys(name for name, _ in catalogue.chapter_titles)
    return Status(
        entries=tuple(entry_status(kind, entry, catalogue) for kind, entry in catalogue),
        grid=tuple(_grid(catalogue, practices)),
        chapters_missing=tuple(
            (name, language)
            for name in names
            for language in catalogue.languages
            if (name, language) not in catalogue.chapter_titles
        ),
        chapters=tuple(catalogue.chapter_states.values()),
        without_practice=tuple(_without_practice(catalogue, practices)),
    )


def entry_status(kind: str, entry: Entry, catalogue: "Catalogue") -> EntryStatus:
    """What one entry lacks."""
    lacking = catalogue.lacking(kind, entry.id)
    return EntryStatus(
        kind=kind,
        id=entry.id,
        file=catalogue.public_file(kind, entry.id),
        stub=entry.status == "stub",
        unsourced=kind != "source" and not getattr(entry, "sources", ()),
        missing=lacking.missing,
        stale=lacking.stale,
        unrecorded=lacking.unrecorded,
        unanswered=tuple(_unanswered(entry)),
    )


def _unanswered(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Practice):
        yield from (field for field in ASKED if getattr(entry, field) is None)


def _grid(catalogue: "Catalogue", practices: list[Practice]) -> Iterator[Gap]:
    shown: dict[tuple[str, str, str], list[str]] = {}
    for practice in practices:
        for phase in practice.phases:
            for role in practice.roles:
                key = (practice.country, phase, role)
                shown.setdefault(key, []).append(practice.id)
    for country in catalogue.vocabulary.get("countries", ()):
        for one in phases_of(country, catalogue):
            for other in catalogue.entries("role"):
                cell = (country, one.id, other.id)
                yield Gap(*cell, tuple(shown.get(cell, ())))


def _without_practice(
    catalogue: "Catalogue", practices: list[Practice]
) -> Iterator[tuple[str, str, str]]:
    for kind, field in (("phase", "phases"), ("goal", "goals"), ("role", "roles")):
        shown = {(one.country, id) for one in practices for id in getattr(one, field)}
        for country in catalogue.vocabulary.get("countries", ()):
            entries = phases_of(country, catalogue) if kind == "phase" else catalogue.entries(kind)
            for entry in entries:
                if (country, entry.id) not in shown:
                    yield kind, entry.id, country


def phases_of(country: str, catalogue: "Catalogue") -> list[Entry]:
    """The phases of the framework that a country works by."""
    framework = FRAMEWORKS.get(country)
    phases = catalogue.entries("phase")
    return [one for one in phases if getattr(one, "framework", None) == framework]


def as_json(status: Status) -> Iterator[str]:
    """The status for /data/status.json, in pieces of one entry each; keys as on the models."""
    separator = '{\n "entries": [\n  '
    for one in status.entries:
        yield separator + _indented(_entry_json(one), "\n  ")
        separator = ",\n  "
    rest = {
        "grid": [
            {
                "country": gap.country,
                "phase": gap.phase,
                "role": gap.role,
                "practices": list(gap.practices),
            }
            for gap in status.grid
        ],
        "chapters_missing": [
            {"chapter": name, "language": language} for name, language in status.chapters_missing
        ],
        "chapters": [
            {
                "chapter": one.name,
                "language": one.language,
                "missing": list(one.missing),
                "stale": list(one.stale),
                "unrecorded": list(one.unrecorded),
            }
            for one in status.chapters
        ],
        "without_practice": [
            {"kind": kind, "id": id, "country": country}
            for kind, id, country in status.without_practice
        ],
    }
    start = "\n ],\n" if status.entries else '{\n "entries": [],\n'
    yield start + json.dumps(rest, ensure_ascii=False, indent=1)[2:]


def _entry_json(one: EntryStatus) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "folder": KINDS[one.kind].folder,
        "file": one.file,
        "stub": one.stub,
        "unsourced": one.unsourced,
        "missing": {language: list(paths) for language, paths in one.missing.items()},
        "stale": {language: list(paths) for language, paths in one.stale.items()},
        "unrecorded": {language: list(paths) for language, paths in one.unrecorded.items()},
        "unanswered": list(one.unanswered),
    }


def _indented(value: object, line: str) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", line)
