"""``python -m macros build``: check the data, write the site aside, look it over, publish it."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from .handbook import Handbook, ProblemsFound, read_handbook
from .options import Options, options, project_folder
from .publishing.lock import Locked
from .publishing.release import Published, TargetOccupied, publish
from .publishing.space import NoSpace
from .publishing.verification import Finding, findings_in
from .site_generator import GeneratorFailed, generate

SHOWN_FINDINGS = 50


class SiteFaulty(Exception):
    """The written site does not hang together."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(f"{len(findings)} faults")
        self.findings = findings


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 published, 1 something is wrong and the old site stands, 2 usage."""
    if arguments:
        print("build takes no arguments; see README.md for DATA=, SITE=, PARTS=", file=sys.stderr)
        return 2
    chosen = options(project_folder())
    start = time.perf_counter()
    try:
        published, handbook = build(chosen)
    except ProblemsFound as found:
        print(found.report(), file=sys.stderr)
        return _refused(f"{len(found.problems)} problems")
    except SiteFaulty as faulty:
        for finding in faulty.findings[:SHOWN_FINDINGS]:
            print(f"{finding.path}: {finding.what} {finding.detail}", file=sys.stderr)
        return _refused(str(faulty))
    except (GeneratorFailed, TargetOccupied, Locked, NoSpace, OSError) as stop:
        return _refused(str(stop))
    seconds = time.perf_counter() - start
    pages = sum(1 for _ in published.release.rglob("*.html"))
    entries = sum(1 for _ in handbook.catalogue)
    print(f"Built {pages} pages from {entries} entries in {seconds:.1f} s: {_shown(chosen.site)}")
    return 0


def build(chosen: Options) -> tuple[Published, Handbook]:
    """Read, write, look over and publish.

    Raises ProblemsFound before anything is written, GeneratorFailed, SiteFaulty, and what
    `publishing.release.publish` raises; the old site then still stands.
    """
    print("Reading data and prose ...", flush=True)
    handbook = read_handbook(chosen)
    if handbook.data.synthetic is not None:
        print(f"MADE-UP DATA, only for measuring: nothing of {chosen.data} may be published.")

    def make(folder: Path) -> None:
        print("Writing pages ...", flush=True)
        generate(handbook, folder)

    def verify(folder: Path) -> None:
        print("Checking the written site ...", flush=True)
        mark = "slot" + handbook.authoring.slots.key
        findings = findings_in(folder, mark, base_path=chosen.site_root)
        if findings:
            raise SiteFaulty(findings)

    published = publish(
        make, chosen.site, verify, waiting=lambda: print("Another build is running; waiting ...")
    )
    return published, handbook


def _refused(reason: str) -> int:
    print(f"Not built ({reason}). The site published before is untouched.", file=sys.stderr)
    return 1


def _shown(path: Path) -> str:
    """A path as the reader would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
