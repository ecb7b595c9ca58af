"""Edits as the system tells of them: at once, and without looking at all files again and again."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

EDITS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileDeletedEvent,
    FileMovedEvent,
]
"""What the system tells besides is that a file was read, which every build does."""
PATIENCE = 1.0
"""Seconds within which the system tells of a change, where it tells of changes at all."""


class EditObserver:
    """The system's own watcher, of edits only; used like any observer of watchdog's."""

    def __init__(self) -> None:
        observer = Observer(timeout=PATIENCE)
        self._observer = observer
        self.start, self.stop, self.join = observer.start, observer.stop, observer.join
        self.unschedule = observer.unschedule

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:
        """Tell ``handler`` of edits below ``path``. Any: watchdog's own mark of a watch."""
        return self._observer.schedule(handler, path, recursive=recursive, event_filter=EDITS)


def watch_by_system(server: Any, folders: Sequence[Path]) -> None:
    """Let a server hear of edits from the system, if it tells of those in ``folders``.

    Else the server goes on looking for them twice a second, which at 10,000 entries takes a
    third of a processor, and every edit waits for the next look. Any: mkdocs' own server.
    """
    if not tells_of_changes(folders):
        return
    watched = [emitter.watch.raw_path for emitter in server.observer.emitters]
    for path in watched:
        server.unwatch(path)
    server.observer = EditObserver()
    for path in watched:
        server.watch(path)


def tells_of_changes(folders: Sequence[Path]) -> bool:
    """Whether the system tells of changes in all the folders, which is tried on a file of each.

    It does not where the files lie on another machine, or outside of a virtual one. The file
    keeps its content and its times.
    """
    return all(_tells_of_changes(folder) for folder in folders)


class _Listener(FileSystemEventHandler):
    def __init__(self, told: threading.Event) -> None:
        self._told = told

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._told.set()


def _tells_of_changes(folder: Path) -> bool:
    file = next((one for one in folder.rglob("*") if one.is_file()), None)
    if file is None:
        return False
    told = threading.Event()
    observer = Observer(timeout=PATIENCE)
    try:
        observer.schedule(_Listener(told), str(folder), recursive=True)
        observer.start()
        state = file.stat()
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
        return told.wait(PATIENCE)
    except OSError:
        return False  # it watches no more than so many folders, or the file is not ours
    finally:
        observer.stop()
        if observer.is_alive():
            observer.join()
