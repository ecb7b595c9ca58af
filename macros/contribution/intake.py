"""A stranger's checkout → the files of data and prose in it, laid out for the base's own checks.

Nothing of the contribution is run and no link in it is followed: plain files of data/ and docs/
are copied, everything else about it is only told. What decides about a contribution (rules for
personal data, settings, programs) is always the base's.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.reading.folder import printable
from macros.reading.problem import Problem

READ = ("data", "docs")
OF_THE_BASE = ("data/privacy/rules.yml", "data/privacy/first_names.yml", "data/schema")
"""A contribution may not loosen what it is judged by."""
PROGRAM = ("macros", "overrides", "setup", "mkdocs.yml", "pyproject.toml", "package.json")
LARGEST_FILE = 8 * 1024 * 1024
MOST_BYTES = 512 * 1024 * 1024
MOST_FILES = 100_000


class TooMuch(Exception):
    """The contribution is larger than any handbook; nothing of it is read on."""


@dataclass
class Intake:
    """What was laid out, and what was not."""

    changed: list[str] = field(default_factory=list)
    """Files of data and prose that are new or differ from the base."""
    removed: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    """Changed files that nobody looks at here: programs, settings, rules."""
    problems: list[Problem] = field(default_factory=list)
    _bytes: int = 0
    _files: int = 0

    def count(self, size: int) -> None:
        """Raises TooMuch."""
        self._bytes += size
        self._files += 1
        if self._bytes > MOST_BYTES or self._files > MOST_FILES:
            raise TooMuch


def lay_out(base: Path, contribution: Path, room: Path) -> Intake:
    """Fill the new folder ``room`` with the base's programs and the contribution's texts.

    Raises TooMuch.
    """
    room.mkdir(parents=True)
    for name in PROGRAM:
        source = base / name
        if source.is_dir():
            shutil.copytree(source, room / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, room / name)
    if (base / "node_modules").is_dir():
        (room / "node_modules").symlink_to((base / "node_modules").resolve())
    intake = Intake()
    for path, status in _files(contribution, contribution):
        _take(path, status, base, contribution, room, intake)
    here = {path for path, _ in _files(contribution, contribution)}
    for top in READ:
        intake.removed += (one for one, _ in _files(base / top, base) if one not in here)
    for name in OF_THE_BASE:
        _copied_from_base(base / name, room / name)
    for top in READ:
        (room / top).mkdir(exist_ok=True)
    return intake


def _files(folder: Path, root: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Path from ``root`` and status of everything but folders; no link is entered."""
    if folder.is_symlink():
        yield folder.relative_to(root).as_posix(), folder.lstat()
        return
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if one not in (".git", "node_modules", ".venv"))
        for name in sorted([*files, *folders]):
            path = Path(parent, name)
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode):
                yield path.relative_to(root).as_posix(), status


def _take(
    path: str, status: os.stat_result, base: Path, contribution: Path, room: Path, intake: Intake
) -> None:
    intake.count(status.st_size)
    same = _same(base / path, contribution / path, status)
    is_read = path.startswith(tuple(f"{top}/" for top in READ)) or path in READ
    if not is_read or path.startswith(OF_THE_BASE):
        if not same:
            intake.other.append(path)
        return
    if not same:
        intake.changed.append(path)
    target = room / path
    if stat.S_ISLNK(status.st_mode):
        intake.problems.append(Problem(printable(path), 1, 1, "SYMLINK"))
    elif not stat.S_ISREG(status.st_mode):
        intake.problems.append(Problem(printable(path), 1, 1, "NOT_A_FILE"))
    elif status.st_size > LARGEST_FILE:
        values = {"size": str(status.st_size), "maximum": str(LARGEST_FILE)}
        intake.problems.append(Problem(printable(path), 1, 1, "TOO_LARGE", values=values))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(contribution / path, target, follow_symlinks=False)
        target.chmod(status.st_mode & 0o755)


def _same(base: Path, contribution: Path, status: os.stat_result) -> bool:
    """Whether a file is as the base has it; what is no plain file never is."""
    try:
        known = base.lstat()
    except OSError:
        return False
    if not (stat.S_ISREG(known.st_mode) and stat.S_ISREG(status.st_mode)):
        return False
    if known.st_size != status.st_size:
        return False
    return base.read_bytes() == contribution.read_bytes()


def _copied_from_base(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    elif source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
