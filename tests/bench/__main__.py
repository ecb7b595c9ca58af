"""``make bench``: what the handbook costs at 100, 1,000 and 10,000 practices, beside others.

SIZES=100,1000 measures other sizes; RIVALS=hugo,material only these (RIVALS=none: nobody);
RECORD=yes adds the run to the history, with MACHINE="…" as the machine's description.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .goals import Run
from .history import FILE, machine, remember
from .measuring import PROJECT, Failed
from .ours import Built, built, real_handbook
from .printing import costs, told
from .reload import seconds_to_reload
from .rivals import PLACE, RIVALS, NotInstalled, Rival, RivalCost, run_rival
from .searching import FEW, search_cost
from .table import tables

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
    subprocess.run([sys.executable, "-m", "tests.reading.bench_reading"], cwd=PROJECT, check=False)
    try:
        _say("printing")
        print(told(*costs(_folder("printing"))), flush=True)
        run = measured(sizes, rivals)
    except Failed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    print(f"\n{tables(run)}")
    if os.environ.get("RECORD"):
        remember(run)
        print(f"\nRemembered in {FILE.relative_to(PROJECT)}.")
    return 0


def measured(sizes: list[int], rivals: list[Rival]) -> Run:
    """Everything, one size after the other, so that only one lies on the disk."""
    _say("the real data")
    base = built(0, _folder("base"), repeats=3)
    made: dict[int, Built] = {}
    reloads: dict[int, float] = {}
    others: dict[tuple[int, str], RivalCost] = {}
    _say("search among few")
    searches = {0: search_cost(_folder("few"), most_pages=FEW)}
    for size in sizes:
        folder = _folder(f"size-{size}")
        repeats = 1 if size >= LARGE else 2
        _say(f"{size:,} practices")
        made[size] = built(size, folder, repeats)
        _say(f"{size:,} practices: edit to reload")
        reloads[size] = seconds_to_reload(made[size].data, folder)
        for rival in rivals:
            _say(f"{size:,} practices: {rival.title}")
            try:
                cost = run_rival(rival, made[size].site, folder / "rival", repeats)
            except (NotInstalled, Failed) as lacking:
                print(f"{rival.title} is left out: {lacking}", flush=True)
            else:
                others[size, rival.name] = cost
        _say(f"{size:,} practices: search")
        searches[size] = search_cost(folder, made[size].data)
        shutil.rmtree(folder)
    _say("the real handbook, all parts")
    real = real_handbook(_folder("real")).seconds
    return Run(base, made, reloads, others, real, searches)


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
