"""The cache gives back what was put in, or nothing."""

import os
from pathlib import Path

import pytest

from macros.cache import Cache, digest


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_put_in_comes_out_in_another_run(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").put("sheet", b"\0 bytes")
    assert Cache(tmp_path / "cache").get("sheet") == b"\0 bytes"
    assert Cache(tmp_path / "cache").get("other") is None


def test_without_a_folder_nothing_is_known(tmp_path: Path) -> None:
    cache = Cache(None)
    cache.put("sheet", b"bytes")
    assert cache.get("sheet") is None
    cache.sweep()


def test_parts_of_a_key_do_not_run_together() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("ab") == digest(b"ab")
    assert digest("a", "") != digest("a")


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "grown", "other file"])
def test_a_damaged_value_is_no_value(damage: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("one", b"a" * 1000)
    cache.put("two", b"b" * 1000)
    for file in files_of(tmp_path):
        whole = file.read_bytes()
        file.write_bytes(
            {
                "cut": whole[:-1],
                "changed": whole[:500] + b"x" + whole[501:],
                "emptied": b"",
                "grown": whole + b"x",
                "other file": next(f for f in files_of(tmp_path) if f != file).read_bytes(),
            }[damage]
        )
    assert Cache(tmp_path).get("one") is None
    cache.put("one", b"again")
    assert Cache(tmp_path).get("one") == b"again"


def test_a_cache_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", "utf-8")
    cache = Cache(tmp_path / "cache")
    cache.put("sheet", b"bytes")
    assert cache.get("sheet") is None
    assert cache.made == 0


def test_what_was_unused_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for name in ("old", "new"):
        cache.put(name, b"x" * 1000)
    day = 86_400
    for file in files_of(tmp_path):
        os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 3 * day))
    assert cache.get("new")
    cache.sweep(most_bytes=1500)
    assert cache.get("old") is None
    assert cache.get("new")
