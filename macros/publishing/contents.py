"""The files of a finished folder: their fingerprint, their modes, their safe arrival on disk."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

FILE_MODE = 0o644
FOLDER_MODE = 0o755


class StrangeFile(Exception):
    """Something that is neither a file nor a folder: a link or a pipe cannot be published."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is neither a plain file nor a folder")
        self.path = path


def files_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Every plain file below `folder`, in no set order; raises `StrangeFile`."""
    for entry in _entries_in(folder):
        if entry.is_file(follow_symlinks=False):
            yield entry


def fingerprint(folder: Path) -> str:
    """Say what is in `folder`, the same on every machine: sorted relative paths and bytes.

    Times, modes and empty folders do not count. Raises `StrangeFile`.
    """
    start = len(os.fsencode(folder)) + 1
    paths = sorted(os.fsencode(entry.path) for entry in files_in(folder))
    whole = hashlib.sha256()
    for path in paths:
        with Path(os.fsdecode(path)).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").digest()
        whole.update(path[start:] + b"\0" + digest)
    return whole.hexdigest()[:20]


def make_readable(folder: Path) -> None:
    """Let everyone read the whole folder, so that a web server can, whatever the umask was."""
    folder.chmod(FOLDER_MODE)
    for entry in _entries_in(folder):
        mode = FOLDER_MODE if entry.is_dir(follow_symlinks=False) else FILE_MODE
        if stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode) != mode:
            Path(entry.path).chmod(mode)


def unheard(_: int, __: int) -> None:
    """Nobody wants to know how far it is."""


def make_durable(folder: Path, told: Callable[[int, int], None] = unheard) -> None:
    """Return when every file and folder has reached the disk; raises `OSError` if one cannot.

    `told` hears how many of how many are safe.
    """
    total = sum(1 for _ in _entries_in(folder))
    for done, entry in enumerate(_entries_in(folder)):
        told(done, total)
        flush(entry.path)
    flush(folder)


def flush(path: str | os.PathLike[str]) -> None:
    """Wait until one file, or the names in one folder, are safely on disk."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _entries_in(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Files and folders below `folder`, each folder before what it holds."""
    waiting = [os.fspath(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif not entry.is_file(follow_symlinks=False):
                    raise StrangeFile(Path(entry.path))
                yield entry
