"""``python -m macros review``: judges a contribution as data, with this checkout's own checks.

Run on every pull or merge request, and by hand: ``--from`` is a checkout of the contribution,
of which only the texts in data/ and docs/ are read.
"""

import argparse
import secrets
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from .build import SiteFaulty, build
from .contribution.intake import Intake, TooMuch, lay_out
from .contribution.summary import Review, ShownEntry, summary
from .handbook import ProblemsFound
from .inspection import Inspection, inspect
from .model.kinds import KINDS
from .model.texts import texts_of
from .options import Options, options, project_folder
from .publishing.release import TargetOccupied
from .reading.problem import FieldPath, Problem
from .reading.report import as_github, message_words
from .reading.words import COMPLETE, read_words
from .site_generator import GeneratorFailed
from .terminal import make_printable

FINE, PROBLEMS, USAGE = 0, 1, 2
EVERY_LANGUAGE = ("cs", "pl", "en")


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 the contribution is fine, 1 it has to be mended, 2 wrong use."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or FINE)
    base, contribution, room = project_folder(), Path(chosen.contribution), Path(chosen.room)
    if not contribution.is_dir() or room.exists():
        print("review: --from is a checkout, --room a new folder", file=sys.stderr)
        return USAGE
    make_printable()
    try:
        intake = lay_out(base, contribution, room)
    except TooMuch:
        print("review: the contribution is larger than any handbook", file=sys.stderr)
        return PROBLEMS
    here = _options(room, base)
    found = inspect(here)
    review = _review(intake, found, here, Path(chosen.preview) if chosen.preview else None)
    words = _words(base)
    print(as_github(review.problems, *words.values()))
    if chosen.summary:
        Path(chosen.summary).write_text(summary(review, words), encoding="utf-8")
    return PROBLEMS if review.faulty else FINE


def _options(room: Path, base: Path) -> Options:
    """The room's data and prose; what was made before lies in the base's cache."""
    return replace(
        options(room, {"PARTS": "pages", "SITE": str(room / "site")}), cache=base / ".cache"
    )


def _review(intake: Intake, found: Inspection, here: Options, preview: Path | None) -> Review:
    changed = set(intake.changed)
    problems = [
        problem
        for problem in sorted({*intake.problems, *found.problems})
        if problem.severity == "error" or problem.path in changed
    ]
    review = Review(
        problems, _entries(found, changed), intake.changed, intake.removed, intake.other
    )
    if preview is None or review.faulty:
        return review
    quiet = secrets.token_hex(16)
    print(f"::stop-commands::{quiet}")  # what a build says may repeat a stranger's words
    wrong = _preview(here, preview)
    print(f"::{quiet}::", flush=True)
    return replace(review, problems=[*problems, *wrong], has_preview=not wrong)


def _entries(found: Inspection, changed: set[str]) -> list[ShownEntry]:
    if found.handbook is None:
        return []
    catalogue = found.handbook.catalogue
    entries = []
    for kind, entry in catalogue:
        path = catalogue.files[kind, entry.id]
        if {path, f"data/translations/{KINDS[kind].folder}/{entry.id}.yml"} & changed:
            lacking = catalogue.lacking(kind, entry.id)
            texts = [(_field(name), text) for name, text in texts_of(entry)]
            missing, stale = (
                {language: len(paths) for language, paths in one.items()}
                for one in (lacking.missing, lacking.stale)
            )
            entries.append(ShownEntry(path, kind, texts, missing, stale))
    return entries


def _field(path: str) -> FieldPath:
    return tuple(int(part) if part.isdecimal() else part for part in path.split("."))


def _preview(here: Options, preview: Path) -> list[Problem]:
    """The site with the contribution in it; where it does not come about, why."""
    try:
        published, _, _ = build(here)
    except ProblemsFound as faults:
        return list(faults.problems)
    except (SiteFaulty, GeneratorFailed, TargetOccupied, OSError) as stop:
        return [Problem("data", 1, 1, "NO_PREVIEW", values={"reason": " ".join(str(stop).split())})]
    shutil.copytree(published.release, preview)
    return []


def _words(base: Path) -> Mapping[str, Mapping[str, str]]:
    own = read_words(base / "data" / "ui", COMPLETE, {}, project_root=base).languages
    return {language: message_words(language, own) for language in EVERY_LANGUAGE}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m macros review",
        description="Judges a contribution as data, with the checks of this checkout.",
    )
    parser.add_argument("--from", dest="contribution", required=True, metavar="DIR")
    parser.add_argument("--room", required=True, metavar="DIR", help="a new folder to work in")
    parser.add_argument("--summary", metavar="FILE", help="where to write what was found")
    parser.add_argument("--preview", metavar="DIR", help="where to put the site, if it is fine")
    return parser
