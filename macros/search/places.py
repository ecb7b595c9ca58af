"""The records of one language, taken from the finished pages of the site."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model.kinds import KINDS
from .finished_page import Article, FinishedPage, article, read
from .record import Record, Section

CHAPTER = "chapter"
LIST = "list"
"""Kinds of pages that are no entries: of prose, and the indexes of entries."""
WHOLE_LIST_LINES = 1
"""Of a list only the sentence above it: everything else it says stands on pages of its own."""
PAGE = "index.html"
ENTRY_PARTS = 2
"""Folders of an entry's address: its kind's and its own."""
_KINDS = {kind.address: kind.name for kind in KINDS.values() if kind.address}
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
BETWEEN_NAMES = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Words:
    """What an entry is called besides its title."""

    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Inflected forms and what else leads to it."""


def articles(site: Path, folder: str, others: Sequence[str]) -> Iterator[Article]:
    """Every page of a language, in the order of addresses.

    ``folder``: the language's own, "" for the default language; ``others``: those inside it.
    """
    root = str(site / folder)
    for place, inner, files in os.walk(root):
        inner[:] = sorted(one for one in inner if place != root or one not in others)
        if PAGE in files:
            way = Path(place).relative_to(site).parts
            address = "/" + "".join(f"{part}/" for part in way)
            found = article(address, Path(place, PAGE).read_text("utf-8"))
            if found is not None:
                yield found


@dataclass(frozen=True, slots=True)
class Places:
    """One language's pages and what is known of them."""

    folder: str
    """The language's own, "" for the default language."""
    chapters: Mapping[str, bool]
    """Path of each page of prose, without a language -> whether it speaks of community work."""
    words: Mapping[str, Words]
    """Address of an entry's page -> what else it is called."""

    def records(self, of: Article) -> Iterator[Record]:
        """A page's records: itself, or each section of a chapter."""
        page, address, said = read(of.html), of.address, of.description
        parts = [part for part in address.split("/") if part]
        path = parts[1:] if self.folder and parts[0] == self.folder else parts
        kind = _KINDS.get(path[0]) if len(path) == ENTRY_PARTS else None
        matter = self.chapters.get("/".join(path))
        if matter is not None:
            yield from _chapter(address, page, said, matter)
        elif kind is None:
            lead = Section("", "", page.sections[0].lines[:WHOLE_LIST_LINES])
            aside = len(path) > 1
            yield Record(address, page.title, LIST, (lead,), _names(page.title), (), said, aside)
        else:
            known = self.words.get(address, Words())
            names = tuple(dict.fromkeys((*_names(page.title), *known.names)))
            yield Record(address, page.title, kind, tuple(page.sections), names, known.also, said)


def _chapter(address: str, page: FinishedPage, said: str, matter: bool) -> Iterator[Record]:
    """A chapter by its sections; those below another one belong to it."""
    first, *others = page.sections
    yield Record(address, page.title, CHAPTER, (first,), (page.title,), (), said)
    for part in others:
        names = (part.heading,)
        yield Record(address, page.title, CHAPTER, (part,), names, aside=not matter)


def _names(title: str) -> tuple[str, ...]:
    """A title, and without what stands in brackets; each part of a title that lists several."""
    bare = IN_BRACKETS.sub("", title)
    several = BETWEEN_NAMES.split(bare)
    return tuple(dict.fromkeys((title, bare, *(several if len(several) > 1 else ()))))
