"""What one command costs: processor time and memory, its children included."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
OVERRIDES = ("DATA", "SITE", "CACHE", "PARTS", "SITE_URL", "REPO_URL", "PORT")
MACROS = (sys.executable, "-m", "macros")


@dataclass(frozen=True)
class Cost:
    """Processor seconds (the measure, for others work on this machine too), and memory."""

    seconds: float
    peak_mb: float
    elapsed: float
    """By the clock; shown nowhere as a result, only to tell how long to wait."""


class Failed(Exception):
    """A command that was to be measured did not end well; says what it printed last."""


def environment(**own: str) -> dict[str, str]:
    """The caller's environment without its overrides, and with ``own``."""
    kept = {name: value for name, value in os.environ.items() if name not in OVERRIDES}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **own}


def cost_of(command: Sequence[str], folder: Path = PROJECT, **own: str) -> Cost:
    """Run a command to its end. Raises Failed where it does not end with 0.

    ``wait4`` counts the child and what the child has waited for. Linux counts this process
    into the child's peak memory, so nothing large may be held here.
    """
    started = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(**own), stdout=said, stderr=subprocess.STDOUT
        )
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            last = said.read()[-2000:].decode("utf-8", "replace")
            raise Failed(f"{' '.join(command[:4])} ended with {process.returncode}:\n{last}")
    per_mb = 1_000_000 if sys.platform == "darwin" else 1_000_000 / 1024
    return Cost(
        seconds=usage.ru_utime + usage.ru_stime,
        peak_mb=usage.ru_maxrss / per_mb,
        elapsed=time.monotonic() - started,
    )


def least(costs: Sequence[Cost]) -> Cost:
    """The cheapest of several runs: whatever else the machine does only adds."""
    return min(costs, key=lambda cost: cost.seconds)


def bytes_in(folder: Path) -> int:
    """Bytes of all files below ``folder``."""
    return sum(
        entry.stat(follow_symlinks=False).st_size
        for inner, _, _ in os.walk(folder)
        for entry in os.scandir(inner)
        if entry.is_file(follow_symlinks=False)
    )


def pages_in(folder: Path) -> int:
    """HTML pages below ``folder``."""
    return sum(name.endswith(".html") for _, _, names in os.walk(folder) for name in names)
