import os
from pathlib import Path

import pytest

from macros.publishing.lock import Locked, exclusive
from tests.publishing.fake_site import heard, publish_site, releases_of, start, tag_of


def test_free_lock_is_taken_without_a_word(tmp_path: Path) -> None:
    told: list[str] = []
    with exclusive(tmp_path / "lock", 0, lambda: told.append("waiting")):
        pass
    assert told == []


def test_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), exclusive(tmp_path / "lock"):
        raise RuntimeError
    with exclusive(tmp_path / "lock", 0):
        pass


def test_second_holder_is_told_once_and_then_refused(tmp_path: Path) -> None:
    told: list[str] = []
    with (
        exclusive(tmp_path / "lock"),
        pytest.raises(Locked) as refusal,
        exclusive(tmp_path / "lock", 0.2, lambda: told.append("waiting")),
    ):
        pass
    assert told == ["waiting"]
    assert refusal.value.seconds == 0.2
    assert refusal.value.path == tmp_path / "lock"


def test_lock_file_removed_meanwhile_protects_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with exclusive(path):
        path.unlink()
        with exclusive(path, 0), pytest.raises(Locked), exclusive(path, 0):
            pass


def test_kill_frees_the_lock(tmp_path: Path) -> None:
    holder = start(tmp_path / "site", "held", "--hang")
    with holder:
        heard(holder, "ready")
        heard(holder, "making")
        with pytest.raises(Locked), exclusive(releases_of(tmp_path / "site") / "lock", 0):
            pass
        holder.kill()
    publish_site(tmp_path / "site", "next")
    assert tag_of(tmp_path / "site") == "next"


def test_lock_is_not_passed_on_to_programs_we_start(tmp_path: Path) -> None:
    before = _open_files()
    with exclusive(tmp_path / "lock"):
        (handle,) = _open_files() - before
        assert not os.get_inheritable(handle)


def _open_files() -> set[int]:
    found = set()
    for handle in range(256):
        try:
            os.fstat(handle)
        except OSError:
            continue
        found.add(handle)
    return found
