"""Pagefind's index in fewer bytes, since a reader waits for each of them.

Pagefind keeps where on each page a word stands, for passages of its own, and names a page by what
it holds; ours come on cards, and a number will do. Its files are CBOR: the bytes looked for
here can begin nothing else in them, and what was found is counted.
"""

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import PurePath

from .codes import WEIGHTS

LEVEL = 7
"""Of packing: two levels more take eight times as long, for three bytes less of a hundred."""
MARK = 6
"""Letters of an index's name in the names of its pages, which tell its cards from older ones."""
DIGITS = 6
"""Of a page's number."""
_UNIT = 24
"""What Pagefind multiplies weights by."""
_BEGINNINGS = [bytes((0x82, 0x38, weight * _UNIT)) for weight in WEIGHTS]
"""Of a word on a page: two things follow, of which the first is a weight."""
_PLACE = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a....)\x80"
"""The second one, and that the word stands in no other field."""
_PLACED = [(re.compile(re.escape(one) + _PLACE, re.DOTALL), one) for one in _BEGINNINGS]
_WORD = re.compile(
    rb"\x83(?:[\x62-\x77]|\x78.)(q[a-z]{1,3})[a-z]*([\x81-\x97]|\x98.|\x99..)", re.DOTALL
)
"""A word: three things follow, a text and its pages, whose number comes before them.

Nobody asks for a shorter beginning than the one that is taken out here.
"""
_NAMED = re.compile(rb"\x82[\x6a-\x77](zz_[0-9a-f]{7,20})(?=[\x00-\x1a])")
"""A page in the list of all: two things follow, a text and a number of words.

Names have seven letters; where those of two pages are alike, one has more.
"""


def with_one_place_a_word(piece: bytes, taken: Counter[bytes]) -> bytes:
    """A piece of the index with each word at one place, the same on every page.

    Two words that begin alike must not share a place, or Pagefind would count but one of them.
    ``taken``: for each beginning the number of its words in other pieces; these are added.
    A word stays as it is where not all of its pages are understood: one of other letters.
    """
    whole = gzip.decompress(piece)
    words = list(_WORD.finditer(whole))
    starts = [word.start() for word in words]
    parts = [whole[: min(starts, default=None)]]
    for word, (start, end) in zip(words, pairwise((*starts, len(whole))), strict=True):
        beginning, pages = word.groups()
        place = _number(taken[beginning])
        taken[beginning] += 1
        part, understood = whole[start:end], 0
        for placed, begins in _PLACED:
            there = (begins + place + b"\x80").replace(b"\\", rb"\\")
            part, found = placed.subn(there, part)
            understood += found
        all_pages = int.from_bytes(pages[1:]) if pages[1:] else pages[0] - 0x80
        parts.append(part if understood == all_pages else whole[start:end])
    return gzip.compress(b"".join(parts), LEVEL, mtime=0)


def _number(number: int) -> bytes:
    if number < 0x18:
        return bytes((number,))
    return b"\x18" + bytes((number,)) if number < 0x100 else b"\x19" + number.to_bytes(2)


def numbered(path: str, pages: bytes) -> tuple[bytes, dict[str, str]]:
    """The list of all pages with a number for each; Pagefind's name of each -> ours."""
    whole = gzip.decompress(pages)
    mark = PurePath(path).stem[-MARK:]
    found = map(bytes.decode, _NAMED.findall(whole))
    names = {name: f"{mark}{place:0{DIGITS}}" for place, name in enumerate(found)}

    def ours(one: re.Match[bytes]) -> bytes:
        name = names[one[1].decode()].encode()
        return bytes((0x82, 0x60 + len(name))) + name

    return gzip.compress(_NAMED.sub(ours, whole), mtime=0), names
