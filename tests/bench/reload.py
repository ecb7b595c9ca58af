"""From saving one entry to the page's reload in the browser, with the real ``macros serve``."""

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .measuring import MACROS, PROJECT, Failed, environment

EDITS = 5
FIRST_BUILD = 1800.0
"""Seconds within which the first build has to end."""
ONE_EDIT = 300.0
_POLL = re.compile(r"livereload\((\d+), ?(\d+)\)")
_TEXT = re.compile(r"^situation:\n  (\w\w): (?:\|-\n    |\")", re.MULTILINE)


def seconds_to_reload(data: Path, folder: Path) -> float:
    """The median of a few edits of one entry, by the clock: that is what whoever writes waits."""
    entry, language = _entry_in(data)
    right = entry.read_text("utf-8")
    place = f"practices/{entry.stem}/"
    address = place if language == "cs" else f"{language}/{place}"
    try:
        with _serving(data, folder) as root:
            page = root + address
            _wait_for(page, entry.stem, FIRST_BUILD)
            taken = []
            for number in range(EDITS):
                taken.append(_one_edit(entry, right, f"Nahrazeno{number} ", root, page))
                time.sleep(1.0)
            return statistics.median(taken)
    finally:
        entry.write_text(right, "utf-8")


def _entry_in(data: Path) -> tuple[Path, str]:
    """A made-up practice with a text to edit, and the language of that text."""
    for path in sorted((data / "practices").glob("synth-*.yml")):
        text = path.read_text("utf-8")
        found = _TEXT.search(text)
        if found:
            return path, found[1]
    raise Failed("no practice to edit")


def _one_edit(entry: Path, right: str, word: str, root: str, page: str) -> float:
    """Write the word into the entry, wait like a browser, and look whether the word is there."""
    waiting = _POLL.search(_get(page))
    edited = _TEXT.sub(lambda found: found[0] + word, right, count=1)
    started = time.monotonic()
    entry.write_text(edited, "utf-8")
    while word not in _get(page):
        if time.monotonic() - started > ONE_EDIT:
            raise Failed("the edit does not show")
        if waiting:
            _get(f"{root}livereload/{waiting[1]}/{waiting[2]}")
        else:
            time.sleep(0.02)
    return time.monotonic() - started


def _wait_for(page: str, text: str, patience: float) -> None:
    end = time.monotonic() + patience
    while text not in _get(page):
        if time.monotonic() > end:
            raise Failed(f"{page} is not served")
        time.sleep(0.5)


def _get(address: str) -> str:
    """What is served there; nothing where nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=90) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


@contextmanager
def _serving(data: Path, folder: Path) -> Iterator[str]:
    """The collection being served with a cache of its own; yields the address."""
    port = free_port()
    shutil.rmtree(folder / "served-cache", ignore_errors=True)
    own = {
        "DATA": str(data),
        "CACHE": str(folder / "served-cache"),
        "PARTS": "pages",
        "PORT": str(port),
    }
    with (folder / "served.txt").open("wb") as said:
        server = subprocess.Popen(
            [*MACROS, "serve"],
            cwd=PROJECT,
            env=environment(**own),
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            os.killpg(server.pid, signal.SIGINT)
            try:
                server.wait(timeout=60)
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)
                server.wait()


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
