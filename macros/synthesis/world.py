"""What made-up entries may point at: closed lists, real entries, and each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from macros.model.phase import Phase
from macros.reading.entries import Data
from macros.reading.file_name import plain_name
from macros.reading.synthetic import PREFIX

from .sample_text import SampleText
from .wording import Texts, Wording, wording

PER_SOURCE = 20
PER_ORGANISATION = 40
"""How many practices share one made-up source or organisation."""


@dataclass(frozen=True, slots=True)
class Named:
    """The beginning of an entry: its words, its id and its title, always the same."""

    wording: Wording
    id: str
    title: Texts


@dataclass(frozen=True, slots=True)
class World:
    """Everything an entry is made from.

    Entry number n is the same in every collection of a seed with as many projects.
    """

    seed: int
    samples: SampleText
    vocabulary: Mapping[str, Sequence[str]]
    ids: Mapping[str, Sequence[str]]
    """Kind -> ids of the real entries."""
    phases: Mapping[str, Sequence[str]]
    """Framework -> ids of its phases."""
    projects: int

    def named(self, kind: str, number: int) -> Named:
        """Entry ``number`` of ``kind``; its dice then stand where the rest is drawn from."""
        words = wording(self.samples, Random(f"{self.seed} {kind} {number}"))
        pool = "title" if kind == "practice" else f"{kind}_title"
        title = words.sentence(pool)
        place = plain_name(words.place["name"])
        return Named(words, f"{PREFIX}{kind}-{number:05}-{place}", title)

    def id_of(self, kind: str, number: int) -> str:
        return self.named(kind, number).id


def world(data: Data, samples: SampleText, seed: int, projects: int) -> World:
    """What entries can be made from, given the real ``data``."""
    ids: dict[str, list[str]] = {}
    phases: dict[str, list[str]] = {}
    for record in data.records:
        ids.setdefault(record.kind, []).append(record.entry.id)
        if isinstance(record.entry, Phase):
            phases.setdefault(record.entry.framework, []).append(record.entry.id)
    return World(seed, samples, data.vocabularies, ids, phases, projects)
