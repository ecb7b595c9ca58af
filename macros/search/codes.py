"""Stems as Pagefind is fed with them: letters only, so that it keeps each as one word.

It divides words at digits and dots, and finds a word by its beginning: the marks at both ends
keep one stem from being taken for another. `overrides/assets/scripts/search/pagefind.js` asks
in the same code.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
QUIET = frozenset({"list", "source"})
"""Kinds whose names stand behind others': pages of links, and works that pages lean on."""


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


def words_by_weight(record: Record, stems: Stems) -> Mapping[int, Sequence[str]]:
    """Weight -> the record's words in code, each at the greatest of its weights."""
    told = Counter[str]()
    for token, count in Counter(tokens(record.text)).items():
        for key in stems.keys(token):
            told[key] += count
    often = [key for key, count in told.items() if count >= OFTEN]
    title = () if record.title in record.names else (record.title,)
    names, quiet = ((), record.names) if record.kind in QUIET else (record.names, ())
    if record.aside:
        told.update(_all_keys((record.title, *record.names), stems))
        names, title, quiet = (), (), ()
    named = _all_keys(names, stems)
    also = _all_keys((*record.also, *title, *quiet), stems)
    ranks = zip(WEIGHTS, (named, also, often, told), strict=True)
    found: dict[int, Sequence[str]] = {}
    seen: set[str] = set()
    for weight, keys in ranks:
        new = sorted(set(keys) - seen)
        seen.update(new)
        found[weight] = [coded(key) for key in new]
    whole = {coded_name(keys) for name in names if (keys := tuple(stems.keys_in(name)))}
    found[WEIGHTS[0]] = [*found[WEIGHTS[0]], *sorted(whole)]
    return found


def _keys(text: str, stems: Stems) -> Iterable[str]:
    for token in tokens(text):
        yield from stems.keys(token)


def _all_keys(texts: Iterable[str], stems: Stems) -> list[str]:
    return [key for text in texts for key in _keys(text, stems)]
