"""Words by their stems: all forms of a word, with or without diacritics, meet in one.

`overrides/assets/scripts/search/stems.js` does the same with the same table, in the browser.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ..language.rules import LanguageRules

LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff"
TOKEN = re.compile(rf"[{LETTERS}](?:\.\s?[{LETTERS}])+\.|[0-9{LETTERS}]+")
"""An abbreviation of single letters with dots, or a word."""
FEWEST_LEFT = 3
"""Letters that an ending leaves of a word."""
FEWEST_LEFT_OF_VERBS = 5
"""A shorter rest would be many other words too."""
SHORT = 4
VOWELS = frozenset("aeiouy")


def tokens(text: str) -> list[str]:
    """The words of a text as they are written."""
    return TOKEN.findall(unicodedata.normalize("NFC", text))


class Stems:
    """One language's words; made once per language."""

    def __init__(self, rules: LanguageRules) -> None:
        search = rules.search
        self._folding = str.maketrans(dict(rules.folding))
        self._endings = sorted(search.endings, key=lambda ending: -len(ending))
        self._base = frozenset(search.endings_of_base_forms)
        self._of_verbs = sorted(search.verb_endings, key=lambda ending: -len(ending))
        self._changing = search.changing_ends
        self._finals = search.finals
        self._fleeting_e = frozenset(search.fleeting_e_before)
        self._fleeting_ie = frozenset(search.fleeting_ie_before)
        self._passed_over = frozenset(map(self.folded, search.passed_over))
        self.keys = cache(self._keys)
        """A word as it is written -> its stems, the best first; none where it leads nowhere."""

    def folded(self, word: str) -> str:
        """A word in small letters and without diacritics."""
        apart = unicodedata.normalize("NFKD", word.lower()).translate(self._folding)
        return "".join(letter for letter in apart if not unicodedata.combining(letter))

    def keys_in(self, text: str) -> Iterator[str]:
        """The best stems of all words of a text, one after the other."""
        for token in tokens(text):
            yield from self.keys(token)[:1]

    def _keys(self, token: str) -> tuple[str, ...]:
        if "." in token:
            letters = [self.folded(one) for one in re.split(r"[.\s]+", token) if one]
            return ".".join(letters), "".join(letters)
        word = self.folded(token)
        if len(word) < 2 or word in self._passed_over:
            return ()
        found = (*self._stems(word), *self._changed(word), *self._of_verb(word))
        return tuple(dict.fromkeys(found))

    def _stems(self, word: str) -> tuple[str, ...]:
        if word[-1].isdigit():
            return (word,)
        for ending in self._endings:
            if word.endswith(ending) and len(word) - len(ending) >= FEWEST_LEFT:
                stem = self._settled(word[: -len(ending)])
                if ending in self._base and (whole := self._settled(word)) != stem:
                    return stem, whole
                return (stem,)
        return (self._settled(word),)

    def _changed(self, word: str) -> Iterator[str]:
        for end, of_stem in self._changing:
            if word.endswith(end) and len(word) - len(end) >= FEWEST_LEFT:
                yield self._settled(word[: -len(end)] + of_stem)

    def _of_verb(self, word: str) -> Iterator[str]:
        for ending in self._of_verbs:
            if word.endswith(ending) and len(word) - len(ending) >= FEWEST_LEFT_OF_VERBS:
                yield self._settled(word[: -len(ending)])
                return

    def _settled(self, stem: str) -> str:
        """The one spelling that stands for a stem's changes between forms."""
        if len(stem) >= SHORT:
            for end, common in self._finals:
                if stem.endswith(end):
                    stem = stem[: -len(end)] + common
                    break
        last = stem[-1:]
        if len(stem) > SHORT and last in self._fleeting_e and stem[-2] == "e":
            if stem[-3] not in VOWELS:
                return stem[:-2] + last
            if len(stem) > SHORT + 1 and last in self._fleeting_ie and stem[-3] == "i":
                return stem[:-3] + last
        return stem
