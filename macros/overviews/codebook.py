"""Every field of every kind: what it is called, what it means, what may stand in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from ..catalogue import Catalogue
from ..model.entry import Entry, Titled
from ..model.kinds import KINDS
from ..model.public_facts import PublicFacts
from ..reading.shape import Shape, shape_of
from ..writing.view import View


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the codebook."""

    path: str
    """``steps[].text``: the brackets stand for each item of a list."""
    name: str
    owner: str
    """Name of the model that explains it."""
    required: bool
    sort: str
    of: str
    """The closed list or the kind that a value is taken from; ""."""
    is_list: bool


def codebook_values(view: View, catalogue: Catalogue) -> Mapping[str, object]:
    """The fields of all entries, those of each kind, of catalogue.json, and all closed lists."""
    common = list(fields_of(Entry))
    return {
        "common": common,
        "facts": [one for one in fields_of(PublicFacts) if one.name not in Titled.model_fields],
        "kinds": {
            kind.name: own_fields(kind.model, common)
            for kind in KINDS.values()
            if catalogue.by_kind.get(kind.name)
        },
        "lists": {
            name: values
            for name, values in sorted(catalogue.vocabulary.items())
            if name != "languages"
        },
    }


def own_fields(model: type[BaseModel], common: Sequence[Field]) -> list[Field]:
    """The fields of a kind that others need not have; blocks of a sheet share some of theirs."""
    once = {one.path: one for one in fields_of(model)}
    return [one for one in once.values() if one not in common]


def fields_of(model: type[BaseModel], above: str = "") -> Iterator[Field]:
    """All fields of a model and of what stands in them, in the model's order."""
    for name, field in model.model_fields.items():
        shape = shape_of(field.annotation, tuple(field.metadata))
        inner, brackets = _inner(shape)
        path = f"{above}{name}{brackets}"
        yield Field(
            path,
            name,
            _owner(model, name),
            field.is_required(),
            inner.sort,
            inner.name if inner.sort in ("choice", "reference") else "",
            bool(brackets),
        )
        for part in _parts(inner):
            yield from fields_of(part, f"{path}.")


def _inner(shape: Shape) -> tuple[Shape, str]:
    """What stands in a list, and brackets for each list around it."""
    brackets = ""
    while shape.sort == "list" and shape.item is not None:
        shape, brackets = shape.item, f"{brackets}[]"
    return shape, brackets


def _parts(shape: Shape) -> Sequence[type[BaseModel]]:
    if shape.sort == "fields" and shape.model is not None:
        return (shape.model,)
    alternatives = shape.alternatives.values() if shape.sort == "alternatives" else ()
    return [one.model for one in alternatives if one.model is not None]


def _owner(model: type[BaseModel], name: str) -> str:
    """The model that explains the field: the first one that has it, not the one that inherits."""
    owners = [
        one for one in model.__mro__ if issubclass(one, BaseModel) and name in one.__annotations__
    ]
    return owners[0].__name__ if owners else model.__name__
