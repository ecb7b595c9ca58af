"""In which order the entries of a kind are listed in one language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model.entry import Entry

Key = tuple[str, int, Any, str]
"""Framework, order, name and id; Any: what a language compares names by."""


@dataclass(slots=True)
class LastOrders:
    """How entries were ordered last, so that an edit of one need not order all anew."""

    keys: dict[tuple[str, str], tuple[Entry, Key]] = field(default_factory=dict)
    """Kind and id -> the entry, and by what it stands where it does."""
    places: dict[str, tuple[Sequence[Key], Mapping[str, int]]] = field(default_factory=dict)
    """Kind -> the keys of all its entries, and id -> place among them."""

    def key(self, kind: str, entry: Entry, name: Callable[[Entry], Any]) -> Key:
        """As `key_of`, found out once for each wording of an entry."""
        known = self.keys.get((kind, entry.id))
        if known is None or known[0] is not entry:
            known = self.keys[kind, entry.id] = entry, key_of(entry, name)
        return known[1]


@dataclass(slots=True)
class Orders:
    """The orders of one language, each found out once for all pages."""

    last: LastOrders | None = None
    """Those of the site before an edit; None where a site is built once."""
    _places: dict[str, Mapping[str, int]] = field(default_factory=dict)

    def places(
        self, kind: str, entries: Callable[[str], Iterable[Entry]], name: Callable[[Entry], Any]
    ) -> Mapping[str, int]:
        """Id -> place of all entries of a kind: by their order where they have one, or ``name``."""
        if kind not in self._places:
            self._places[kind] = self._found(kind, entries(kind), name)
        return self._places[kind]

    def _found(
        self, kind: str, entries: Iterable[Entry], name: Callable[[Entry], Any]
    ) -> Mapping[str, int]:
        last = self.last
        if last is None:
            return _placed([key_of(entry, name) for entry in entries])
        keys = [last.key(kind, entry, name) for entry in entries]
        if kind not in last.places or last.places[kind][0] != keys:
            last.places[kind] = keys, _placed(keys)
        return last.places[kind][1]


def key_of(entry: Entry, name: Callable[[Entry], Any]) -> Key:
    """By what an entry stands where it does among those of its kind."""
    return framework_of(entry), getattr(entry, "order", 0), name(entry), entry.id


def _placed(keys: Sequence[Key]) -> Mapping[str, int]:
    return {id: place for place, (*_, id) in enumerate(sorted(keys))}


def framework_of(entry: Entry) -> str:
    """cz or osl, for entries that stand in a framework's list; "" for the others.

    A project's ``framework`` is something else: the documents it follows.
    """
    framework = getattr(entry, "framework", "")
    return framework if isinstance(framework, str) else ""
