"""One build at a time for one site: a lock that the system itself frees when its holder dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = 600.0
"""Seconds a build waits for another: longer than the longest whole build we know."""

_PAUSE = 0.05


class Locked(Exception):
    """Another build held the lock for as long as this one was ready to wait."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(f"{path} is held by another build; waited {seconds:g} s")
        self.path = path
        self.seconds = seconds


def silently() -> None:
    """Tell nobody that a build is waiting."""


@contextmanager
def exclusive(
    path: Path, seconds: float = WAIT, waiting: Callable[[], None] = silently
) -> Iterator[None]:
    """Hold the lock on `path` for the length of a `with` block; the file itself stays.

    `waiting` is called once, and only if the lock was not free at first. Nothing needs
    cleaning after a kill: the system drops the lock with its last holder. A forked worker
    holds it too, so a builder with a pool of processes must spawn them, not fork them.

    Raises `Locked` when `seconds` have passed.
    """
    handle = _acquired(path, seconds, waiting)
    try:
        yield
    finally:
        os.close(handle)


def _acquired(path: Path, seconds: float, waiting: Callable[[], None]) -> int:
    deadline = time.monotonic() + seconds
    told = False
    while (handle := _attempt(path)) is None:
        if time.monotonic() >= deadline:
            raise Locked(path, seconds)
        if not told:
            waiting()
            told = True
        time.sleep(_PAUSE)
    return handle


def _attempt(path: Path) -> int | None:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_still_at(path, handle):
            return handle
    except BlockingIOError:
        pass
    os.close(handle)
    return None


def _is_still_at(path: Path, handle: int) -> bool:
    """Whoever removes the folder removes the lock file with it; a lock on a file that nobody
    else can open any more would protect nothing."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
