"""What the planner in the browser needs besides the index: rules, glossary, words to mend typos."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..language.rules import LanguageRules
from .record import Record
from .stems import Stems, tokens

FEWEST_LETTERS = 4
"""Shorter words are not mended: too many others are one letter away."""


@dataclass(frozen=True, slots=True)
class TermNames:
    """A term of the glossary as one language calls it."""

    address: str
    title: str
    names: tuple[str, ...]
    """Its title, synonyms and abbreviations."""
    forms: tuple[str, ...]


def rule_table(rules: LanguageRules) -> Mapping[str, object]:
    """The table of folding and stems, for the browser."""
    return {"folding": rules.folding, **rules.search.model_dump()}


def glossary(
    own: Sequence[TermNames], other: Sequence[TermNames], others_stems: Stems
) -> list[list[object]]:
    """For each term: our title, its address, and the other language's names as stems.

    What our language calls something by the same name needs no translation.
    """
    home = {name for ours in own for name in _stemmed(ours, others_stems)}
    lines: list[list[object]] = []
    for ours, theirs in zip(own, other, strict=True):
        names = {*_stemmed(theirs, others_stems)} - home - {""}
        lines.append([ours.title, ours.address, theirs.title, sorted(names)])
    return lines


def _stemmed(term: TermNames, stems: Stems) -> Iterable[str]:
    return (" ".join(stems.keys_in(name)) for name in (*term.names, *term.forms))


def spellings(records: Iterable[Record], stems: Stems) -> dict[str, list[str]]:
    """First letter -> the words of the site as they are spelled, those on most pages first."""
    pages: dict[str, int] = {}
    for record in records:
        texts = [*record.names, *record.also]
        texts += [line for section in record.sections for line in section.lines]
        for word in {token.lower() for text in texts for token in tokens(text)}:
            pages[word] = pages.get(word, 0) + 1
    letters: dict[str, list[str]] = {}
    for word in sorted(pages, key=lambda word: (-pages[word], word)):
        plain = stems.folded(word)
        if len(plain) >= FEWEST_LETTERS and plain.isalpha() and plain.isascii():
            letters.setdefault(plain[0], []).append(word)
    return letters


def as_json(value: object) -> bytes:
    """Without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
