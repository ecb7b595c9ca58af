"""Where the time of one build goes: the functions that take most of it, and whose they are."""

import pstats
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .measuring import PROJECT, cost_of

SHOWN = 25
_LIBRARY = re.compile(r"site-packages/([^/]+)")
_HOUSE = f"{PROJECT}/macros/"


@dataclass(frozen=True)
class Profile:
    """Seconds by whose code they are spent in, and the functions that take most themselves."""

    practices: int
    seconds: float
    by_owner: tuple[tuple[str, float], ...]
    functions: tuple[tuple[str, int, float], ...]
    """Name, calls, seconds of its own."""


def profiled(practices: int, data: Path, folder: Path) -> Profile:
    """Build the collection once more, watched; that makes everything about twice as slow."""
    place = folder / "profiled"
    site, cache = str(place / "site"), str(place / "cache")
    profile = watched(
        "build", practices, folder, DATA=str(data), SITE=site, CACHE=cache, PARTS="pages"
    )
    shutil.rmtree(place)
    return profile


def watched(command: str, practices: int, folder: Path, **options: str) -> Profile:
    """Where the time goes in one of our commands."""
    figures = folder / "profile"
    call = [sys.executable, "-m", "cProfile", "-o", str(figures), "-m", "macros", command]
    cost_of(call, PROJECT, **options)
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
    stats = vars(pstats.Stats(str(figures)))["stats"]
    owners: dict[str, float] = {}
    for (file, _, _), (_, _, own, _, _) in stats.items():
        owners[_owner(file)] = owners.get(_owner(file), 0.0) + own
    most = sorted(stats.items(), key=lambda item: -item[1][2])[:SHOWN]
    return Profile(
        practices,
        sum(own for _, _, own, _, _ in stats.values()),
        tuple(sorted(owners.items(), key=lambda item: -item[1])),
        tuple((_name(*where), figures[1], figures[2]) for where, figures in most),
    )


def told(profile: Profile) -> Iterator[str]:
    """The profile as lines to be printed."""
    yield (
        f"Where the time goes at {profile.practices:,} practices, {profile.seconds:.1f} s under "
        "the profiler, from nothing, start included:"
    )
    for owner, seconds in profile.by_owner:
        if seconds > profile.seconds / 100:
            yield f"{seconds / profile.seconds:7.0%}  {owner}"
    yield "  seconds      calls  function"
    for name, calls, seconds in profile.functions:
        yield f"{seconds:9.2f}  {calls:9,}  {name}"


def _owner(file: str) -> str:
    if file.startswith(_HOUSE):
        inner = Path(file.removeprefix(_HOUSE))
        return f"macros/{inner.parts[0]}"
    if found := _LIBRARY.search(file):
        return found[1]
    return "built into Python" if file == "~" else "Python's library"


def _name(file: str, line: int, function: str) -> str:
    if file == "~":
        return function
    short = file.removeprefix(f"{PROJECT}/").rpartition("site-packages/")[2]
    return f"{Path(short).name if short.startswith('/') else short}:{line} {function}"
