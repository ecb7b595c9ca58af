"""Pagefind's index in fewer bytes, since a reader waits for each of them.

Pagefind keeps where on each page a word stands, for passages of its own, and names a page by what
it holds; ours come on cards, and a number will do. How its files are laid out (CBOR, packed)
belongs to its version, which is pinned; tests search what is written here.
"""

import gzip
from collections import Counter
from pathlib import PurePath
from typing import Any

import cbor2

LEVEL = 7
"""Of packing: two levels more take eight times as long, for three bytes less of a hundred."""
MARK = 6
"""Letters of an index's name in the names of its pages, which tell its cards from older ones."""
DIGITS = 6
"""Of a page's number."""
LETTERS = 4
"""Nobody asks for a shorter beginning of a word."""
SIGNATURE = b"pagefind_dcd"
"""How each of Pagefind's packed files begins."""


def with_one_place_a_word(piece: bytes, taken: Counter[str]) -> bytes:
    """A piece of the index with each word at one place, the same on every page.

    Two words that begin alike must not share a place, or Pagefind would count but one of them.
    ``taken``: for each beginning the number of its words in other pieces; these are added. A word
    that stands more than once on a page, which of ours none does, stays as it is.
    """
    (words,) = _read(piece)
    for word, pages, _ in words:
        if all(len(placed) == 2 and placed[0] < 0 for _, placed, _ in pages):
            place = taken[word[:LETTERS]]
            taken[word[:LETTERS]] += 1
            for _, placed, _ in pages:
                placed[1] = place
    return _written([words], LEVEL)


def numbered(path: str, pages: bytes) -> tuple[bytes, dict[str, str]]:
    """The list of all pages with a number for each; Pagefind's name of each page -> ours."""
    version, listed, *rest = _read(pages)
    mark = PurePath(path).stem[-MARK:]
    names = {one[0]: f"{mark}{place:0{DIGITS}}" for place, one in enumerate(listed)}
    ours = [[names[name], *others] for name, *others in listed]
    return _written([version, ours, *rest], 9), names


def _read(packed: bytes) -> Any:  # lists in lists, as Pagefind writes them
    return cbor2.loads(gzip.decompress(packed).removeprefix(SIGNATURE))


def _written(told: Any, level: int) -> bytes:
    return gzip.compress(SIGNATURE + cbor2.dumps(told), level, mtime=0)
