"""Practices alike: what two of them share, computed and with the reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

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
    having: dict[Trait, list[str]] = defaultdict(list)
    own: dict[str, tuple[Trait, ...]] = {}
    for practice in sorted(practices, key=lambda practice: practice.id):
        own[practice.id] = tuple(traits(practice))
        for trait in own[practice.id]:
            if len(having[trait]) < LOOKED_AT:
                having[trait].append(practice.id)
    return {id: _most_similar(id, own[id], having) for id in own}


def _most_similar(
    id: str, own: tuple[Trait, ...], having: Mapping[Trait, list[str]]
) -> tuple[str, ...]:
    weights: dict[str, int] = {}
    for trait in own:
        weight = WEIGHTS[trait[0]]
        for other in having[trait]:
            weights[other] = weights.get(other, 0) + weight
    weights.pop(id, None)
    best = nsmallest(SHOWN, ((-weight, other) for other, weight in weights.items()))
    return tuple(other for _, other in best)


def relation(practice: Practice, other: Practice) -> Relation:
    """What two practices share."""
    theirs = set(traits(other))
    return Relation(other.id, tuple(trait for trait in traits(practice) if trait in theirs))
