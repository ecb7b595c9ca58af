"""A finished text file of any size, looked through without holding it whole."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PIECE = 1_000_000
"""Bytes that are read at once; open data are fifty times as large."""


class Looked(NamedTuple):
    """What was seen in a text file."""

    marked: bool
    """Whether the mark stands in it."""
    bad_byte: int | None
    """Where it ceases to be UTF-8."""


def pieces_of(path: Path) -> Iterator[bytes]:
    """The file's bytes, a piece at a time."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def look_through(pieces: Iterable[bytes], mark: str) -> Looked:
    """Whether a file is UTF-8 to its end, and whether ``mark`` stands in it."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    wanted = mark.encode()
    marked, begun, read = False, b"", 0
    for piece in pieces:
        marked = marked or wanted in begun + piece
        begun = (begun + piece)[-len(wanted) :]
        if (bad := _bad_byte(decoder, piece)) is not None:
            return Looked(marked, read + bad)
        read += len(piece)
    bad = _bad_byte(decoder, b"", final=True)
    return Looked(marked, None if bad is None else read + bad)


def _bad_byte(
    decoder: codecs.IncrementalDecoder, piece: bytes, *, final: bool = False
) -> int | None:
    """Counted from the beginning of ``piece``; less than 0 in a letter begun before it."""
    pending = len(decoder.getstate()[0])
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError as error:
        return error.start - pending
    return None
