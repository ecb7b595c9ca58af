"""Worksheets by what a worker knows before a meeting: how long, how many people, what for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model.worksheet import Worksheet

MINUTES = {"half_hour": 30, "hour": 60, "longer": 480}
"""Name of a group -> the longest time in it."""
PEOPLE = {"pair": 2, "table": 12, "meeting": 500}
"""Name of a group -> the most people in it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sheets that have something in common; ``name`` says what."""

    name: str
    sheets: tuple[Worksheet, ...]


@dataclass(frozen=True, slots=True)
class SheetFinder:
    """All worksheets, sorted into groups; a group without sheets is left out."""

    sheets: tuple[Worksheet, ...]

    def by_minutes(self) -> Iterator[Group]:
        """Up to half an hour, up to an hour, longer; each sheet stands in one group."""
        for shortest, (name, longest) in _bands(MINUTES):
            yield from self._group(name, [shortest < one.minutes <= longest for one in self.sheets])

    def by_people(self) -> Iterator[Group]:
        """One or two, around a table, a meeting; a sheet stands in each group that it serves."""
        for fewest, (name, most) in _bands(PEOPLE):
            fits = [
                one.people.minimum <= most and (one.people.maximum or most) > fewest
                for one in self.sheets
            ]
            yield from self._group(name, fits)

    def by_situation(self) -> Iterator[Group]:
        """When one reaches for it, in the order in which the sheets name the situations."""
        named = dict.fromkeys(value for one in self.sheets for value in one.situations)
        yield from self.by_values("situations", named)

    def by_values(self, field: str, values: Iterable[str]) -> Iterator[Group]:
        """Sheets by the phases, roles or situations that they name in ``field``."""
        for value in values:
            yield from self._group(value, [value in getattr(one, field) for one in self.sheets])

    def _group(self, name: str, fits: list[bool]) -> Iterator[Group]:
        sheets = tuple(one for one, fit in zip(self.sheets, fits, strict=True) if fit)
        if sheets:
            yield Group(name, sheets)


def _bands(limits: dict[str, int]) -> Iterator[tuple[int, tuple[str, int]]]:
    """The limit below and the group, for each group."""
    items = [("", 0), *limits.items()]
    return ((below[1], group) for below, group in pairwise(items))
