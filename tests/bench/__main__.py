"""``make bench``: what the handbook costs at 100, 1,000 and 10,000 practices, beside others.

SIZES=100,1000 measures other sizes; RIVALS=hugo,material only these (RIVALS=none: nobody);
RECORD=yes adds the run to the history, with MACHINE="…" as the machine's description.
"""

import os
import shutil
import sys
from pathlib import Path

from . import printing
from .choosing import ChoosingCost, choosing_cost
from .goals import SMALL, Run
from .history import FILE, machine, remember
from .measuring import PROJECT, Failed
from .ours import Built, built, real_handbook
from .profile import Profile, profiled, told
from .reading import seconds_to_read
from .reload import seconds_to_reload
from .rivals import PLACE, RIVALS, NotInstalled, Rival, RivalCost, run_rival
from .searching import FEW, search_cost
from .table import reasons, tables

WORK = PLACE / "work"
LARGE = 5_000
"""From here on one measurement is long enough to be steady."""


def main() -> int:
    """Measure, print, and remember where that was asked for; 0 unless something failed."""
    try:
        sizes, rivals = _sizes(), _rivals()
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    print(f"Measured on {machine()}; CPU time, in brackets what is being done.", flush=True)
    try:
        _say("printing")
        print(printing.told(*printing.costs(_folder("printing"))), flush=True)
        run, watched = measured(sizes, rivals)
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    print(f"\n{tables(run)}")
    if missed := reasons(run):
        print(f"\n{missed}\n", *(told(watched) if watched else ()), sep="\n")
    if os.environ.get("RECORD"):
        remember(run)
        print(f"\nRemembered in {FILE.relative_to(PROJECT)}.")
    return 0


def measured(sizes: list[int], rivals: list[Rival]) -> tuple[Run, Profile | None]:
    """Everything, one size after the other, so that only one lies on the disk; and a profile.

    What cannot be measured is told, and left out.
    """
    _say("the real data")
    base = built(0, _folder("base"), repeats=3)
    made: dict[int, Built] = {}
    reloads: dict[int, float] = {}
    others: dict[tuple[int, str], RivalCost] = {}
    _say("search in the real handbook")
    real_search = search_cost(_folder("real-search"))
    _say("search among few")
    searches = {0: search_cost(_folder("few"), most_pages=FEW)}
    reading: dict[int, float] = {}
    watched: Profile | None = None
    choosing: ChoosingCost | None = None
    for size in sizes:
        folder = _folder(f"size-{size}")
        repeats = 1 if size >= LARGE else 2
        _say(f"{size:,} practices")
        made[size] = built(size, folder, repeats)
        reading[size] = seconds_to_read(size, folder)
        _say(f"{size:,} practices: edit to reload")
        try:
            reloads[size] = seconds_to_reload(made[size].data, folder)
        except Failed as lacking:
            print(lacking, flush=True)
        for rival in rivals:
            _say(f"{size:,} practices: {rival.title}")
            try:
                cost = run_rival(rival, made[size].site, folder / "rival", repeats)
            except (NotInstalled, Failed) as lacking:
                print(f"{rival.title} is left out: {lacking}", flush=True)
            else:
                others[size, rival.name] = cost
        if size <= SMALL:
            _say(f"{size:,} practices: where the time goes")
            watched = profiled(size, made[size].data, folder)
        if size == SMALL:
            _say(f"{size:,} practices: choosing")
            choosing = choosing_cost(made[size].site)
        _say(f"{size:,} practices: search")
        searches[size] = search_cost(folder, made[size].data)
        shutil.rmtree(folder)
    _say("the real handbook, all parts")
    whole: float | None = None
    try:
        whole = real_handbook(_folder("real")).seconds
    except Failed as lacking:
        print(lacking, flush=True)
    return Run(
        base, made, reloads, others, whole, reading, searches, real_search, choosing
    ), watched


def _folder(name: str) -> Path:
    folder = WORK / name
    folder.mkdir()
    return folder


def _say(what: str) -> None:
    print(f"[{what}]", flush=True)


def _sizes() -> list[int]:
    text = os.environ.get("SIZES") or "100,1000,10000"
    sizes = [one.strip() for one in text.split(",")]
    if not all(one.isdecimal() and int(one) > 0 for one in sizes):
        raise ValueError(f"SIZES={text}: numbers of practices with commas between")
    return sorted({int(one) for one in sizes})


def _rivals() -> list[Rival]:
    text = os.environ.get("RIVALS") or ",".join(rival.name for rival in RIVALS)
    names = set() if text == "none" else {one.strip() for one in text.split(",")}
    known = {rival.name for rival in RIVALS}
    if names - known:
        raise ValueError(f"RIVALS={text}: of {', '.join(sorted(known))}, or none")
    return [rival for rival in RIVALS if rival.name in names]


if __name__ == "__main__":
    sys.exit(main())
