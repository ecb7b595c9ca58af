"""Personal data in entries and pages of prose, told before anybody publishes them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .cache import Cache, digest
from .model.kinds import KINDS
from .model.privacy import PrivacyException
from .options import Options
from .privacy.search import BadRule, Finding, PersonalData
from .reading.characters import position
from .reading.entries import Data
from .reading.file_text import SITE_SIZE, read_bytes
from .reading.privacy_rules import PrivacyTables
from .reading.problem import Problem, shown, shown_path
from .reading.prose import Prose

SHOWN = 3
"""Characters of a finding that a message repeats: it may be read for longer than the entry."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file that may hold personal data."""

    path: Path
    shown: str
    name: str
    """How exceptions call it, wherever the data lie: data/practices/dum.yml."""
    folder: str
    """Folder of data, or docs."""


@dataclass
class PrivacyCheck:
    """One run over all files; what was silent before is not read again."""

    tables: PrivacyTables
    options: Options
    cache: Cache
    house: str
    excepted: set[int] = field(default_factory=set)
    """Numbers of the exceptions that fit something."""
    silent: set[str] = field(default_factory=set)
    """Folders and fingerprints of files in which nothing was found."""

    def hear(self, folder: str, mark: str, text: str) -> None:
        """Search an entry's text while it is at hand, so that its file need not be read again."""
        if not text or self.tables.rules is None or self.tables.names is None:
            return
        with suppress(BadRule):  # which is told with the problems
            if not self._search.find(text, folder):
                self.silent.add(f"{folder}/{mark}")

    def problems(self, data: Data, prose: Prose) -> Iterator[Problem]:
        """Everything that was found, and exceptions that fit nothing any more."""
        yield from self.tables.problems
        if self.tables.rules is None or self.tables.names is None:
            return
        try:
            yield from self._found(data, prose)
        except BadRule as wrong:
            path = shown_path(self.options.data / "privacy" / "rules.yml", self.options.project)
            yield Problem(path, 1, 1, "PRIVACY_PATTERN", values={"reason": shown(wrong, 160)})
            return
        for number, exception in enumerate(self.tables.exceptions.exceptions):
            if number not in self.excepted:
                values = {"value": exception.file, "rule": exception.rule}
                where = (self.tables.path, *self.tables.places[number])
                names = ("exceptions", number)
                yield Problem(*where, "UNUSED_EXCEPTION", names, values, severity="warning")

    def _unheard_entries(self, data: Data, silent: set[str], now: set[str]) -> Iterator[Place]:
        """The entries of which nobody knows that they are silent."""
        heard = set()
        for record in data.records:
            about = f"{KINDS[record.kind].folder}/{record.mark}"
            if about in silent:
                now.add(about)
                heard.add((record.kind, record.entry.id))
        for kind in KINDS.values():
            for id in sorted(data.ids.get(kind.name, ())):
                if (kind.name, id) not in heard:
                    path = self.options.data / kind.folder / f"{id}.yml"
                    named = shown_path(path, self.options.project)
                    yield Place(path, named, f"data/{kind.folder}/{id}.yml", kind.folder)

    def _pages(self, prose: Prose) -> Iterator[Place]:
        for page in prose.pages:
            yield Place(self.options.project / page.path, page.path, page.path, "docs")

    def _found(self, data: Data, prose: Prose) -> Iterator[Problem]:
        key = digest("privacy", self.house, repr(self.tables.rules), repr(self.tables.names))
        kept = set((self.cache.get(key) or b"").decode().split())
        silent = kept | self.silent
        now: set[str] = set()
        for place in (*self._unheard_entries(data, silent, now), *self._pages(prose)):
            read = read_bytes(place.path, place.shown, SITE_SIZE)
            about = f"{place.folder}/{read.mark}"
            if read.raw is None:
                continue
            if about in silent or not self._search.find(_quick_text(read.raw), place.folder):
                now.add(about)
                continue
            text = read.text(place.shown).text
            if text is not None:
                yield from self._told(self._search.find(text, place.folder), text, place)
        if now != kept:
            self.cache.put(key, "\n".join(sorted(now)).encode())

    @cached_property
    def _search(self) -> PersonalData:
        assert self.tables.rules is not None
        assert self.tables.names is not None
        return PersonalData(self.tables.rules, self.tables.names)

    @cached_property
    def _exceptions(self) -> Mapping[str, list[tuple[int, PrivacyException]]]:
        by_file: dict[str, list[tuple[int, PrivacyException]]] = {}
        for number, exception in enumerate(self.tables.exceptions.exceptions):
            by_file.setdefault(exception.file, []).append((number, exception))
        return by_file

    def _told(self, found: Sequence[Finding], text: str, place: Place) -> Iterator[Problem]:
        for one in found:
            matched = text[one.start : one.end]
            fitting = [
                number
                for number, exception in self._exceptions.get(place.name, ())
                if exception.rule == one.rule.name and exception.text == matched
            ]
            self.excepted.update(fitting)
            if not fitting:
                yield Problem(
                    place.shown,
                    *position(text, one.start),
                    f"PERSONAL_{one.rule.name.upper()}",
                    values={"value": veiled(matched)},
                    severity=one.rule.severity,
                )


def _quick_text(raw: bytes) -> str:
    """What a file says, near enough to know whether it has to be read with care."""
    text = raw.decode("utf-8", "replace")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def veiled(matched: str) -> str:
    """As much of a finding as it takes to know it again."""
    return f"{shown(matched, len(matched))[:SHOWN]}…"
