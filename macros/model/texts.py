"""All texts of an entry with their paths, and how far each is translated."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel

from .entry import Entry
from .text import Text
from .translation import fingerprint

State = Literal["original", "current", "stale", "missing"]


def texts_of(model: BaseModel, prefix: str = "") -> Iterator[tuple[str, Text]]:
    """Path (``steps.0.text``) and text of every text field, in the order of the model."""
    for name in type(model).model_fields:
        yield from _texts_in(getattr(model, name), prefix + name)


def _texts_in(value: object, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts_of(value, path + ".")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, f"{path}.{index}")


def original_language(text: Text, source_language: str) -> str:
    """The language a text was written in: the entry's, or else the only one it has."""
    return source_language if source_language in text else next(iter(text))


def text_state(text: Text, language: str, source_language: str, recorded: str | None) -> State:
    """How far one text is translated; ``recorded`` is the fingerprint it was made from.

    Both languages that arrive together, with nothing recorded, count as current.
    """
    if language not in text:
        return "missing"
    original = original_language(text, source_language)
    if language == original:
        return "original"
    if recorded is not None and recorded != fingerprint(text[original]):
        return "stale"
    return "current"


def entry_states(
    entry: Entry, languages: Sequence[str], record: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, State]]:
    """Language -> path -> state, for every text of the entry."""
    return {
        language: {
            path: text_state(
                text, language, entry.source_language, _recorded(path, text, entry, marks)
            )
            for path, text in texts_of(entry)
        }
        for language in languages
        for marks in (record.get(language, {}),)
    }


def _recorded(path: str, text: Text, entry: Entry, marks: Mapping[str, str]) -> str | None:
    """The fingerprint a translation was made from, wherever in its list the text stands now.

    A step that moves keeps its translation: its original is found among the list's records.
    """
    if path in marks and "." in path:
        present = fingerprint(text[original_language(text, entry.source_language)])
        if present in (mark for one, mark in marks.items() if _list_of(one) == _list_of(path)):
            return present
    return marks.get(path)


def _list_of(path: str) -> str:
    """``steps.*.text`` for ``steps.3.text``."""
    return ".".join("*" if part.isdecimal() else part for part in path.split("."))


def whole_state(states: Mapping[str, State]) -> State:
    """The state of an entry in one language: the worst of its texts."""
    found = set(states.values())
    for state in ("missing", "stale", "current"):
        if state in found:
            return state
    return "original"
