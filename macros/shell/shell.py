"""One shell: the constant pieces of a rendered page, and a page made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .marks import Printing, UnknownPrinting, parts_of

ITEMS = 3
"""How many items the contents list of a page of marks has: one must follow like another."""


class Unsplittable(Exception):
    """A theme does something between pages that pieces cannot show."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where pages differ."""

    name: str
    printing: Printing


Pieces = tuple[bytes | Slot, ...]


@dataclass(frozen=True, slots=True)
class Shell:
    """The pieces of one page; ``item`` repeats, with ``between`` two of them."""

    before: Pieces
    item: Pieces
    between: bytes
    after: Pieces

    def filled(self, values: Mapping[str, str], items: Sequence[Mapping[str, str]]) -> bytes:
        """The page with ``values``, and with ``items`` as its contents list."""
        parts = [*_filled(self.before, values)]
        for number, one in enumerate(items):
            if number:
                parts.append(self.between)
            parts += _filled(self.item, one)
        parts += _filled(self.after, values)
        return b"".join(parts)


def split(html: str) -> Shell:
    """The shell of a page of marks, with a contents list of ITEMS items or none.

    Raises Unsplittable where the theme has changed what it must only print.
    """
    try:
        parts = parts_of(html)
    except UnknownPrinting as unknown:
        raise Unsplittable(f"the theme prints a text in an unknown way: {unknown}") from unknown
    numbered = [place for place, (_, slot) in enumerate(parts) if slot and slot[1] is not None]
    if not numbered:
        return Shell(_pieces(parts), (), b"", ())
    start, end = numbered[0], numbered[-1] + 1
    size, left = divmod(end - start, ITEMS)
    runs = [parts[start + size * number : start + size * (number + 1)] for number in range(ITEMS)]
    same = [[_unnumbered(part) for part in run] for run in runs]
    # What stands before an item's first mark belongs to the way from the item before it.
    firsts, inner = [run[0][0] for run in runs], [[run[0][1:], *run[1:]] for run in same]
    if (
        left
        or [_number(part) for part in parts[start:end]]
        != [number for number in range(ITEMS) for _ in range(size)]
        or any(one != inner[0] for one in inner)
        or firsts[1] != firsts[2]
    ):
        raise Unsplittable("the theme's contents list is not one list of items that are alike")
    head: list[Part] = [*parts[:start], (firsts[0], None)]
    item: list[Part] = [("", runs[0][0][1]), *runs[0][1:]]
    return Shell(_pieces(head), _pieces(item), _bytes(firsts[1]), _pieces(parts[end:]))


Part = tuple[str, tuple[str, int | None, Printing] | None]


def _number(part: Part) -> int | None:
    return part[1][1] if part[1] else None


def _unnumbered(part: Part) -> tuple[object, ...]:
    before, slot = part
    return (before, slot[0], slot[2]) if slot else (before,)


def _pieces(parts: Sequence[Part]) -> Pieces:
    pieces: list[bytes | Slot] = []
    for before, slot in parts:
        if before:
            pieces.append(_bytes(before))
        if slot:
            pieces.append(Slot(slot[0], slot[2]))
    return tuple(pieces)


def _filled(pieces: Pieces, values: Mapping[str, str]) -> list[bytes]:
    return [
        piece if isinstance(piece, bytes) else _bytes(piece.printing(values[piece.name]))
        for piece in pieces
    ]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")
