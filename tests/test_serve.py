"""`serve` shows an edit, and keeps the last good page while a file is broken."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ADDRESS = "http://127.0.0.1:8000/practices/dum-23-bytu/"
PATIENCE = 60.0


@pytest.fixture
def serving(copy: Path) -> Iterator[tuple[Path, Path]]:
    """The project's copy being served, and what the server prints."""
    said = copy / "said.txt"
    with said.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve"],
            cwd=copy,
            env={**os.environ, "PARTS": "pages", "LANG": "cs_CZ.UTF-8"},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        yield copy, said
        os.killpg(server.pid, signal.SIGINT)
        server.wait(timeout=30)


def page() -> str:
    try:
        with urllib.request.urlopen(ADDRESS, timeout=20) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def wait_until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.2)


def test_edits_show_and_faults_do_not_take_the_site_away(serving: tuple[Path, Path]) -> None:
    folder, said = serving
    wait_until(lambda: "Skupina" in page(), f"no page: {said.read_text('utf-8')}")
    file = folder / "data/practices/dum-23-bytu.yml"
    right = file.read_text("utf-8")
    file.write_text(right.replace('"Skupina lídrů v domě', '"Parta lídrů v domě'), "utf-8")
    wait_until(lambda: "Parta" in page(), "the edit does not show")
    file.write_text(right.replace("\ncountry: CZ", "\ncountry: CS"), "utf-8")
    line = right.splitlines().index("country: CZ") + 1
    wait_until(
        lambda: f"dum-23-bytu.yml:{line}:10: UNKNOWN_CHOICE" in said.read_text("utf-8"),
        "the fault is not told",
    )
    assert "Parta" in page()
    assert "Traceback" not in said.read_text("utf-8")
    file.write_text(right, "utf-8")
    wait_until(lambda: "Skupina" in page(), "the mended file does not show")
