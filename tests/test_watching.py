"""Edits as the system tells of them."""

import threading
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from macros.watching import EditObserver, tells_of_changes

PATIENCE = 20.0


class Heard(FileSystemEventHandler):
    """What an observer tells."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.paths.append(Path(str(event.src_path)).name)
            self.told.set()


def test_trying_leaves_a_file_and_its_times_alone(tmp_path: Path) -> None:
    file = tmp_path / "practices" / "dum.yml"
    file.parent.mkdir()
    file.write_text("title: {}", "utf-8")
    before = file.stat()
    if not tells_of_changes([tmp_path]):
        pytest.skip("this system does not tell of changes in its temporary folder")
    after = file.stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)
    assert file.read_text("utf-8") == "title: {}"


def test_a_folder_where_nothing_can_be_tried_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert not tells_of_changes([tmp_path / "empty"])
    assert not tells_of_changes([tmp_path / "missing"])


def test_edits_are_told_and_reading_is_not(tmp_path: Path) -> None:
    file = tmp_path / "dum.yml"
    file.write_text("title: {}", "utf-8")
    if not tells_of_changes([tmp_path]):
        pytest.skip("this system does not tell of changes in its temporary folder")
    heard, observer = Heard(), EditObserver()
    observer.schedule(heard, str(tmp_path), recursive=True)
    observer.start()
    try:
        file.read_text("utf-8")
        (tmp_path / "novy.yml").write_text("title: {}", "utf-8")
        assert heard.told.wait(PATIENCE)
    finally:
        observer.stop()
        observer.join()
    assert set(heard.paths) == {"novy.yml"}
