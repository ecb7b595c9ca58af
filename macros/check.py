"""``python -m macros check [PATH…] [--format …] [--lang …]``: data and prose, in seconds."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .inspection import inspect
from .options import options, project_folder
from .reading.problem import Problem
from .reading.report import as_github, as_json, as_text, fill
from .reading.words import COMPLETE
from .terminal import make_printable, terminal_language, words_for_terminal

FINE, PROBLEMS, USAGE = 0, 1, 2
FORMATS: Mapping[str, Callable[[Iterable[Problem], Mapping[str, str]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


@dataclass(frozen=True, slots=True)
class Selection:
    """The files and folders that are reported on; none chosen means all."""

    project: Path
    paths: tuple[Path, ...]

    def __contains__(self, path: str) -> bool:
        whole = self.project / path
        return not self.paths or any(whole.is_relative_to(place) for place in self.paths)

    def count(self, paths: Iterable[str]) -> str:
        return str(sum(path in self for path in paths))


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 all is well (warnings are), 1 problems, 2 wrong use."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or FINE)
    paths = tuple(Path(os.path.abspath(path)) for path in chosen.paths)  # noqa: PTH100 (keeps symlinks)
    absent = [path for path in paths if not os.path.lexists(path)]
    if absent:
        print(f"check: no such file or folder: {absent[0]}", file=sys.stderr)
        return USAGE
    make_printable()
    return _check(Selection(project_folder(), paths), chosen.format, chosen.lang)


def _check(selection: Selection, form: str, language: str) -> int:
    started = time.perf_counter()
    found = inspect(options(selection.project))
    words = words_for_terminal(found.words, language)
    problems = tuple(problem for problem in found.problems if problem.path in selection)
    status = _report(problems, words, form)
    if status == FINE and form == "text":
        counts = {
            "entries": selection.count(found.entries),
            "pages": selection.count(found.pages),
            "seconds": f"{time.perf_counter() - started:.1f}",
        }
        print(fill(words.get("report.fine", "{entries} / {pages} / {seconds} s"), counts))
    return status


def _report(problems: tuple[Problem, ...], words: Mapping[str, str], form: str) -> int:
    """Print the problems; warnings alone leave the result fine."""
    if problems or form == "json":
        print(FORMATS[form](problems, words))
    errors = sum(problem.severity == "error" for problem in problems)
    if form == "text" and errors:
        counts = {"errors": str(errors), "warnings": str(len(problems) - errors)}
        print(fill(words.get("report.count", "{errors} / {warnings}"), counts), file=sys.stderr)
    return PROBLEMS if errors else FINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m macros check",
        description="Checks data/ and docs/. The environment's DATA=dir replaces data/.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="report only on these")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--lang", choices=COMPLETE, default=terminal_language())
    return parser
