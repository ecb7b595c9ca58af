"""What lies where: the entries of each town, for the map and for the list beside it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..catalogue import Catalogue
from ..drawing.map_picture import Spot, enlarged_map, whole_map
from ..model.entry import Entry
from ..model.event import Event
from ..model.practice import Practice
from ..model.project import Project
from ..model.text import Text
from ..model.values import Place
from ..writing.view import View
from .materials import Materials

SHOWN_IN_A_TOWN = 8
"""Entries of a kind that the list names for a town; a large catalogue has too many."""


@dataclass(slots=True)
class PlaceOnMap:
    """A town, or a place that the map does not know, with what lies there."""

    anchor: str
    name: str
    country: str
    ids: dict[str, list[str]] = field(default_factory=dict)
    """Kind -> entries, each once."""

    @property
    def count(self) -> int:
        return sum(map(len, self.ids.values()))

    def add(self, kind: str, id: str) -> None:
        ids = self.ids.setdefault(kind, [])
        if id not in ids[-1:]:
            ids.append(id)


def map_values(view: View, catalogue: Catalogue, materials: Materials) -> Mapping[str, object]:
    """What the map's template draws and lists."""
    towns: dict[str, PlaceOnMap] = {}
    others: dict[str, PlaceOnMap] = {}
    spots: dict[str, tuple[float, float]] = {}
    for kind, entry, place, country in places(catalogue):
        town = catalogue.towns.at(place.label, country)
        if town is None:
            _listed(others, view, place.label, country).add(kind, entry.id)
            continue
        anchor = f"town-{town.geonames}"
        if anchor not in towns:
            towns[anchor] = PlaceOnMap(anchor, view.plain(town.name), country)
            spots[anchor] = (town.longitude, town.latitude)
        towns[anchor].add(kind, entry.id)
    shown = [Spot(key, towns[key].name, *spots[key], towns[key].count) for key in towns]
    return {
        "countries": _by_country(view, towns.values()),
        "elsewhere": _in_order(view, others.values()),
        "pictures": {
            "whole": whole_map(materials.outlines, shown),
            "enlarged": enlarged_map(materials.outlines, shown),
        }
        if materials.outlines
        else {},
        "towns": towns,
        "shown_in_a_town": SHOWN_IN_A_TOWN,
        "credits": catalogue.towns,
    }


def places(catalogue: Catalogue) -> Iterator[tuple[str, Entry, Place, str]]:
    """Every place that a practice, a project or an event names."""
    for kind in ("practice", "project", "event"):
        for entry in catalogue.entries(kind):
            if isinstance(entry, Practice | Event) and entry.place is not None:
                yield kind, entry, entry.place, entry.country
            elif isinstance(entry, Project):
                for place in entry.places:
                    yield kind, entry, place, entry.country


def _listed(others: dict[str, PlaceOnMap], view: View, label: Text, country: str) -> PlaceOnMap:
    name = view.plain(label)
    return others.setdefault(f"{country} {name}", PlaceOnMap("", name, country))


def _by_country(view: View, found: Collection[PlaceOnMap]) -> Mapping[str, Sequence[PlaceOnMap]]:
    groups: dict[str, list[PlaceOnMap]] = {}
    for place in _in_order(view, found):
        groups.setdefault(place.country, []).append(place)
    return {country: groups[country] for country in sorted(groups)}


def _in_order(view: View, found: Collection[PlaceOnMap]) -> list[PlaceOnMap]:
    return sorted(found, key=lambda place: (view.tongue.sort_key(place.name), place.country))
