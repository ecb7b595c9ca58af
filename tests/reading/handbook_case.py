"""A small valid handbook with the files of one case laid over it."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.reading.entries import Data, read_data
from macros.reading.problem import Problem
from macros.reading.prose import Prose, read_prose
from macros.reading.settings import Settings, read_settings

BASE = Path(__file__).parent / "base"
PRACTICE = BASE / "data" / "practices" / "dum.yml"


@dataclass(frozen=True)
class Handbook:
    """Everything that was read of it."""

    settings: Settings
    data: Data
    prose: Prose

    @property
    def problems(self) -> list[Problem]:
        return sorted({*self.settings.problems, *self.data.problems, *self.prose.problems})


def laid_over_base(case: Path | None, made: Sequence[Mapping[str, str]], folder: Path) -> Path:
    """A copy of the base in ``folder`` with the case's files, and what git cannot hold."""
    shutil.copytree(BASE, folder)
    if case is not None:
        shutil.copytree(
            case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yml")
        )
    for special in made:
        path = folder / special["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        MAKE[special["as"]](path)
    return folder


def read_handbook(folder: Path) -> Handbook:
    settings = read_settings(folder / "mkdocs.yml", project_root=folder)
    languages = settings.languages or ("cs", "pl")
    return Handbook(
        settings,
        read_data(folder / "data", languages, project_root=folder),
        read_prose(folder / "docs", languages, project_root=folder),
    )


def _symlink(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _executable(path: Path) -> None:
    path.chmod(0o755)


def _copy(path: Path) -> None:
    shutil.copy(PRACTICE, path)


def _without(path: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _huge(path: Path) -> None:
    path.write_bytes(PRACTICE.read_bytes() + b"# " + b"x" * 70_000 + b"\n")


def _deep(path: Path) -> None:
    path.write_text(PRACTICE.read_text("utf-8") + "aim: " + "[" * 30_000 + "\n", "utf-8")


def _many(path: Path) -> None:
    path.write_text(PRACTICE.read_text("utf-8") + "themes: [" + "x, " * 3000 + "]\n", "utf-8")


def _in_windows_1250(path: Path) -> None:
    path.write_bytes(path.read_text("utf-8").encode("cp1250"))


MAKE: Mapping[str, Callable[[Path], None]] = {
    "symlink": _symlink,
    "executable": _executable,
    "fifo": os.mkfifo,
    "folder": Path.mkdir,
    "copy": _copy,
    "nothing": _without,
    "huge": _huge,
    "deep": _deep,
    "many": _many,
    "windows_1250": _in_windows_1250,
}
"""Name in a case's ``make`` -> how such a file comes about."""
