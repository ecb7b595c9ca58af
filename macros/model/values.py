"""Values of one field: references, closed lists, addresses, places."""

import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .text import Line

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_MAX_LENGTH = 60


class Model(BaseModel):
    """Base of everything that stands in a data file: strict, frozen, no unknown keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )

    def model_post_init(self, _: Any) -> None:
        """Share with others like it the names of the fields that were given.

        Any: pydantic's own. The set would take as much room as the model itself.
        """
        given = _shared(frozenset(self.__pydantic_fields_set__))
        object.__setattr__(self, "__pydantic_fields_set__", given)


@lru_cache(4096)
def _shared(names: frozenset[str]) -> set[str]:
    """The same set for all models that were given the same fields; nobody may change it."""
    return set(names)


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an entry of ``kind``; the kind ``own`` is that of the entry itself."""

    kind: str

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(
            self._known, core_schema.str_schema(strict=True)
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": ID_PATTERN, "x-reference": self.kind}

    def _known(self, value: str, info: ValidationInfo) -> str:
        if info.context is not None:
            kind = info.context.kind if self.kind == "own" else self.kind
            if value not in info.context.ids.get(kind, ()):
                raise PydanticCustomError(
                    "unknown_reference",
                    "no {kind} has the id {value}",
                    {"kind": kind, "value": value},
                )
            value = sys.intern(value)  # a few ids stand in thousands of files
            info.context.references.append((kind, value))
        return value


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of the closed list ``vocabulary`` in data/vocabulary/."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(
            self._known, core_schema.str_schema(strict=True)
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "x-vocabulary": self.vocabulary}

    def _known(self, value: str, info: ValidationInfo) -> str:
        if info.context is not None:
            allowed = info.context.vocabulary.get(self.vocabulary, ())
            if value not in allowed:
                raise PydanticCustomError(
                    "unknown_choice",
                    "{value} is not in the list {vocabulary}",
                    {
                        "vocabulary": self.vocabulary,
                        "value": value,
                        "expected": ", ".join(allowed),
                    },
                )
        return sys.intern(value)


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Marks a practice field that worksheet W15 asks, with its number on the sheet."""

    number: int


Identifier = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_MAX_LENGTH)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'\\@]+$", max_length=500)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""A proper name or number that is the same in every language."""
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Number = Annotated[int | float, Field(ge=-1e12, le=1e12)]


class Place(Model):
    """A town, a district of a town or a region; nothing finer."""

    label: Line
    """Name of the place, inflected by nobody: Krnov, Rybnik."""
    precision: Annotated[str, Choice("place_precision")]
    """How exact the place is: region, town or district."""
