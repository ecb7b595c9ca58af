"""By what a reader can choose among practices and projects, and what each of them says to it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from .model.dates import Period
from .model.entry import Entry
from .model.practice import Practice
from .model.project import Project
from .model.text import Text
from .model.values import Place

if TYPE_CHECKING:
    from .catalogue import Catalogue

KINDS = ("practice", "project")
"""Kinds among which readers choose."""
FACETS = (
    *("kind", "theme", "phase", "goal", "target_group", "country", "region", "town", "setting"),
    *("role", "facilitation", "participation_level", "evidence", "year", "translation"),
)
"""In the order in which readers see them; also the names in a page's address."""
IN_ORDER = {
    "theme": "themes",
    "target_group": "target_groups",
    "country": "countries",
    "setting": "settings",
    "facilitation": "facilitators",
    "participation_level": "participation_levels",
    "evidence": "evidence",
}
"""Facet -> the closed list that its values come from."""
UNKNOWN = "unknown"
"""The value where a facet asks and no source answers."""
TRANSLATION = ("current", "stale", "missing")
ROWS = 200
"""Entries that are named under one value, and about as many as one page of a facet names."""

Values = Mapping[str, tuple[str, ...]]
"""Facet -> what an entry says to it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry among which readers choose."""

    kind: str
    id: str
    values: Values


@dataclass(frozen=True)
class Facets:
    """What all entries say to all facets; the same in every language."""

    rows: tuple[Row, ...]
    places: Mapping[str, Text]
    """A region or town -> its name."""
    orders: Mapping[str, tuple[str, ...]]
    """Facet -> its values in the order of their closed list."""

    @cached_property
    def holders(self) -> Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]:
        """Facet -> value -> kinds and ids of the entries that have it."""
        found: dict[str, dict[str, list[tuple[str, str]]]] = {facet: {} for facet in FACETS}
        for row in self.rows:
            for facet, values in row.values.items():
                for value in values:
                    found[facet].setdefault(value, []).append((row.kind, row.id))
        return {facet: self._ordered(facet, values) for facet, values in found.items()}

    def _ordered(
        self, facet: str, values: Mapping[str, list[tuple[str, str]]]
    ) -> dict[str, list[tuple[str, str]]]:
        order = {value: place for place, value in enumerate(self.orders.get(facet, ()))}
        last = len(order)

        def place(value: str) -> tuple[bool, int, str]:
            return value == UNKNOWN, order.get(value, last), value

        return {value: values[value] for value in sorted(values, key=place)}

    def parts(self, facet: str) -> tuple[tuple[str, ...], ...]:
        """The values on each page of a facet: whole ones, until a page names enough entries."""
        parts: list[list[str]] = [[]]
        named = 0
        for value, holders in self.holders[facet].items():
            count = min(len(holders), ROWS)
            if parts[-1] and named + count > ROWS:
                parts.append([])
                named = 0
            parts[-1].append(value)
            named += count
        return tuple(tuple(part) for part in parts if part)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """Facets to which some entry says something."""
        return tuple(facet for facet in FACETS if self.holders[facet])


def facets_of(catalogue: "Catalogue") -> Facets:
    """What all practices and projects say to all facets."""
    around = catalogue.memory.while_same(
        "around rows", (catalogue.today, catalogue.languages, catalogue.towns), object
    )
    places: dict[str, Text] = {}
    rows = []
    for kind in KINDS:
        for entry in catalogue.entries(kind):
            row, named = catalogue.memory.while_same(
                f"row {kind}/{entry.id}",
                (around, catalogue.marks[kind, entry.id]),
                partial(_row, kind, entry, catalogue),
            )
            rows.append(row)
            places.update(named)
    orders = {facet: catalogue.vocabulary.get(name, ()) for facet, name in IN_ORDER.items()}
    facts = (tuple(rows), places, {**orders, "kind": KINDS, "translation": TRANSLATION})
    return catalogue.memory.while_same("facets", facts, lambda: Facets(*facts))


def _row(kind: str, entry: Entry, catalogue: "Catalogue") -> tuple[Row, Mapping[str, Text]]:
    """What one entry says to all facets, and the names of its regions and towns."""
    places: dict[str, Text] = {}
    values = dict(_values(entry, catalogue.today))
    for facet, labels in (
        ("region", list(_regions(entry, catalogue))),
        ("town", list(_towns(entry, catalogue))),
    ):
        named = {_place_id(label, catalogue): label for label in labels}
        places.update(named)
        values[facet] = tuple(named)
    values["kind"] = (kind,)
    values["translation"] = (_translation(kind, entry, catalogue),)
    row = Row(kind, entry.id, {facet: one for facet, one in values.items() if one})
    return row, places


def _values(entry: Entry, today: datetime.date) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(entry, Practice):
        led = entry.facilitation.now if entry.facilitation is not None else None
        yield "theme", entry.themes
        yield "phase", entry.phases
        yield "goal", entry.goals
        yield "role", entry.roles
        yield "target_group", entry.target_groups
        yield "setting", (entry.setting or UNKNOWN,)
        yield "facilitation", (led or UNKNOWN,)
        yield "participation_level", (entry.participation_level or UNKNOWN,)
    if isinstance(entry, Project):
        activities = entry.key_activities
        yield "phase", _once(phase for activity in activities for phase in activity.phases)
        goals = (goal for activity in activities for goal in activity.goals)
        yield "goal", _once((*entry.goals, *goals))
        yield "role", entry.team
    if isinstance(entry, Practice | Project):
        yield "country", (entry.country,)
        yield "evidence", (entry.evidence,)
        yield "year", years(entry.period, today) or (UNKNOWN,)


def years(period: Period | None, today: datetime.date) -> tuple[str, ...]:
    """The years in which something went on, as far as the source says."""
    if period is None or (period.start is None and period.end is None):
        return ()
    first, last = period.start or period.end, period.end or period.start
    if first is None or last is None:
        return ()
    until = max(today.year, first.year) if period.ongoing else last.year
    return tuple(str(year) for year in range(first.year, until + 1))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _places(entry: Entry) -> tuple[Place, ...]:
    if isinstance(entry, Project):
        return entry.places
    if isinstance(entry, Practice) and entry.place is not None:
        return (entry.place,)
    return ()


def _regions(entry: Entry, catalogue: "Catalogue") -> Iterator[Text]:
    """Regions of an entry, and those of its towns and districts where they are known."""
    for place in _places(entry):
        if place.precision == "region":
            yield place.label
        elif region := catalogue.towns.region_of(place.label, getattr(entry, "country", "")):
            yield region


def _towns(entry: Entry, catalogue: "Catalogue") -> Iterator[Text]:
    """Towns and districts of an entry; a district counts for its town too, where that is known."""
    for place in _places(entry):
        if place.precision != "region":
            town = catalogue.towns.at(place.label, getattr(entry, "country", ""))
            if town is not None:
                yield town.name
            yield place.label


def _place_id(label: Text, catalogue: "Catalogue") -> str:
    return catalogue.anchor(label.get(catalogue.languages[0]) or label[next(iter(label))])


def _translation(kind: str, entry: Entry, catalogue: "Catalogue") -> str:
    """How far an entry is translated: as far as the worst of its texts in any language."""
    lacking = catalogue.lacking(kind, entry.id)
    if any(lacking.missing.values()):
        return "missing"
    return "stale" if any(lacking.stale.values()) else "current"
