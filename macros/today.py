"""The build's day: never the clock, so that two builds of a commit are the same."""

import datetime
import subprocess
from collections.abc import Iterable
from pathlib import Path


def today(project: Path, epoch: int | None, updated: Iterable[datetime.date]) -> datetime.date:
    """The day of the build, in UTC.

    ``epoch`` (https://reproducible-builds.org/specs/source-date-epoch/), else the time of the
    last commit, else the newest of ``updated``, else the day the epoch began.
    """
    seconds = str(epoch) if epoch is not None else _last_commit(project)
    if seconds.isdecimal():
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
    return max(updated, default=datetime.date(1970, 1, 1))


def _last_commit(project: Path) -> str:
    """Seconds since 1970 of the last commit, or "" where there is no history."""
    if not (project / ".git").exists():
        return ""
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.strip()
