import os
import stat
import time
from pathlib import Path

import pytest

from macros.publishing import shelf
from macros.publishing.contents import StrangeFile
from macros.publishing.release import TargetOccupied, publish
from tests.publishing.fake_site import (
    Broken,
    check_site,
    left_overs_of,
    make_site,
    publish_site,
    releases_of,
    start,
    tag_of,
)


def refuse_to_build(folder: Path) -> None:
    raise AssertionError("nothing should be built")


def releases(target: Path) -> set[str]:
    return {path.name for path in releases_of(target).glob("release-*")}


def test_first_release_makes_its_parents(tmp_path: Path) -> None:
    target = tmp_path / "away" / "deep" / "site"
    published = publish_site(target, "first")
    assert tag_of(target) == "first"
    assert published.changed
    assert published.target == target
    assert target.resolve() == published.release


def test_link_is_relative_so_the_whole_folder_may_move(tmp_path: Path) -> None:
    publish_site(tmp_path / "here" / "site", "first")
    (tmp_path / "here").rename(tmp_path / "there")
    assert tag_of(tmp_path / "there" / "site") == "first"


def test_target_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def make(folder: Path) -> None:
        make_site(folder, "first", 3)
        os.chdir("/")

    publish(make, Path("site"), check_site)
    assert tag_of(tmp_path / "site") == "first"


def test_same_bytes_get_the_same_name_elsewhere(tmp_path: Path) -> None:
    one = publish_site(tmp_path / "one" / "site", "same")
    two = publish_site(tmp_path / "two" / "other", "same")
    assert one.release.name == two.release.name


@pytest.mark.parametrize("change", ["content", "name", "boundary"])
def test_other_bytes_get_another_name(tmp_path: Path, change: str) -> None:
    sites = {
        "start": {"a": "bc", "d": "e"},
        "content": {"a": "bc", "d": "f"},
        "name": {"a": "bc", "c": "e"},
        "boundary": {"a": "b", "cd": "e"},
    }

    def name(site: str) -> str:
        def make(folder: Path) -> None:
            for path, text in sites[site].items():
                (folder / path).write_text(text)

        return publish(make, tmp_path / "site", lambda folder: None).release.name

    assert name("start") != name(change)


def test_same_bytes_again_leave_the_link_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    first = publish_site(target, "same")
    before = target.lstat()
    second = publish_site(target, "same")
    assert not second.changed
    assert second.release == first.release
    assert os.path.samestat(before, target.lstat())
    assert left_overs_of(target) == []


def test_going_back_reuses_the_former_release(tmp_path: Path) -> None:
    target = tmp_path / "site"
    first = publish_site(target, "one")
    inode = first.release.stat().st_ino
    publish_site(target, "two")
    again = publish_site(target, "one")
    assert again.changed
    assert again.release == first.release
    assert again.release.stat().st_ino == inode


def test_release_changed_by_hand_is_mended(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for _ in range(3):
        shown = publish_site(target, "same").release
        (shown / "part-0" / "0.html").write_text("changed by hand")
        (shown / "part-1" / "odd").symlink_to("/")
        with pytest.raises(Broken):
            tag_of(target)
        assert publish_site(target, "same").changed
        assert tag_of(target) == "same"


def test_site_that_is_not_whole_is_not_shown(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_site(target, "old")
    with pytest.raises(Broken):
        publish(lambda folder: make_site(folder / "..", "new", 0), target, check_site)
    assert tag_of(target) == "old"
    assert left_overs_of(target) == []


def test_build_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_site(target, "old")

    def make(folder: Path) -> None:
        make_site(folder, "new", 3)
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        publish(make, target, check_site)
    assert tag_of(target) == "old"
    assert left_overs_of(target) == []


def test_link_in_a_build_is_refused(tmp_path: Path) -> None:
    def make(folder: Path) -> None:
        (folder / "odd").symlink_to("/etc/hostname")

    with pytest.raises(StrangeFile) as refusal:
        publish(make, tmp_path / "site", lambda folder: None)
    assert refusal.value.path.name == "odd"
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("stranger", ["folder", "file", "link", "dangling link"])
def test_what_others_made_stays(tmp_path: Path, stranger: str) -> None:
    target = tmp_path / "site"
    if stranger == "folder":
        target.mkdir()
        (target / "letter.txt").write_text("mine")
    elif stranger == "file":
        target.write_text("mine")
    else:
        target.symlink_to("elsewhere" if stranger == "dangling link" else tmp_path)
    before = target.lstat()
    with pytest.raises(TargetOccupied) as refusal:
        publish(refuse_to_build, target, check_site)
    assert refusal.value.target == target
    assert os.path.samestat(before, target.lstat())
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", [".", "..", "/"])
def test_folder_without_a_name_of_its_own_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "letter.txt").write_text("mine")
    monkeypatch.chdir(inner)
    with pytest.raises(TargetOccupied):
        publish(refuse_to_build, Path(name), check_site)


@pytest.mark.parametrize("letter", ["site/letter.txt", "site"])
def test_what_came_while_building_stays(tmp_path: Path, letter: str) -> None:
    target = tmp_path / "site"

    def make(folder: Path) -> None:
        make_site(folder, "new", 3)
        (tmp_path / letter).parent.mkdir(exist_ok=True)
        (tmp_path / letter).write_text("mine")

    with pytest.raises(TargetOccupied):
        publish(make, target, check_site)
    assert (tmp_path / letter).read_text() == "mine"
    assert left_overs_of(target) == []


def test_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish_site(tmp_path / "site", "first")
    assert tag_of(tmp_path / "site") == "first"


def test_link_whose_releases_were_removed_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_site(target, "old")
    releases_of(target).rename(tmp_path / "removed")
    publish_site(target, "new")
    assert tag_of(target) == "new"


def test_everyone_may_read_whatever_the_umask(tmp_path: Path) -> None:
    target = tmp_path / "new" / "site"
    process = start(target, "private", umask=0o077)
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode))
        for path in (*target.resolve().rglob("*"), target.resolve(), target.parent)
    }
    assert modes == {(True, 0o755), (False, 0o644)}
    assert stat.S_IMODE(releases_of(target).stat().st_mode) == 0o755


def test_old_releases_go_when_no_reader_can_hold_them(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for number in range(5):
        publish_site(target, f"release {number}")
        for path in releases_of(target).glob("release-*"):
            hour_ago = time.time() - 3600 + number
            os.utime(path, (hour_ago, hour_ago))
    former = target.resolve().name
    publish_site(target, "last")
    assert releases(target) == {former, target.resolve().name}


def test_release_shown_a_moment_ago_stays_for_its_reader(tmp_path: Path) -> None:
    target = tmp_path / "site"
    reading = publish_site(target, "one").release
    publish_site(target, "two")
    publish_site(target, "three")
    assert tag_of(reading) == "one"


def test_quick_builds_do_not_fill_the_disk(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for number in range(shelf.MOST + 5):
        publish_site(target, f"release {number}", files=1)
    assert len(releases(target)) == shelf.MOST
    assert tag_of(target) == f"release {shelf.MOST + 4}"
