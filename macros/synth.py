"""``python -m macros synth``: a made-up collection of any size, for measuring with ``DATA=``."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from .options import SETTINGS, Options, options, project_folder
from .reading.entries import read_data
from .reading.problem import Problem
from .reading.report import as_text
from .reading.settings import read_settings
from .reading.words import COMPLETE, read_words
from .synthesis.collection import write_collection
from .synthesis.sample_text import NoSampleText, read_sample_text
from .synthesis.world import world
from .terminal import words_for_terminal

SOURCES = ("docs", "macros", "overrides", "tests")
"""Folders of the project that something real is made from, beside the data."""


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 written, 1 the real data have problems, 2 wrong use."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    here = options(project_folder())
    out = Path(chosen.out).resolve()
    if refusal := _refusal(out, here):
        print(f"synth: {Path(chosen.out).absolute()}: {refusal}", file=sys.stderr)
        return 2
    return _write(here, out, chosen.practices, chosen.projects, chosen.seed)


def _write(here: Options, out: Path, practices: int, projects: int, seed: int) -> int:
    started = time.perf_counter()
    languages = read_settings(here.project / SETTINGS, project_root=here.project).languages
    data = read_data(here.data, languages, project_root=here.project)
    if data.synthetic is not None:
        print(f"synth: {here.data} is made up already; begin with real data", file=sys.stderr)
        return 2
    wrong = [problem for problem in data.problems if problem.severity == "error"]
    if wrong:
        return _refused("the real data have problems", wrong)
    try:
        samples = read_sample_text(here.data, languages, project_root=here.project)
        made = write_collection(world(data, samples, seed, projects), practices, here.data, out)
    except NoSampleText as lacking:
        return _refused(str(lacking), lacking.problems)
    seconds = time.perf_counter() - started
    print(f"Made up {made} entries beside {len(data.records)} real ones in {seconds:.1f} s: {out}")
    return 0


def _refusal(out: Path, here: Options) -> str:
    """Why nothing may be written into ``out``; empty where it may."""
    if out.exists() and not out.is_dir():
        return "is no folder"
    if out.is_dir() and any(out.iterdir()):
        return "is not empty; remove it first"
    for source in (here.data, here.site, *(here.project / name for name in SOURCES)):
        if out.is_relative_to(source.resolve()):
            return f"lies in {source}, where only real things stand"
    return ""


def _refused(reason: str, problems: Sequence[Problem]) -> int:
    project = project_folder()
    words = read_words(project / "data" / "ui", COMPLETE, {}, project_root=project).languages
    if problems:
        print(as_text(problems, words_for_terminal(words)), file=sys.stderr)
    print(f"synth: {reason}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m macros synth",
        description="Writes a copy of the real data with made-up practices and projects beside "
        "them, for DATA=DIR. The same seed makes the same files.",
    )
    parser.add_argument("--practices", type=_count, default=100, metavar="N")
    parser.add_argument("--projects", type=_count, default=0, metavar="M")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--out", required=True, metavar="DIR", help="a new or an empty folder")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text}: a whole number")
    return int(text)
