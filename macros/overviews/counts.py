"""How many entries there are: by kind, and practices by country, phase and goal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..drawing.bars import DrawnPart, Part, drawn
from ..model.kinds import KINDS
from ..writing.view import View


@dataclass(frozen=True, slots=True)
class CountedRow:
    """One line of a table of counts."""

    kind: str
    id: str
    """Empty: the row is a kind or a country."""
    name: str
    counts: Mapping[str, int]
    """Country -> how many; the key "" where countries are not told apart."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table whose rows are drawn as bars too."""

    anchor: str
    title: str
    countries: Sequence[str]
    """Empty: countries are not told apart."""
    rows: Sequence[CountedRow]
    bars: Sequence[Sequence[DrawnPart]]
    """Of each row, against the longest one."""


def numbers_values(view: View, catalogue: Catalogue) -> Mapping[str, object]:
    """All tables of the page with the numbers."""
    countries = catalogue.vocabulary.get("countries", ())
    places = {one.id: one.country for one in catalogue.practices}
    kinds = [
        CountedRow(kind, "", view.heading(f"kind.{kind}.many"), {"": len(catalogue.entries(kind))})
        for kind in KINDS
        if catalogue.entries(kind)
    ]
    tables = [_table(view, "entries", (), kinds)]
    of_country = [
        CountedRow("practice", "", view.label("countries", one), _counts(countries, [one], places))
        for one in countries
    ]
    tables.append(_table(view, "countries", countries, of_country))
    for kind in ("phase", "goal"):
        for framework, entries in view.grouped(view.entries(kind)).items():
            rows = [
                CountedRow(
                    kind,
                    entry.id,
                    view.plain(entry.heading),
                    _shown_by(catalogue, kind, entry.id, countries, places),
                )
                for entry in entries
            ]
            tables.append(_table(view, f"{kind}_{framework}", countries, rows))
    return {"tables": [table for table in tables if table.rows]}


def _counts(
    countries: Sequence[str], chosen: Sequence[str], places: Mapping[str, str]
) -> dict[str, int]:
    values = list(places.values())
    return {one: values.count(one) if one in chosen else 0 for one in countries}


def _shown_by(
    catalogue: Catalogue, kind: str, id: str, countries: Sequence[str], places: Mapping[str, str]
) -> dict[str, int]:
    """How many practices of each country show an entry."""
    users = [places[one] for one in catalogue.users(kind, id).get("practice", ())]
    return {country: users.count(country) for country in countries}


def _table(
    view: View, anchor: str, countries: Sequence[str], rows: Sequence[CountedRow]
) -> CountTable:
    most = max((row.total for row in rows), default=0) or 1
    title = view.word(f"numbers.{anchor}")
    return CountTable(anchor, title, countries, rows, [_bar(row, most) for row in rows])


def _bar(row: CountedRow, most: int) -> list[DrawnPart]:
    parts, start = [], 0
    for country, count in row.counts.items():
        if count:
            parts.append(Part(start / most, (start + count) / most, country or "all"))
        start += count
    return drawn(parts)
