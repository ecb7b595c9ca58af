"""Benchmarks, in seconds of processor time and as ratios: ``make bench``.

Reading: 10,000 practices of 1.4 kB. Building: the real data with 100, 200 and 400 copies of
the real practice, without search; the cost of one more page must not grow with their number.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
COPIES = (100, 200, 400)


def processor_seconds(command: list[str], **environment: str) -> float:
    """User and system time that a command and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=PROJECT, env={**os.environ, **environment}, check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def data_with(copies: int, folder: Path) -> Path:
    """The real data with so many more practices."""
    data = folder / f"data-{copies}"
    shutil.copytree(PROJECT / "data", data)
    practice = data / "practices" / "dum-23-bytu.yml"
    for number in range(copies):
        shutil.copy(practice, practice.with_name(f"kopie-{number}.yml"))
    return data


def main() -> None:
    """Print the table."""
    subprocess.run([sys.executable, "-m", "tests.reading.bench_reading"], cwd=PROJECT, check=True)
    print(f"{'copies':>8} {'CPU s':>8} {'ms a page':>10}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [sys.executable, "-m", "macros", "build"]
        site = str(folder / "site")
        base = processor_seconds(build, SITE=site, DATA=str(data_with(0, folder)), PARTS="pages")
        print(f"{0:>8} {base:>8.1f}")
        for copies in COPIES:
            data = data_with(copies, folder)
            spent = processor_seconds(build, SITE=site, DATA=str(data), PARTS="pages")
            print(f"{copies:>8} {spent:>8.1f} {(spent - base) / copies / 2 * 1000:>10.1f}")


if __name__ == "__main__":
    main()
