"""Stems as Pagefind is fed with them: letters only, so that it keeps each as one word.

It divides words at digits and dots, and finds a word by its beginning: the marks at both ends
keep one stem from being taken for another. `overrides/assets/scripts/search/pagefind.js` asks
in the same code.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from string import ascii_lowercase

from .record import Record
from .stems import Stems, tokens

MARK = "q"
CODE = str.maketrans({**{str(n): "x" + "abcdefghij"[n] for n in range(10)}, ".": "xx"})
WEIGHTS = (10, 4, 2, 1)
"""Of names, of what else leads here, of words that come often, of all others."""
OFTEN = 3
MOST = 1_000
"""Pages of one word: Pagefind's search takes the square of their number, so more are shared out."""
WORK = "source"
QUIET = frozenset({"list", WORK})
"""Kinds whose names stand behind others': pages of links, unless a query says just their name, and
works that pages lean on."""


def coded(stem: str) -> str:
    """One stem as a word."""
    return f"{MARK}{stem.translate(CODE)}{MARK}"


def coded_name(stems: Sequence[str]) -> str:
    """A whole name as one word.

    In the order of letters it stands right before its first stem, so that both lie in the same
    piece of the index and a reader waits for one piece only.
    """
    return MARK + "".join(f"{stem.translate(CODE)}pxt" for stem in stems) + MARK


def coded_share(word: str, number: int) -> str:
    """A word that comes on more than ``MOST`` pages, as some of them have it; 0: the first ones."""
    if not number:
        return word
    letters = "".join(ascii_lowercase[one] for one in divmod(number, len(ascii_lowercase)))
    return f"{word[:-1]}xy{letters}{MARK}"


class Codes:
    """The words of records in one language's code."""

    def __init__(self, stems: Stems) -> None:
        self._stems = stems
        self._words = cache(self._coded)

    def by_weight(self, record: Record) -> Mapping[int, Sequence[str]]:
        """Weight -> the record's words in code, each at the greatest of its weights."""
        told = Counter(self._all((record.text,)))
        often = [word for word, count in told.items() if count >= OFTEN]
        title = () if record.title in record.names else (record.title,)
        names, quiet = ((), record.names) if record.kind in QUIET else (record.names, ())
        called = record.names if record.kind != WORK else ()
        if record.aside:
            told.update(self._all((record.title, *record.names)))
            names, title, quiet, called = (), (), (), ()
        named = self._all(names)
        also = self._all((*record.also, *title, *quiet))
        found: dict[int, Sequence[str]] = {}
        seen: set[str] = set()
        for weight, words in zip(WEIGHTS, (named, also, often, told), strict=True):
            found[weight] = [word for word in dict.fromkeys(words) if word not in seen]
            seen.update(found[weight])
        keys = (tuple(self._stems.keys_in(name)) for name in called)
        whole = sorted({coded_name(those) for those in keys if those})
        found[WEIGHTS[0]] = [*found[WEIGHTS[0]], *whole]
        return found

    def _all(self, texts: Iterable[str]) -> Iterable[str]:
        """All words of the texts, one after the other."""
        written = chain.from_iterable(map(tokens, texts))
        return chain.from_iterable(map(self._words, written))

    def _coded(self, token: str) -> Sequence[str]:
        return [coded(key) for key in self._stems.keys(token)]
