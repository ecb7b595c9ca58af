"""The real build against kills, a full disk and another build: the old site stays whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import LONG, PROJECT, run
from tests.test_site import contents

STEPS = (
    "Reading data and prose",
    "Writing pages ...",
    "Writing pages of entries (cs)",
    "Writing pages of entries (pl)",
    "Checking the written site",
    "Putting the site in its place",
)


def start(site: Path, **environment: str) -> subprocess.Popen[str]:
    """The real build as a process of its own, in a group that can be ended whole."""
    own = {**os.environ, "SITE": str(site), "PARTS": "pages", **environment}
    return subprocess.Popen(
        [sys.executable, "-m", "macros", "build"],
        cwd=PROJECT,
        env=own,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that stands already."""
    site = tmp_path_factory.mktemp("published") / "site"
    built = run(["build"], PROJECT, SITE=str(site), PARTS="pages", REPO_URL="https://old.example")
    assert built.status == 0, built.errors
    return site


def killed(build: subprocess.Popen[str], step: str, seconds: float) -> bool:
    """End a build so many seconds after that step began; whether it was still at work."""
    with build:
        assert build.stdout is not None
        assert any(line.startswith(step) for line in build.stdout), step
        time.sleep(seconds)
        os.killpg(build.pid, signal.SIGKILL)
        return build.wait() == -signal.SIGKILL


def test_a_killed_build_leaves_the_old_site_or_the_new_one(published: Path) -> None:
    site, old = published, contents(published)
    chance = random.Random(23)
    unfinished = 0
    for step in STEPS:
        unfinished += killed(start(site), step, chance.uniform(0, 0.5))
        shown = contents(site)
        assert len(shown) == len(old)
        assert shown.keys() == old.keys()
        edited = [name for name in shown if b"https://old.example" in shown[name]]
        assert len(edited) in (
            0,
            len([name for name in old if b"https://old.example" in old[name]]),
        )
    assert unfinished > len(STEPS) / 2
    after = run(["build"], PROJECT, SITE=str(site), PARTS="pages", REPO_URL="https://old.example")
    assert after.status == 0, after.errors
    assert contents(site) == old
    left = [path.name for path in (site.parent / f".{site.name}-releases").iterdir()]
    assert all(name == "lock" or name.startswith("release-") for name in left), left


def test_two_builds_at_once_both_succeed(published: Path) -> None:
    site = published
    builds = [start(site, REPO_URL=f"https://{number}.example") for number in (1, 2)]
    for build in builds:
        build.communicate(timeout=LONG)
    assert [build.returncode for build in builds] == [0, 0]
    texts = {name: data for name, data in contents(site).items() if name.endswith(".html")}
    counts = [
        sum(f"https://{n}.example".encode() in data for data in texts.values()) for n in (1, 2)
    ]
    assert sorted(counts)[0] == 0
    assert sorted(counts)[1] > len(texts) / 2


def test_a_full_disk_leaves_the_old_site(published: Path) -> None:
    """No file may grow beyond 20 kB, as on a disk that has no more room."""
    site, old = published, contents(published)
    script = "import resource, sys, runpy; " + (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); "
        "sys.argv = ['macros', 'build']; runpy.run_module('macros', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PROJECT,
        env={**os.environ, "SITE": str(site), "PARTS": "pages", "REPO_URL": "https://full.example"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
    )
    assert done.returncode == 1, done.stderr
    assert "untouched" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(site) == old


def test_a_folder_with_other_files_is_not_replaced(tmp_path: Path) -> None:
    mine = tmp_path / "site" / "thesis.txt"
    mine.parent.mkdir()
    mine.write_text("years of work", "utf-8")
    done = run(["build"], PROJECT, SITE=str(mine.parent), PARTS="pages")
    assert done.status == 1
    assert "was not published by us" in done.errors
    assert mine.read_text("utf-8") == "years of work"
