"""Practices alike: what two of them share, computed and with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .model.practice import Practice

SHOWN = 4
LOOKED_AT = 60
"""How many practices with one trait are looked at, so that costs stay linear in entries."""

Trait = tuple[str, str]
"""A field and a value of it: ("goals", "aktivizace")."""

WEIGHTS = {"setting": 3, "themes": 2, "phases": 2, "methods": 2, "goals": 1}


@dataclass(frozen=True, slots=True)
class Relation:
    """Another practice and the traits that both have."""

    id: str
    shared: tuple[Trait, ...]


def traits(practice: Practice) -> Iterable[Trait]:
    """What a practice can have in common with another."""
    if practice.setting is not None:
        yield "setting", practice.setting
    for field in ("themes", "phases", "methods", "goals"):
        for value in getattr(practice, field):
            yield field, value


def similar_practices(practices: Iterable[Practice]) -> Mapping[str, tuple[str, ...]]:
    """Id of a practice -> ids of the most similar ones, the best first.

    A trait that many share says little and is only compared with its first holders.
    """
    having: dict[Trait, list[int]] = defaultdict(list)
    ids: list[str] = []
    own: list[tuple[Trait, ...]] = []
    for place, practice in enumerate(sorted(practices, key=lambda practice: practice.id)):
        ids.append(practice.id)
        own.append(tuple(traits(practice)))
        for trait in own[place]:
            if len(having[trait]) < LOOKED_AT:
                having[trait].append(place)
    return {
        id: tuple(ids[other] for other in _most_similar(place, own[place], having, len(ids)))
        for place, id in enumerate(ids)
    }


def _most_similar(
    place: int, own: tuple[Trait, ...], having: Mapping[Trait, list[int]], count: int
) -> list[int]:
    """Places of the best among ``count`` practices, of equally good ones the first.

    Weight and place are one number, since comparing pairs took longer than everything else.
    """
    ranks: dict[int, int] = {}
    for trait in own:
        step = WEIGHTS[trait[0]] * count
        for other in having[trait]:
            ranks[other] = ranks.get(other, other) - step
    ranks.pop(place, None)
    return [rank % count for rank in sorted(ranks.values())[:SHOWN]]


def relations(practice: Practice, others: Iterable[Practice]) -> Iterator[Relation]:
    """What a practice shares with each of some others."""
    own = tuple(traits(practice))
    for other in others:
        theirs = set(traits(other))
        yield Relation(other.id, tuple(trait for trait in own if trait in theirs))
