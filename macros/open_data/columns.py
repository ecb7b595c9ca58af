"""An entry as one row of a table: which columns there are, and what stands in each.

Every field of the model has its columns whether or not an entry fills it, so that a table's
form depends on the model and the languages only. A text has a column for each language; what
holds fields has one for each of them; a list of ids or of values of closed lists stands in one
cell, with a separator that no id has; every other list is JSON.
"""

import datetime
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..model.entry import Entry
from ..model.text import Text
from ..reading.shape import Shape, shape_of

SEPARATOR = ";"
"""Between the ids or values of a list in one cell."""
EMPTY = ("[]", "{}")
Cell = str | int | float | bool | None
_JOINED = frozenset({"choice", "reference", "literal"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the fields that lead to it, and how a value stands in a cell."""

    name: str
    path: tuple[str, ...]
    language: str = ""
    """Of a text: the language of the wording in this column."""
    sort: str = "plain"
    """plain, text, list (of ids or values) or json."""

    def cell(self, entry: Entry) -> Cell:
        """What stands in the column for an entry; None: nothing."""
        value: Any = entry
        for field in self.path:
            value = getattr(value, field)
            if value is None:
                return None
        return _CELLS[self.sort](value, self.language)


def _plain_cell(value: Any, _: str) -> Cell:
    """Numbers and texts as they are; dates as they are written."""
    if type(value) in _AS_THEY_ARE:
        plain: Cell = value
        return plain
    return str(value)


def _text_cell(value: Text, language: str) -> Cell:
    return value[language] if language in value.languages else None


def _list_cell(value: tuple[str, ...], _: str) -> Cell:
    return SEPARATOR.join(value) or None


def _json_cell(value: Any, _: str) -> Cell:
    text = as_json(value) if value else EMPTY[0]
    return None if text in EMPTY else text


_AS_THEY_ARE = frozenset({str, int, float, bool})
_CELLS: dict[str, Callable[[Any, str], Cell]] = {
    "plain": _plain_cell,
    "text": _text_cell,
    "list": _list_cell,
    "json": _json_cell,
}
"""Sort of a column -> what stands in its cells."""


def columns(model: type[BaseModel], languages: Sequence[str]) -> tuple[Column, ...]:
    """The columns of a kind's table, in the order of its model."""
    return tuple(_columns(model, tuple(languages), ()))


def _columns(
    model: type[BaseModel], languages: tuple[str, ...], above: tuple[str, ...]
) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        path = (*above, name)
        shown = ".".join(path)
        shape = shape_of(field.annotation, tuple(field.metadata))
        if shape.sort == "text":
            for language in languages:
                yield Column(f"{shown}.{language}", path, language, "text")
        elif shape.sort == "fields" and shape.model is not None:
            yield from _columns(shape.model, languages, path)
        else:
            yield Column(shown, path, sort=_sort(shape))


def _sort(shape: Shape) -> str:
    if shape.sort == "list":
        return "list" if shape.item is not None and shape.item.sort in _JOINED else "json"
    return "json" if shape.sort in ("words", "table", "alternatives") else "plain"


def as_json(value: object) -> str:
    """A value of a model as JSON on one line, with nothing left out."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: object) -> object:
    """What JSON can say, of what models hold."""
    if isinstance(value, Text):
        return dict(zip(value.languages, value.wordings, strict=True))
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    lists = getattr(value, "lists", None)
    if lists is not None:
        return {language: list(words) for language, words in lists.items()}
    return value.isoformat() if isinstance(value, datetime.date) else value
