"""What a field may hold, read from the models: the ground for suggestions and examples."""

import datetime
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from macros.model.dates import PartialDate
from macros.model.text import Text, Words
from macros.model.values import Choice, Reference

from .problem import FieldPath

Sort = Literal[
    "text", "words", "choice", "reference", "literal", "day", "when", "list", "table", "fields",
    "alternatives", "yes_no", "whole_number", "number", "line", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """What one value may be. ``name`` is the closed list or the kind it is taken from."""

    sort: Sort
    name: str = ""
    model: type[BaseModel] | None = None
    item: "Shape | None" = None
    """Of a list or a table: what each value in it may be."""
    alternatives: Mapping[str, "Shape"] = field(default_factory=dict)
    """``type`` of a block -> its fields."""
    values: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    shortest: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: the path to it, what it may hold and the model it belongs to."""

    path: FieldPath
    shape: Shape | None
    """None: there is no such field."""
    owner: type[BaseModel] | None


# Any below: annotations have no common type in Python.
def shape_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """The shape of an annotation such as ``Title | None`` or ``tuple[Step, ...]``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *more = get_args(annotation)
        return shape_of(inner, (*more, *metadata))
    flat = tuple(_flat(metadata))
    if origin in (Union, types.UnionType):
        return _shape_of_union(annotation, flat)
    if origin is Literal:
        return Shape("literal", values=tuple(_written(value) for value in get_args(annotation)))
    if origin is tuple or origin is list:
        return Shape("list", item=shape_of(get_args(annotation)[0]), shortest=_shortest(flat))
    if origin is dict or origin is Mapping or str(origin) == "<class 'collections.abc.Mapping'>":
        return Shape("table", item=shape_of(get_args(annotation)[1]))
    for mark in flat:
        if isinstance(mark, Choice):
            return Shape("choice", mark.vocabulary)
        if isinstance(mark, Reference):
            return Shape("reference", mark.kind)
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return shape_of(annotation.model_fields["root"].annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape("fields", model=annotation)
    return Shape(
        _SORTS.get(annotation, "other"),
        pattern=_first(flat, "pattern"),
        minimum=_first(flat, "ge"),
        shortest=_shortest(flat),
    )


_SORTS: Mapping[Any, Sort] = {
    Text: "text",
    Words: "words",
    datetime.date: "day",
    PartialDate: "when",
    bool: "yes_no",
    int: "whole_number",
    float: "number",
    str: "line",
}


def locate(model: type[BaseModel], location: tuple[str | int, ...], data: Any) -> Spot:
    """The spot that pydantic's ``location`` in ``data`` means.

    Pydantic puts the names of alternatives into a location; they are left out of the path.
    """
    shape: Shape | None = shape_of(model)
    owner: type[BaseModel] | None = None
    path: list[str | int] = []
    value = data
    for part in location:
        if part == "[key]":
            continue
        if shape is not None and shape.sort == "alternatives":
            type_name = value.get("type") if isinstance(value, dict) else None
            chosen = shape.alternatives.get(type_name) if isinstance(type_name, str) else None
            shape = chosen or next(iter(shape.alternatives.values()))
            if part == type_name:
                continue
        if shape is not None and shape.sort == "number" and part in ("int", "float"):
            continue
        owner = shape.model if shape is not None else None
        shape = _inner(shape, part)
        path.append(part)
        value = _inside(value, part)
    return Spot(tuple(path), shape, owner)


def _inner(shape: Shape | None, part: str | int) -> Shape | None:
    """The shape of what ``part`` leads to."""
    if shape is None:
        return None
    if shape.model is not None:
        fields = shape.model.model_fields
        if not isinstance(part, str) or part not in fields:
            return None
        return shape_of(fields[part].annotation, tuple(fields[part].metadata))
    if shape.sort in ("text", "words"):
        return Shape("line" if shape.sort == "text" else "list", item=Shape("line"), shortest=1)
    return shape.item


def _inside(value: Any, part: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    if isinstance(value, tuple) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _shape_of_union(annotation: Any, metadata: tuple[Any, ...]) -> Shape:
    members = [member for member in get_args(annotation) if member is not type(None)]
    if len(members) == 1:
        return shape_of(members[0], metadata)
    if set(members) == {int, float}:
        return Shape("number", minimum=_first(metadata, "ge"))
    if all(isinstance(member, type) and issubclass(member, BaseModel) for member in members):
        return Shape(
            "alternatives",
            alternatives={
                get_args(member.model_fields["type"].annotation)[0]: shape_of(member)
                for member in members
            },
        )
    return Shape("other")


def _flat(metadata: tuple[Any, ...]) -> Any:
    for mark in metadata:
        if isinstance(mark, FieldInfo):
            yield from mark.metadata
        else:
            yield mark


def _first(metadata: tuple[Any, ...], name: str) -> Any:
    found = (getattr(mark, name, None) for mark in metadata)
    return next((value for value in found if value is not None), None)


def _shortest(metadata: tuple[Any, ...]) -> int:
    return int(_first(metadata, "min_length") or 0)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def closed_lists(models: Iterable[type[BaseModel]]) -> frozenset[str]:
    """Names of the closed lists from which fields of ``models`` are taken."""
    return frozenset(shape.name for _, shape in fields_in(models) if shape.sort == "choice")


def fields_in(models: Iterable[type[BaseModel]]) -> Iterator[tuple[str, Shape]]:
    """Name and shape of every field of ``models`` and of all models inside them, once each."""
    waiting = list(models)
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, info in model.model_fields.items():
            for shape in _nested(shape_of(info.annotation, tuple(info.metadata))):
                yield name, shape
                if shape.model is not None:
                    waiting.append(shape.model)


def _nested(shape: Shape) -> Iterator[Shape]:
    yield shape
    if shape.item is not None:
        yield from _nested(shape.item)
    for alternative in shape.alternatives.values():
        yield from _nested(alternative)
