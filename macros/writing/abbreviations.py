"""What abbreviations mean: the entries that carry them, and how a page says it at first use."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from ..model.entry import Entry
from ..model.programme import Programme
from ..model.term import Term
from .library import Library

CARRIERS = ("term", "programme")
"""Kinds of entries that abbreviations belong to; earlier kinds come first."""

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


class FirstUse(Protocol):
    """An abbreviation in a finished page; see macros/language/first_uses.py."""

    @property
    def short(self) -> str: ...

    @property
    def text(self) -> str: ...

    @property
    def words(self) -> str: ...

    @property
    def html(self) -> str: ...

    @property
    def changeable(self) -> bool: ...

    @property
    def bracketed(self) -> bool: ...


class FirstUses(Protocol):
    """Finds the first use of each abbreviation on a page."""

    def written(self, html: str, write: Callable[[FirstUse], str | None]) -> str: ...


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an abbreviation stands for, and the entry that says more."""

    kind: str
    id: str
    words: str
    wordings: tuple[str, ...]
    """In small letters and all languages; where one stands near, nothing needs to be added."""

    def is_told_in(self, words: str) -> bool:
        return any(wording in words for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of one language."""

    meanings: Mapping[str, Meaning]
    first_uses: FirstUses


def meanings(library: Library, language: str) -> dict[str, Meaning]:
    """Abbreviation -> what it means. One that two entries share belongs to the first by id."""
    found: dict[str, Meaning] = {}
    for kind in CARRIERS:
        for entry in sorted(library.entries(kind), key=lambda entry: entry.id):
            for short in _shorts(entry, language):
                meaning = Meaning(
                    kind,
                    entry.id,
                    _without(entry.heading[language], short),
                    tuple(dict.fromkeys(_wordings(entry, short))),
                )
                earlier = found.get(short)
                found[short] = (
                    replace(earlier, wordings=earlier.wordings + meaning.wordings)
                    if earlier
                    else meaning
                )
    return found


def _shorts(entry: Entry, language: str) -> tuple[str, ...]:
    if language not in entry.heading:
        return ()
    if isinstance(entry, Term):
        return tuple(entry.abbreviations.get(language))
    if isinstance(entry, Programme) and entry.abbreviation is not None:
        return (entry.abbreviation,)
    return ()


def _wordings(entry: Entry, short: str) -> Iterator[str]:
    for language in entry.heading:
        yield _without(entry.heading[language], short).lower()
        if isinstance(entry, Term):
            yield from (form.lower() for form in entry.forms.get(language))


def _without(title: str, short: str) -> str:
    """A title without remarks in brackets and without the abbreviation itself."""
    return _IN_BRACKETS.sub("", title).removesuffix(f" {short}").strip()
