"""The words and sentences of data/sample_text/ that made-up entries are put together from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from macros.model.values import Model
from macros.reading.problem import Problem
from macros.reading.yaml_file import read_document

FOLDER = "sample_text"
_SLOT = re.compile(r"\{([a-z]+)(?:\.([a-z]+))?\}")

Part = tuple[str, str, str]
"""Plain text, then the word and the form that follow it; both empty at the end."""


class Word(Model):
    """One word in its forms, the same ones in every language."""

    country: str | None = None
    """Country of a place."""
    forms: dict[str, dict[str, str]]
    """Language -> name of a form -> the word in it."""


class Words(RootModel[dict[str, Annotated[tuple[Word, ...], Field(min_length=1)]]]):
    """Name of a slot -> the words that can stand there."""


class Sentences(RootModel[dict[str, Annotated[tuple[dict[str, str], ...], Field(min_length=1)]]]):
    """What is said -> the sentences that say it, each in every language."""


class NoSampleText(Exception):
    """There is nothing to make entries from; ``problems`` say what is wrong with the files."""

    def __init__(self, reason: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(reason)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class SampleText:
    """Words and sentences, the latter taken apart at their slots."""

    words: Mapping[str, tuple[Word, ...]]
    sentences: Mapping[str, tuple[Mapping[str, tuple[Part, ...]], ...]]
    languages: tuple[str, ...]
    """Languages in which every word and every sentence stands."""

    def about(self, pool: str) -> tuple[Mapping[str, tuple[Part, ...]], ...]:
        """The sentences of ``pool``. Raises NoSampleText where there are none."""
        if pool not in self.sentences:
            raise NoSampleText(f"sentences.yml has nothing for {pool}")
        return self.sentences[pool]


def read_sample_text(data: Path, languages: Sequence[str], *, project_root: Path) -> SampleText:
    """What stands in ``data``/sample_text. Raises NoSampleText where it cannot be read."""
    folder = data / FOLDER
    words = read_document(folder / "words.yml", Words, project_root=project_root)
    sentences = read_document(folder / "sentences.yml", Sentences, project_root=project_root)
    if words.value is None or sentences.value is None:
        problems = words.problems + sentences.problems
        raise NoSampleText(f"{folder} cannot be read", problems)
    spoken = [set(word.forms) for many in words.value.root.values() for word in many]
    spoken += [set(one) for many in sentences.value.root.values() for one in many]
    return SampleText(
        words.value.root,
        {
            pool: tuple({language: _parts(text) for language, text in one.items()} for one in many)
            for pool, many in sentences.value.root.items()
        },
        tuple(language for language in languages if all(language in one for one in spoken)),
    )


def _parts(text: str) -> tuple[Part, ...]:
    parts = []
    end = 0
    for slot in _SLOT.finditer(text):
        parts.append((text[end : slot.start()], slot[1], slot[2] or ""))
        end = slot.end()
    return (*parts, (text[end:], "", ""))
