"""What this very process has read before, for as long as its files stay the same."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

Stamp = tuple[tuple[str, int, int, int], ...]
"""Path, time of change, size and inode of files."""


@dataclass(slots=True)
class Memory:
    """Values by name; Any: whatever was made of the files.

    A run that reads everything once has no use for them: it ``keeps`` nothing.
    """

    keeps: bool = True
    _known: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def unless_changed(self, name: str, files: Iterable[Path], make: Callable[[], T]) -> T:
        """What ``make`` gives, made anew only when one of the files or folders has changed."""
        return self.while_same(name, stamp_of(files) if self.keeps else (), make)

    def while_same(self, name: str, stamp: object, make: Callable[[], T]) -> T:
        """What ``make`` gives, made anew only when ``stamp`` is another one."""
        known = self._known.get(name)
        if known is not None and known[0] == stamp:
            value: T = known[1]
            return value
        made = make()
        if self.keeps:
            self._known[name] = (stamp, made)
        return made

    def keep_only(self, prefix: str, names: set[str]) -> None:
        """Forget what begins with ``prefix`` and is not among ``names``."""
        for name in [one for one in self._known if one.startswith(prefix) and one not in names]:
            del self._known[name]


def stamp_of_file(path: str) -> tuple[int, int, int] | None:
    """The present state of one file, as `stamp_of` has it; None: there is none."""
    try:
        state = os.lstat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino


def stamp_of(files: Iterable[Path]) -> Stamp:
    """The present state of files, and of all files in folders."""
    return tuple(sorted(one for file in files for one in _stamps(os.fspath(file))))


def _stamps(path: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        state = os.lstat(path)
    except OSError:
        return
    yield path, state.st_mtime_ns, state.st_size, state.st_ino
    if stat.S_ISREG(state.st_mode):
        return
    try:
        with os.scandir(path) as entries:
            inner = [entry.path for entry in entries if entry.name != "__pycache__"]
    except OSError:
        return
    for one in inner:
        yield from _stamps(one)
