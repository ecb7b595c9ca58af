"""Our own builds of made-up collections, by the commands that a user types."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .measuring import MACROS, Cost, bytes_in, cost_of, least, pages_in

SEED = "1"


@dataclass(frozen=True)
class Built:
    """One collection, built with ``PARTS=pages``; its data and site are still there."""

    practices: int
    data: Path
    site: Path
    build: Cost
    again: Cost
    """Built once more with nothing changed and what the first run has kept."""
    check: Cost
    pages: int
    bytes: int


def built(practices: int, folder: Path, repeats: int) -> Built:
    """Make up a collection in ``folder``, build it with an empty cache, again, and check it."""
    data = collection(practices, folder / "data")
    site, cache = folder / "site", folder / "cache"
    build = repeated(repeats, lambda: _clean_build(data, site, cache))
    again = build_once(data, site, cache)
    check = repeated(repeats, lambda: cost_of([*MACROS, "check"], DATA=str(data)))
    whole = site.resolve()
    return Built(practices, data, site, build, again, check, pages_in(whole), bytes_in(whole))


def collection(practices: int, data: Path) -> Path:
    """A made-up collection with a project to fifty practices."""
    projects = str(practices // 50)
    wanted = ["--practices", str(practices), "--projects", projects, "--seed", SEED]
    cost_of([*MACROS, "synth", *wanted, "--out", str(data)])
    return data


def build_once(data: Path, site: Path, cache: Path) -> Cost:
    """One build of the pages."""
    return cost_of(
        [*MACROS, "build"], DATA=str(data), SITE=str(site), CACHE=str(cache), PARTS="pages"
    )


def real_handbook(folder: Path) -> Cost:
    """The second build of the real handbook with all its parts: what can be kept is kept."""
    site, cache = str(folder / "site"), str(folder / "cache")
    cost_of([*MACROS, "build"], SITE=site, CACHE=cache)
    return cost_of([*MACROS, "build"], SITE=site, CACHE=cache)


def repeated(times: int, measure: Callable[[], Cost]) -> Cost:
    """The least of several measurements."""
    return least([measure() for _ in range(times)])


def _clean_build(data: Path, site: Path, cache: Path) -> Cost:
    shutil.rmtree(cache, ignore_errors=True)
    return build_once(data, site, cache)
