"""What lies in a folder of data, and what does not belong there."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .file_name import ENTRY_NAME, name_problem, stem_of
from .nearest import suggestion
from .problem import Problem, shown_path


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file to be read: its name, where it lies and how problems name it."""

    stem: str
    """The name without .yml; empty when the name is no right one."""
    path: str
    shown: str


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of one folder in the order of their names."""

    files: tuple[DataFile, ...] = ()
    folders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Names of the files, whatever may be wrong inside them."""
        return frozenset(file.stem for file in self.files if file.stem)


def list_folder(
    root: Path,
    project_root: Path,
    form: re.Pattern[str] = ENTRY_NAME,
    taken: frozenset[str] = frozenset(),
    folders: Iterable[str] | None = (),
) -> Folder:
    """Files of ``root`` whose names have the ``form``; nothing if there is no such folder.

    ``taken``: names that must not be ids; ``folders``: those that may lie here, None: any.
    Files with a wrong name are kept, so that their content is judged at the same time.
    """
    shown = shown_path(root, project_root)
    if root.is_symlink():
        return Folder(problems=(Problem(shown, 1, 1, "SYMLINK"),))
    try:
        with os.scandir(root) as entries:
            found = sorted((entry.name, _sort_of(entry)) for entry in entries)
    except (FileNotFoundError, NotADirectoryError):
        return Folder()
    except OSError:
        return Folder(problems=(Problem(shown, 1, 1, "UNREADABLE"),))
    files: list[DataFile] = []
    inner: list[str] = []
    problems: list[Problem] = []
    for name, sort in found:
        path = f"{shown}/{printable(name)}"
        if sort == "folder":
            inner.append(name)
            if folders is not None and name not in folders:
                problems.append(unknown_folder(path, name, folders))
        elif sort == "symlink":
            problems.append(Problem(path, 1, 1, "SYMLINK"))
        elif sort == "file":
            problem = name_problem(name, path, form, taken)
            if problem is not None:
                problems.append(problem)
            if problem is None or problem.code != "UNKNOWN_FILE":
                stem = _stem(name, problem)
                files.append(DataFile(stem, f"{os.fspath(root)}/{name}", path))
    return Folder(tuple(files), tuple(inner), tuple(problems))


def _sort_of(entry: os.DirEntry[str]) -> str:
    """What is called a YAML file is judged as one; other hidden files are passed over."""
    if entry.name.endswith((".yml", ".yaml")):
        return "file"
    if entry.is_symlink():
        return "symlink"
    if entry.is_dir():
        return "folder"
    return "hidden" if entry.name.startswith(".") else "file"


def unknown_folder(path: str, name: str, known: Iterable[str]) -> Problem:
    """A folder that nobody reads; an entry in it would silently be lost."""
    values = {"name": printable(name)} | suggestion(name, known)
    return Problem(path, 1, 1, "UNKNOWN_FOLDER", values=values)


def printable(name: str) -> str:
    """A file's name as it can stand in a message: on one line, in any encoding."""
    if name.isprintable():
        return name
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _stem(name: str, problem: Problem | None) -> str:
    """A wrong suffix leaves no doubt of the id, so that references to it are not judged."""
    if problem is None:
        return stem_of(name) or ""
    return stem_of(problem.example or "") or "" if problem.code == "WRONG_SUFFIX" else ""
