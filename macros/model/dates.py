"""Days, months and years, as exact as a source gives them."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .values import Model


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day; whatever the source gives."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    @property
    def first_day(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        if self.day is not None:
            return self.first_day
        month = self.month or 12
        following = datetime.date(self.year + month // 12, month % 12 + 1, 1)
        return following - datetime.timedelta(days=1)


_PARTIAL = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_YEARS = range(1800, 2200)


def _partial_date(value: object) -> PartialDate:
    if isinstance(value, int) and not isinstance(value, bool) and value in _YEARS:
        return PartialDate(value)
    if isinstance(value, str) and (match := _PARTIAL.fullmatch(value)):
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            datetime.date(year or 0, month or 0, day or 1)
        except ValueError:
            raise PydanticCustomError(
                "no_such_date", "no such date: {value}", {"value": value}
            ) from None
        return PartialDate(year or 0, month, day)
    raise PydanticCustomError("partial_date", "not a year, month or day")


def _as_read(when: PartialDate) -> int | str:
    """A date as a file of data has it: a year alone is a number."""
    return when.year if when.month is None else str(when)


class _PartialDateRule:
    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _partial_date, serialization=core_schema.plain_serializer_function_ser_schema(_as_read)
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "oneOf": [
                {"type": "integer", "minimum": _YEARS.start, "maximum": _YEARS.stop - 1},
                {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"},
            ]
        }


def _day(value: object) -> datetime.date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError(
                "no_such_date", "no such date: {value}", {"value": value}
            ) from None
    raise PydanticCustomError("day", "not a day")


class _DayRule:
    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _day, serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


Day = Annotated[datetime.date, _DayRule()]
"""A day written YYYY-MM-DD."""
When = Annotated[PartialDate, _PartialDateRule()]
"""YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source."""


class Period(Model):
    """From when to when, as exactly as the source says."""

    start: When | None = None
    """First day, month or year."""
    end: When | None = None
    """Last day, month or year."""
    ongoing: bool | None = None
    """true: the source says it goes on; null: the source does not say."""

    @model_validator(mode="after")
    def _in_order(self) -> "Period":
        if self.start and self.end and self.end.last_day < self.start.first_day:
            raise PydanticCustomError("period_order", "the end is before the start")
        return self
