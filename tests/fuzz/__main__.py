"""``python -m tests.fuzz [--seconds N] [TARGET…]``: many inputs, other ones every time."""

import argparse
import sys
import time
import traceback

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .targets import TARGETS, Target

ROUND = 200
"""Inputs between two looks at the clock."""


def main() -> int:
    """Exit status: 0 everything has survived, 1 something has not, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    chosen = parser.parse_args()
    unknown = set(chosen.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    names = chosen.targets or list(TARGETS)
    survived = [_fuzzed(TARGETS[name], chosen.seconds) for name in names]
    return 0 if all(survived) else 1


def _fuzzed(target: Target, seconds: float) -> bool:
    """Whether a target has survived; where not, the smallest input that shows it is printed."""

    @settings(
        max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.data())
    def survives(data: st.DataObject) -> None:
        target.survives(data.draw(target.draws))

    end, tried = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        try:
            survives()
        except Exception:  # whatever it is, it is what we are looking for
            traceback.print_exc()
            return False
        tried += ROUND
    print(f"{target.name}: {tried} inputs in {seconds:.0f} s, nothing found", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
