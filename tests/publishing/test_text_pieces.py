"""A text file looked through in pieces is judged as if it were read whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.publishing.text_pieces import PIECE, look_through, pieces_of

MARK = "@slot:"


def cut(raw: bytes, size: int) -> Iterator[bytes]:
    return (raw[start : start + size] for start in range(0, len(raw), size))


@pytest.mark.parametrize("size", range(1, 12))
def test_mark_is_seen_wherever_pieces_end(size: int) -> None:
    raw = f"Žluťoučký {MARK} kůň".encode()
    assert look_through(cut(raw, size), MARK) == (True, None)
    assert look_through(cut(raw.replace(b":", b";"), size), MARK) == (False, None)


@pytest.mark.parametrize("size", range(1, 12))
@pytest.mark.parametrize("raw", ["Žluť".encode()[:-1], b"ku\xf8", "😀".encode()[:2] + b"kun", b""])
def test_place_of_what_is_no_utf8_is_counted_from_the_files_beginning(
    raw: bytes, size: int
) -> None:
    try:
        raw.decode()
        expected = None
    except UnicodeDecodeError as error:
        expected = error.start
    assert look_through(cut(raw, size), MARK).bad_byte == expected


def test_large_file_is_read_in_pieces(tmp_path: Path) -> None:
    file = tmp_path / "practices.json"
    file.write_bytes(b"a" * (PIECE - 2) + MARK.encode() + b"a" * PIECE)
    assert max(map(len, pieces_of(file))) == PIECE
    assert look_through(pieces_of(file), MARK).marked
