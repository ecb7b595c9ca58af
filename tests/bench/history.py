"""The figures of runs worth keeping, one line each, in ``history.csv``.

``make bench RECORD=yes`` makes that file or adds to it; it is committed with a release.
"""

import csv
import os
import platform
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .goals import Run
from .measuring import PROJECT

FILE = Path(__file__).parent / "history.csv"
FIELDS = (
    *("day", "version", "machine", "what", "practices", "pages"),
    *("cpu_seconds", "ms_a_page", "peak_mb", "output_mb", "reload_seconds", "ours_to_it"),
)
"""``ours_to_it``: our processor time as a share of what stands in the line."""


def machine() -> str:
    """This machine in words: ``MACHINE=``, else cores and systems; never its name."""
    system = f"{platform.system()} {platform.machine()}"
    cores = f"{os.cpu_count()} cores"
    return os.environ.get("MACHINE") or f"{cores}, {system}, Python {platform.python_version()}"


def lines_of(run: Run) -> Iterator[dict[str, str]]:
    """What a run is remembered by."""
    day, version = _last_commit()
    head = {"day": day, "version": version, "machine": machine()}
    for size, built in {0: run.base, **run.sizes}.items():
        yield head | {
            "what": "build",
            "practices": str(size),
            "pages": str(built.pages),
            "cpu_seconds": f"{built.build.seconds:.2f}",
            "ms_a_page": f"{run.ms_a_page(size):.2f}" if size else "",
            "peak_mb": f"{built.build.peak_mb:.0f}",
            "output_mb": f"{built.bytes / 1e6:.1f}",
            "reload_seconds": f"{run.reload[size]:.2f}" if size in run.reload else "",
        }
        for what, cost in (("build again", built.again), ("check", built.check)):
            yield head | {
                "what": what,
                "practices": str(size),
                "cpu_seconds": f"{cost.seconds:.2f}",
                "peak_mb": f"{cost.peak_mb:.0f}",
            }
    for size, seconds in run.reading.items():
        yield head | {"what": "read", "practices": str(size), "cpu_seconds": f"{seconds:.2f}"}
    for (size, name), one in run.rivals.items():
        yield head | {
            "what": name,
            "practices": str(size),
            "pages": str(one.pages),
            "cpu_seconds": f"{one.cost.seconds:.2f}",
            "ms_a_page": f"{one.cost.seconds / one.pages * 1000:.2f}",
            "peak_mb": f"{one.cost.peak_mb:.0f}",
            "ours_to_it": f"{run.sizes[size].build.seconds / one.cost.seconds:.2f}",
        }
    if run.real_handbook is not None:
        yield head | {"what": "real handbook", "cpu_seconds": f"{run.real_handbook:.2f}"}


def remember(run: Run, file: Path = FILE) -> None:
    """Add the run to the history."""
    new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, FIELDS, restval="", lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerows(lines_of(run))


def _last_commit() -> tuple[str, str]:
    """Day and short name of the commit that was measured."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%cs %h"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    day, _, version = told.stdout.strip().partition(" ")
    return day, version
