"""What every test may use: the real build, a copy of the project to break, a real browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from macros.publishing.lock import exclusive

PROJECT = Path(__file__).resolve().parent.parent
# A busy machine makes the same example slow; no test is one of time.
settings.register_profile("untimed", deadline=None, derandomize=True)
settings.load_profile("untimed")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
KEPT = PROJECT / ".cache" / "tests"
"""What builds of tests keep for each other: printing every sheet anew would take a minute each."""
LONG = 900.0
"""Seconds after which something hangs, even on a slow machine that is full of other tests."""
expect.set_options(timeout=60_000)
LONGEST = {"test_cost_per_page.py", "test_injection.py", "test_publishing.py", "test_serve.py"}
COPIED = ("mkdocs.yml", "pyproject.toml", "data", "docs", "macros", "overrides")


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    status: int
    output: str
    errors: str


def run(command: list[str], folder: Path, **environment: str) -> Run:
    """A command of ours in ``folder``, with nothing of the caller's overrides left."""
    own = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATA", "SITE", "CACHE", "PARTS", "SITE_URL", "REPO_URL", "PORT"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "macros", *command],
        cwd=folder,
        env={**own, "CACHE": str(KEPT), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes begins first, so that nobody waits for it alone at the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than cores, as tests wait a good part of their time; each may hold a gigabyte."""
    return min((os.cpu_count() or 1) + 1, 4)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site from the real data, built once for all that test beside each other."""
    own = tmp_path_factory.getbasetemp()
    folder = own if worker_id == "master" else own.parent
    target = folder / "site"
    with exclusive(folder / "site.lock", LONG):
        if not target.exists():
            built = run(["build"], PROJECT, SITE=str(target))
            assert built.status == 0, built.errors
    return target


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """A function that shows a folder on a loopback address and returns the address."""
    servers = []

    def show(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = _Server(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield show
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser may leave before all has been sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    assert found, "these tests need Chromium; `sh tests/system_packages.sh` says how to get it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(CHROMIUM_ARGUMENTS))
        yield browser
        browser.close()
