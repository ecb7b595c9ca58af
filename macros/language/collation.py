"""The order of a language's dictionary, and plain spellings for search and addresses."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from .rules import LanguageRules

SortKey: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[str, ...], str]
"""Letters and numbers first, then accents, then small letters before capitals."""

_SPACE, _NUMBER, _LETTER, _FOREIGN = range(4)
_NOT_IN_ANCHOR = re.compile(r"[^a-z0-9]+")
_PIECE = re.compile(r"[0-9]{1,100}|\s+|.", re.DOTALL)


class Collation:
    """Sorts and folds by one language's alphabet; made once per language."""

    def __init__(self, rules: LanguageRules) -> None:
        self._order = {letter: place for place, letter in enumerate(rules.alphabet)}
        doubles = sorted((x for x in rules.alphabet if len(x) > 1), key=len, reverse=True)
        self._piece = re.compile("|".join([*map(re.escape, doubles), _PIECE.pattern]), re.DOTALL)
        self._folding = str.maketrans(dict(rules.folding))

    def sort_key(self, text: str) -> SortKey:
        """Return the key by which `sorted` gives the dictionary's order.

        Words come before longer words, numbers count by value, and punctuation is ignored
        until everything else is the same.
        """
        composed = unicodedata.normalize("NFC", text).strip()
        weights = tuple(self._weights(composed.lower()))
        return (
            tuple(weight for weight, _ in weights),
            tuple(accent for _, accent in weights),
            composed.swapcase(),
        )

    def folded(self, text: str) -> str:
        """Return `text` in lower case and without diacritics."""
        decomposed = unicodedata.normalize("NFKD", text.lower()).translate(self._folding)
        return "".join(char for char in decomposed if not unicodedata.combining(char))

    def anchor(self, text: str) -> str:
        """Return an ASCII id of lower-case words and hyphens, never an empty one.

        Text without a Latin letter or a digit gets an id made of its hash.
        """
        words = _NOT_IN_ANCHOR.sub("-", self.folded(text)).strip("-")
        return words or f"x{hashlib.sha256(text.encode()).hexdigest()[:8]}"

    def _weights(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        for piece in self._piece.findall(text):
            if piece in self._order:
                yield (_LETTER, self._order[piece]), ""
            elif piece[0] in "0123456789":
                yield (_NUMBER, int(piece)), ""
            elif piece.isspace():
                yield (_SPACE, 0), ""
            else:
                yield from self._foreign_weights(piece)

    def _foreign_weights(self, letter: str) -> Iterator[tuple[tuple[int, int], str]]:
        for plain in self.folded(letter):
            if plain in self._order:
                yield (_LETTER, self._order[plain]), letter
            elif plain.isalnum():
                yield (_FOREIGN, ord(plain)), letter
