"""What the planner in the browser needs besides the index: rules, glossary, words to mend typos."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ..language.rules import LanguageRules
from .record import BETWEEN_LINES, Record
from .stems import Stems, tokens

FEWEST_LETTERS = 4
"""Shorter words are not mended: too many others are one letter away."""


GlossaryLine = tuple[str, str, str, list[str]]
"""Our title, its address, the other language's title, all its names as stems."""


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


def called_here(
    own: Sequence[TermNames], searched: Iterable[Sequence[str]], others_stems: Stems
) -> frozenset[str]:
    """What our language calls things, whole and word by word, in the other language's stems."""
    terms = (name for ours in own for name in (*ours.names, *ours.forms))
    names = chain(terms, chain.from_iterable(searched))
    stemmed = (list(others_stems.keys_in(name)) for name in names)
    return frozenset(one for stems in stemmed for one in (" ".join(stems), *stems))


def glossary(
    own: Sequence[TermNames],
    other: Sequence[TermNames],
    own_stems: Stems,
    others_stems: Stems,
    home: Collection[str],
) -> list[GlossaryLine]:
    """For each term: our title, its address, and the other language's names as stems.

    What our language calls something by the same name needs no translation. Of a stem that is
    ours too (``home``), those forms are translated that ours does not know, as they are written.
    """
    understood = {name for ours in own for name in _stemmed(ours, own_stems)}
    lines: list[GlossaryLine] = []
    for ours, theirs in zip(own, other, strict=True):
        called = (*theirs.names, *theirs.forms)
        strange = {
            " ".join(map(others_stems.folded, tokens(name)))
            for name, stem in zip(called, _stemmed(theirs, others_stems), strict=True)
            if stem in home and " ".join(own_stems.keys_in(name)) not in understood
        }
        names = ({*_stemmed(theirs, others_stems)}.difference(home) | strange) - {""}
        lines.append((ours.title, ours.address, theirs.title, sorted(names)))
    return lines


def meanings(
    own: Sequence[Sequence[str]],
    other: Sequence[Sequence[str]],
    terms: Sequence[GlossaryLine],
    others_stems: Stems,
    home: Collection[str],
) -> list[GlossaryLine]:
    """For each word of the other language that readers search entries by: ours for it.

    Lines as the glossary's, without an address: they translate and are shown nowhere.
    """
    known = {*home, *(name for *_, names in terms for name in names)}
    found: dict[str, GlossaryLine] = {}
    for ours, theirs in zip(own, other, strict=True):
        for word in theirs:
            stems = " ".join(others_stems.keys_in(word))
            if ours and stems and stems not in known:
                found.setdefault(stems, (ours[0], "", word, [stems]))
    return list(found.values())


def _stemmed(term: TermNames, stems: Stems) -> Iterable[str]:
    return (" ".join(stems.keys_in(name)) for name in (*term.names, *term.forms))


def spellings(records: Iterable[Record], stems: Stems) -> dict[str, list[str]]:
    """First letter -> the words of the site as they are spelled, those on most pages first."""
    pages = Counter[str]()
    for record in records:
        text = BETWEEN_LINES.join((*record.names, *record.also, record.text))
        pages.update(set(map(str.lower, tokens(text))))
    letters: dict[str, list[str]] = {}
    for word in sorted(pages, key=lambda word: (-pages[word], word)):
        plain = stems.folded(word)
        if len(plain) >= FEWEST_LETTERS and plain.isalpha() and plain.isascii():
            letters.setdefault(plain[0], []).append(word)
    return letters


def as_json(value: object) -> bytes:
    """Without spaces, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
