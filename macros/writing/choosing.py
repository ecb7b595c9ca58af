"""Facets in one language: their names, the names of their values, how many entries have each."""

from bisect import insort
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from .orders import framework_of
from .view import View

FOLDER = "catalogue"
LABELS = {
    "theme": "themes",
    "target_group": "target_groups",
    "country": "countries",
    "setting": "settings",
    "facilitation": "facilitators",
    "participation_level": "participation_levels",
    "evidence": "evidence",
}
"""Facet -> the closed list whose labels its values have."""
ENTRIES = ("phase", "goal", "role")
"""Facets whose values are entries of the same name."""
BY_NAME = ("theme", "target_group", "region", "town", "setting")
"""Facets whose values stand in the order of the alphabet; others have an order of their own."""
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a reader can choose."""

    value: str
    label: str
    count: int
    href: str
    """Relative address of the list of the entries that have it."""
    group: str = ""
    """Name of the framework that the value belongs to, where a facet has those of several."""


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """A facet with the values that some entry has."""

    name: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The values by framework; all under "" where there is but one."""
        parts = groupby(self.choices, key=lambda choice: choice.group)
        return [(name, list(choices)) for name, choices in parts]


def facet_choices(view: View, kinds: Collection[str]) -> list[FacetChoices]:
    """The facets to which entries of these kinds say something; last what leaves no choice."""
    found = []
    for facet in view.library.facets.asked:
        if facet == "kind" and len(kinds) < 2:
            continue
        choices = tuple(_choices(view, facet, kinds))
        if choices:
            found.append(FacetChoices(facet, view.word(f"facet.{facet}"), choices))
    return sorted(found, key=lambda one: len(one.choices) < 2)


def _choices(view: View, facet: str, kinds: Collection[str]) -> Iterator[Choice]:
    facets = view.library.facets
    places = {value: number for number, part in enumerate(facets.parts(facet), 1) for value in part}
    frameworks = frameworks_of(view, facet, facets.holders[facet])
    for value, label in labelled(view, facet, facets.holders[facet]):
        count = sum(kind in kinds for kind, _ in facets.holders[facet][value])
        if count:
            home = facet_href(view, facet, places[value])
            link = f"{home}#{anchor(facet, value)}"
            yield Choice(value, label, count, link, frameworks.get(value, ""))


def labelled(view: View, facet: str, values: Collection[str]) -> list[tuple[str, str]]:
    """Values with their labels, in the order in which a reader looks for them."""
    known = [(value, label_of(view, facet, value)) for value in values if value != UNKNOWN]
    if facet in BY_NAME:
        known.sort(key=lambda one: (view.tongue.sort_key(one[1]), one[0]))
    elif facet in ENTRIES:
        order = [entry.id for entry in view.sorted(facet, view.chosen(facet, dict(known)))]
        known.sort(key=lambda one: order.index(one[0]))
    elif facet == "year":
        known.sort(reverse=True)
    last = [UNKNOWN] if UNKNOWN in values else []
    return known + [(value, view.word("value.unknown")) for value in last]


def frameworks_of(view: View, facet: str, values: Collection[str]) -> Mapping[str, str]:
    """Value -> name of its framework, where the values of a facet come from several."""
    if facet not in ENTRIES:
        return {}
    known = [value for value in values if value != UNKNOWN]
    found = {value: framework_of(view.entry(facet, value)) for value in known}
    if len(set(found.values())) < 2:
        return {}
    return {value: view.label("frameworks", name) for value, name in found.items() if name}


def label_of(view: View, facet: str, value: str) -> str:
    """A value of a facet in words."""
    if facet in LABELS:
        return view.label(LABELS[facet], value)
    if facet in ENTRIES:
        return view.plain(view.entry(facet, value).heading)
    if facet == "kind":
        return view.heading(f"kind.{value}.many")
    if facet in ("region", "town"):
        return view.plain(view.library.facets.places[value])
    if facet == "translation":
        return view.word(f"facet.translation.{value}")
    return value


def anchor(facet: str, value: str) -> str:
    """Where a facet's page lists the entries that have a value."""
    return f"{facet}-{value}"


def facet_id(facet: str, number: int) -> str:
    """Last part of the address of a facet's page."""
    name = facet.replace("_", "-")
    return name if number == 1 else f"{name}-{number}"


def facet_href(view: View, facet: str, number: int) -> str:
    """Relative address of a facet's page."""
    return view.page_href(FOLDER, facet_id(facet, number))


def in_order(view: View, kinds: Collection[str]) -> list[tuple[str, str, str]]:
    """Kind, id and title of all entries of these kinds, by name."""

    def by_name(named: tuple[str, str, str]) -> tuple[object, str, str]:
        return view.tongue.sort_key(named[2]), named[0], named[1]

    # Each kind is in order already; few go into many, as keys of the alphabet cost the most.
    whole, *others = sorted((_titled(view, kind) for kind in kinds), key=len, reverse=True)
    for few in others:
        for named in few:
            insort(whole, named, key=by_name)
    return whole


def _titled(view: View, kind: str) -> list[tuple[str, str, str]]:
    return [(kind, entry.id, view.plain(entry.heading)) for entry in view.entries(kind)]
