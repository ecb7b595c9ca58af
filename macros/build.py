"""``python -m macros build``: check the data, write the site aside, look it over, publish it."""

import cProfile
import pstats
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from .book_files import add_books
from .editions import with_editions
from .handbook import Handbook, ProblemsFound
from .inspection import read_handbook
from .options import Options, options, project_folder
from .previews import with_previews
from .printing.epub import PandocFailed
from .progress import Progress
from .publishing.lock import Locked
from .publishing.release import Published, TargetOccupied, publish
from .publishing.space import NoSpace
from .publishing.trust import Trust
from .publishing.verification import Finding, findings_in
from .run import Run
from .search.pagefind import PagefindFailed
from .search_files import add_search
from .site_generator import GeneratorFailed, generate

FAILURES = (GeneratorFailed, PagefindFailed, PandocFailed)
"""Libraries that did not do what they are for."""
SHOWN_FINDINGS = 50
PROFILED = 60
"""Functions that a profile names, by their own time and with all they call."""


class SiteFaulty(Exception):
    """The written site does not hang together."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} faults")
        self.findings = findings


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 published, 1 something is wrong and the old site stands, 2 usage."""
    if list(arguments) not in ([], ["--profile"]):
        print(
            "build takes no arguments but --profile; see README.md for DATA=, SITE=, PARTS=",
            file=sys.stderr,
        )
        return 2
    chosen = options(project_folder())
    if not arguments:
        return _built(chosen)
    profile = cProfile.Profile()
    status = profile.runcall(_built, chosen)
    place = chosen.cache / "profile.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8") as file:
        figures = pstats.Stats(profile, stream=file)
        figures.sort_stats("cumulative").print_stats(PROFILED)
        figures.sort_stats("tottime").print_stats(PROFILED)
    print(f"Where the time went: {_shown(place)}")
    return status


def _built(chosen: Options) -> int:
    start = time.perf_counter()
    try:
        published, handbook, run = build(chosen)
    except ProblemsFound as found:
        print(found.report(), file=sys.stderr)
        return _refused(f"{len(found.problems)} problems")
    except SiteFaulty as faulty:
        for finding in faulty.findings[:SHOWN_FINDINGS]:
            print(f"{finding.path}: {finding.what} {finding.detail}", file=sys.stderr)
        return _refused(str(faulty))
    except (*FAILURES, TargetOccupied, Locked, NoSpace, OSError) as stop:
        return _refused(str(stop))
    seconds = time.perf_counter() - start
    pages = sum(1 for _ in published.release.rglob("*.html"))
    entries = sum(1 for _ in handbook.catalogue)
    print(f"Built {pages} pages from {entries} entries in {seconds:.1f} s: {_shown(chosen.site)}")
    print(f"({run.summary(handbook.data.files_read, handbook.data.files_reused)})")
    return 0


def build(chosen: Options) -> tuple[Published, Handbook, Run]:
    """Read, write, look over and publish.

    Raises ProblemsFound before anything is written, one of FAILURES, SiteFaulty, and what
    `publishing.release.publish` raises; the old site then still stands.
    """
    progress = Progress()
    progress.step("Reading data and prose")
    handbook = with_previews(with_editions(read_handbook(chosen, progress.at), progress))
    if handbook.data.synthetic is not None:
        print(f"MADE-UP DATA, only for measuring: nothing of {chosen.data} may be published.")
    run = Run(Trust(handbook.slot_mark, base_path=chosen.site_root), progress)

    def make(folder: Path) -> None:
        progress.step("Writing pages")
        generate(handbook, folder, run)
        add_books(handbook, folder, progress)
        add_search(handbook, folder, progress)
        handbook.cache.sweep()

    def verify(folder: Path) -> None:
        progress.step("Checking the written site")
        findings = findings_in(
            folder,
            handbook.slot_mark,
            base_path=chosen.site_root,
            trust=run.trust,
            told=progress.at,
        )
        if findings:
            raise SiteFaulty(findings)
        progress.step("Putting the site in its place")

    published = publish(
        make,
        chosen.site,
        verify,
        waiting=lambda: print("Another build is running; waiting ..."),
        told=progress.at,
    )
    progress.end()
    return published, handbook, run


def _refused(reason: str) -> int:
    print(f"Not built ({reason}). The site published before is untouched.", file=sys.stderr)
    return 1


def _shown(path: Path) -> str:
    """A path as the reader would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
