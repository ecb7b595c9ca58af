"""What all editions of all worksheets cost, made from nothing and with nothing changed."""

import shutil
import sys
from pathlib import Path

from macros.editions import with_editions
from macros.inspection import read_handbook
from macros.options import options, project_folder
from macros.progress import Progress

from .measuring import cost_of

FROM_NOTHING, NOTHING_CHANGED = 60.0, 1.0
"""Goals, in seconds of processor time."""
COMMAND = (sys.executable, "-m", "tests.bench.printing")


def costs(folder: Path) -> tuple[float, float]:
    """CPU seconds of printing from nothing, and again; reading the handbook is taken off."""
    cache = folder / "cache"
    cost_of(COMMAND, CACHE=str(cache), PARTS="pages")  # what reading keeps is kept now
    reading = cost_of(COMMAND, CACHE=str(cache), PARTS="pages").seconds
    first = cost_of(COMMAND, CACHE=str(cache)).seconds
    again = cost_of(COMMAND, CACHE=str(cache)).seconds
    shutil.rmtree(cache)
    return first - reading, max(0.0, again - reading)


def told(first: float, again: float) -> str:
    """Two lines of the table, with the goals."""
    rows = (("from nothing", first, FROM_NOTHING), ("nothing changed", again, NOTHING_CHANGED))
    return "\n".join(
        f"all editions of all worksheets, {name}: {seconds:.1f} s of CPU, goal {goal:.0f} s, "
        + ("met" if seconds <= goal else "NOT MET")
        for name, seconds, goal in rows
    )


if __name__ == "__main__":
    with_editions(read_handbook(options(project_folder())), Progress())
