"""Whatever happens to a build, a reader meets the old site or the new one, whole."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from macros.publishing.shelf import MOST
from tests.conftest import LONG
from tests.publishing.fake_site import (
    ROOT,
    Broken,
    heard,
    left_overs_of,
    publish_site,
    releases_of,
    start,
    tag_of,
)

KILLS = 30
FILES = 300


@contextmanager
def reader(target: Path) -> Iterator[list[str]]:
    """Read the site over and over; the list fills with tags, one for each whole visit."""
    visits: list[str] = []
    broken: list[Broken] = []
    left = threading.Event()

    def read() -> None:
        while not left.is_set():
            try:
                visits.append(tag_of(target))
            except Broken as error:
                broken.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield visits
    finally:
        left.set()
        thread.join()
    assert broken == []


def test_kills_at_random_moments_never_show(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_site(target, "old", FILES)
    moments = random.Random(20240229)
    shown = set()
    with reader(target) as visits:
        for number in range(KILLS):
            with start(target, f"new {number}", f"--files={FILES}", "--pause=0.0002") as process:
                heard(process, "ready")
                time.sleep(moments.uniform(0, 0.5))
                process.kill()
            shown.add(tag_of(target))
    assert len(visits) > KILLS
    assert len(shown) < KILLS, "no build was killed before its end"
    publish_site(target, "last", FILES)
    assert tag_of(target) == "last"
    assert left_overs_of(target) == []
    assert len(list(releases_of(target).glob("release-*"))) <= MOST


def test_kill_before_any_single_step_never_shows(tmp_path: Path) -> None:
    """Not by chance: a process dies before its first call to the system, its second, and so on."""
    result = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("every_step.py")), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    outcomes = json.loads(result.stdout)
    assert set(outcomes["replacing"]) == {"old", "new"}
    assert outcomes["replacing"] == sorted(outcomes["replacing"], reverse=True)
    assert set(outcomes["mending"]) == {"spoilt", "new"}
    assert outcomes["mending"] == sorted(outcomes["mending"], reverse=True)
    assert set(outcomes["first"]) == {"absent", "new"}
    assert min(len(steps) for steps in outcomes.values()) > 40


def test_five_builds_at_once_take_turns(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_site(target, "old", FILES)
    tags = [f"new {number}" for number in range(5)]
    with reader(target) as visits:
        processes = [start(target, tag, f"--files={FILES}") for tag in tags]
        errors = [process.communicate(timeout=LONG)[1] for process in processes]
    assert [process.returncode for process in processes] == [0] * 5, errors
    assert set(visits) <= {"old", *tags}
    assert tag_of(target) in tags
    assert left_overs_of(target) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, 128 + signal.SIGTERM),
        (signal.SIGHUP, 128 + signal.SIGHUP),
        (signal.SIGINT, -signal.SIGINT),
    ],
)
def test_told_to_stop_it_clears_up(tmp_path: Path, number: signal.Signals, code: int) -> None:
    target = tmp_path / "site"
    publish_site(target, "old")
    with start(target, "new", "--hang") as process:
        heard(process, "ready")
        heard(process, "making")
        assert len(left_overs_of(target)) == 1
        process.send_signal(number)
    assert process.returncode == code
    assert tag_of(target) == "old"
    assert left_overs_of(target) == []


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with start(target, "killed", "--hang") as process:
        heard(process, "ready")
        heard(process, "making")
        process.kill()
    assert len(left_overs_of(target)) == 1
    publish_site(target, "next")
    assert left_overs_of(target) == []


def test_signals_mean_what_they_did_before(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    publish_site(tmp_path / "site", "first")
    assert signal.getsignal(signal.SIGTERM) is before


def test_site_can_be_published_from_a_thread(tmp_path: Path) -> None:
    thread = threading.Thread(target=publish_site, args=(tmp_path / "site", "first"))
    thread.start()
    thread.join()
    assert tag_of(tmp_path / "site") == "first"
