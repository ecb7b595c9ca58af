"""All texts of an entry with their paths, and how far each is translated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel

from .entry import Entry
from .text import Text
from .translation import fingerprint

State = Literal["current", "stale", "missing"]
"""How far one text is translated, as a page shows it; the original is current."""


def texts_of(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, Text]]:
    """Path (``steps.0.text``) and text of every text field, in the order of the model."""
    # vars() and exact types: with getattr() and isinstance() this took half of a page's time.
    for name, value in vars(model).items():
        kind = type(value)
        if kind is Text:
            yield prefix + name, value
        elif kind is tuple:
            if value:
                yield from _texts_in(value, prefix + name)
        elif isinstance(value, BaseModel):
            yield from texts_of(value, f"{prefix}{name}.")


def _texts_in(items: tuple[object, ...], path: str) -> Iterator[tuple[str, Text]]:
    for number, item in enumerate(items):
        if isinstance(item, Text):
            yield f"{path}.{number}", item
        elif isinstance(item, BaseModel):
            yield from texts_of(item, f"{path}.{number}.")
        elif isinstance(item, tuple):
            yield from _texts_in(item, f"{path}.{number}")


def original_language(text: Text, source_language: str) -> str:
    """The language a text was written in: the entry's, or else the only one it has."""
    return source_language if source_language in text else next(iter(text))


@dataclass(frozen=True, slots=True)
class Lacking:
    """What an entry's translations lack; in each, language -> paths of texts.

    Both languages that arrive together, with nothing recorded, count as current.
    """

    missing: Mapping[str, tuple[str, ...]]
    """Not translated."""
    stale: Mapping[str, tuple[str, ...]]
    """Their original has changed since."""
    unrecorded: Mapping[str, tuple[str, ...]]
    """Nobody has recorded what they were made from."""


def lacking(
    entry: Entry, languages: Sequence[str], record: Mapping[str, Mapping[str, str]]
) -> Lacking:
    """What every text of the entry lacks in every language."""
    texts = [(path, text) for path, text in texts_of(entry)]
    missing, stale, unrecorded = {}, {}, {}
    for language in languages:
        marks = record.get(language, {})
        missing[language] = tuple(path for path, text in texts if language not in text)
        translated = [
            (path, text, original)
            for path, text in texts
            for original in (original_language(text, entry.source_language),)
            if language != original and language in text
        ]
        unrecorded[language] = tuple(path for path, _, _ in translated if path not in marks)
        stale[language] = tuple(
            path
            for path, text, original in (translated if marks else ())
            if _is_stale(path, fingerprint(text[original]), marks)
        )
    return _shared(*(tuple(one.items()) for one in (missing, stale, unrecorded)))


Paths = tuple[tuple[str, tuple[str, ...]], ...]
"""Languages, each with paths of texts."""


@lru_cache(4096)
def _shared(missing: Paths, stale: Paths, unrecorded: Paths) -> Lacking:
    """The same for all entries that lack the same, most often nothing."""
    return Lacking(dict(missing), dict(stale), dict(unrecorded))


def _is_stale(path: str, original: str, marks: Mapping[str, str]) -> bool:
    """Whether a translation was made from another wording than today's ``original``.

    A step that moves keeps its translation: its original is found among the list's records.
    """
    if marks.get(path, original) == original:
        return False
    return "." not in path or original not in (
        mark for one, mark in marks.items() if _list_of(one) == _list_of(path)
    )


def _list_of(path: str) -> str:
    """``steps.*.text`` for ``steps.3.text``."""
    return ".".join("*" if part.isdecimal() else part for part in path.split("."))
