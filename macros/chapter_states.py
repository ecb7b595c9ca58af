"""How far each section of a chapter is translated: by heading, as entries are by text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .model.translation import fingerprint
from .reading.chapter_file import Page
from .reading.nearest import nearest
from .reading.problem import Problem
from .reading.prose import Prose
from .reading.translations import ChapterRecord

INTRODUCTION = "introduction"
"""Stands for the text before the first heading."""

_HEADING = re.compile(r"^## .*\{\s*#(?P<id>[a-z0-9-]+)[^}]*\}\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ChapterStates:
    """The sections of one chapter in one language that need an editor."""

    name: str
    language: str
    stale: tuple[str, ...]
    """Ids of headings whose original has changed since they were translated."""
    missing: tuple[str, ...]
    """Ids of headings that only the original has."""
    unrecorded: tuple[str, ...]
    """Ids of headings of which nobody has recorded what they were made from."""

    @property
    def unfinished(self) -> bool:
        """Whether an editor has something to do."""
        return bool(self.stale or self.missing or self.unrecorded)


def sections_of(page: Page) -> dict[str, str]:
    """Id of a heading of the second level -> the Markdown below it."""
    parts = _HEADING.split(page.body)
    texts = {INTRODUCTION: parts[0].strip()}
    for id, text in zip(parts[1::2], parts[2::2], strict=True):
        texts[id] = text.strip()
    return texts


def fingerprints(page: Page) -> dict[str, str]:
    """Id of a heading -> fingerprint of its text."""
    return {id: fingerprint(text) for id, text in sections_of(page).items()}


def record_name(name: str) -> str:
    """Name of a chapter's record; ``index`` is kept for the site and stands as ``home``."""
    return "home" if name == "index" else name.replace("/", "-")


def original_of(name: str, pages: Mapping[tuple[str, str], Page], default: str) -> Page | None:
    """The page that a chapter's translations are made from."""
    found = pages.get((name, default))
    if found is not None and found.chapter.source_language not in (None, default):
        return pages.get((name, found.chapter.source_language or default), found)
    return found


def chapter_states(
    prose: Prose, languages: tuple[str, ...], records: Mapping[str, ChapterRecord]
) -> dict[tuple[str, str], ChapterStates]:
    """(name, language) -> state, for every translation of a chapter."""
    pages = {(page.name, page.language): page for page in prose.pages}
    states = {}
    for page in prose.pages:
        original = original_of(page.name, pages, languages[0])
        if original is None or original.language == page.language:
            continue
        record = records.get(record_name(page.name))
        recorded = record.record.root.get(page.language, {}) if record else {}
        states[page.name, page.language] = _states(page, fingerprints(original), recorded)
    return states


def _states(page: Page, originals: Mapping[str, str], recorded: Mapping[str, str]) -> ChapterStates:
    own = sections_of(page)
    return ChapterStates(
        name=page.name,
        language=page.language,
        stale=tuple(
            id
            for id, mark in originals.items()
            if id in own and id in recorded and recorded[id] != mark
        ),
        missing=tuple(id for id in originals if id not in own),
        unrecorded=tuple(id for id in originals if id in own and id not in recorded),
    )


def record_problems(prose: Prose, records: Mapping[str, ChapterRecord]) -> Iterator[Problem]:
    """Records of chapters that do not exist."""
    names = {record_name(page.name) for page in prose.pages}
    for name, record in records.items():
        if name not in names:
            near = nearest(name, names)
            values = {"value": name, "folder": "docs"} | ({"nearest": near} if near else {})
            yield Problem(record.path, 1, 1, "ORPHAN_TRANSLATION", values=values)
