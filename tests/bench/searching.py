"""What search costs: to make its index, and to a reader on a slow line in a real browser.

``python -m tests.bench.searching FOLDER`` builds the pages and the index of ``DATA`` without
anything that is printed, and tells what the index has cost.
"""

import functools
import gzip
import http.server
import json
import resource
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response, sync_playwright

from macros.inspection import read_handbook
from macros.options import options, project_folder
from macros.progress import Progress
from macros.publishing.trust import Trust
from macros.run import Run
from macros.search_files import add_search
from macros.site_generator import generate

from ..conftest import CHROMIUM, CHROMIUM_ARGUMENTS
from ..search.queries import ABSENT, LANGUAGES, queries
from .measuring import PROJECT, cost_of, pages_in

LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 50_000}
"""150 ms and 1.6 Mbit/s."""
FIRST_QUERY = {"cs": "sousedy", "pl": "sąsiadami"}
WARM_UP = {"cs": "komunita", "pl": "mieszkaniec"}
ASKED_AFTER = 24
"""Queries of all sorts that are asked once everything needed every time has arrived."""
REPORT = "cost.json"
EVERY = "all"
"""All classes of queries that have an answer, together."""
FEW = 100
"""Pages of a small handbook, in each language."""


@dataclass(frozen=True)
class SearchCost:
    """One site's search."""

    pages: int
    """Of one language."""
    index_seconds: float
    """Processor time of both languages' indexes."""
    index_mb: float
    first_bytes: int
    """Compressed, from the first focus to the first results: the worse language."""
    answer_seconds: float
    """From a query to its results on the slow line: the median."""
    worst_answer_seconds: float
    misses: Mapping[str, float] = field(default_factory=dict)
    """Of the real handbook: class of queries -> per cent that have no right page among the first
    five; of absent topics those with a result that does not say how it differs."""


def search_cost(folder: Path, data: Path | None = None, most_pages: int = 0) -> SearchCost:
    """Build what is in ``data`` below ``folder``, and search in it.

    ``most_pages``: how many pages of a language are searched; 0: all.
    """
    more = {"DATA": str(data)} if data is not None else {}
    site = folder / "searched"
    command = [sys.executable, "-m", __name__, str(site), str(most_pages)]
    cost_of(command, PROJECT, CACHE=str(folder / "no-cache"), **more)
    made = json.loads((folder / REPORT).read_text("utf-8"))
    with browsed(site) as (page, address):
        reached = [_first_answer(page, address, language) for language in LANGUAGES]
        seconds = [one for language in LANGUAGES for one in _answers(page, address, language)]
        misses = _misses(page, address) if data is None and not most_pages else {}
    pages = most_pages or pages_in(site) // len(LANGUAGES)
    shutil.rmtree(site)
    shutil.rmtree(folder / "no-cache")
    cost, waits = (made["seconds"], made["mb"]), (statistics.median(seconds), max(seconds))
    return SearchCost(pages, *cost, max(reached), *waits, misses)


def _first_answer(page: Page, address: str, language: str) -> int:
    """Bytes that a reader waits for who has only looked at a page so far."""
    arrived: list[Response] = []
    page.goto(_home(address, language), wait_until="networkidle")
    page.on("response", lambda one: arrived.append(one))
    # All at once: how many queries are asked while typing depends on the machine.
    page.locator(".search__field").fill(FIRST_QUERY[language])
    page.locator(".search__results a").first.wait_for()
    page.wait_for_load_state("networkidle")
    return sum(int(one.headers["content-length"]) for one in arrived)


def _answers(page: Page, address: str, language: str) -> Iterator[float]:
    """Seconds from each query to its results on a slow line."""
    page.goto(_home(address, language), wait_until="networkidle")
    page.evaluate("query => handbookSearch(query)", WARM_UP[language])
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    own = [one.text for one in queries() if one.language == language and one.sort != ABSENT]
    for text in own[:: len(own) // ASKED_AFTER]:
        milliseconds: float = page.evaluate(
            "async (query) => { const start = performance.now();"
            " await handbookSearch(query, { limit: 6 }); return performance.now() - start; }",
            text,
        )
        yield milliseconds / 1000
    session.detach()


def _misses(page: Page, address: str) -> dict[str, float]:
    """Per cent of each class of queries, and of all that have an answer."""
    page.goto(_home(address, LANGUAGES[0]), wait_until="networkidle")
    missed: dict[str, list[bool]] = {}
    for one in queries():
        found = page.evaluate(
            "([query, language]) => handbookSearch(query, { language, limit: 5 })",
            [one.text, one.language],
        )
        right = {result["url"].partition("#")[0] for result in found} & {*one.pages}
        unlabelled = any(not result["labels"] for result in found)
        missed.setdefault(one.sort, []).append(unlabelled if one.sort == ABSENT else not right)
    answered = [miss for sort, those in missed.items() if sort != ABSENT for miss in those]
    return {sort: 100 * sum(those) / len(those) for sort, those in missed.items()} | {
        EVERY: 100 * sum(answered) / len(answered)
    }


def _home(address: str, language: str) -> str:
    return f"{address}/" if language == "cs" else f"{address}/{language}/"


@contextmanager
def browsed(site: Path) -> Iterator[tuple[Page, str]]:
    """A page of a browser, and the address of the site, sent compressed as web servers do."""
    handler = functools.partial(_Compressed, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found = next(filter(None, map(shutil.which, CHROMIUM)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(CHROMIUM_ARGUMENTS))
        yield browser.new_page(), f"http://127.0.0.1:{server.server_address[1]}"
        browser.close()
    server.shutdown()
    server.server_close()


class _Compressed(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(urlsplit(self.path).path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        packed = body.startswith(b"\x1f\x8b")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if not packed:
            body = gzip.compress(body, 9)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def _build(site: Path, most_pages: int) -> None:
    """Pages and index without what is printed; the cost of the index beside them."""
    handbook = read_handbook(options(project_folder()))
    progress = Progress()
    site.mkdir(parents=True)
    generate(handbook, site, Run(Trust(handbook.slot_mark), progress))
    if most_pages:
        _leave(most_pages, site, handbook.languages)
    began = _processor_seconds()
    add_search(handbook, site, progress)
    peaks = [resource.getrusage(who).ru_maxrss / 1000 for who in _WHO]
    cost = {"seconds": _processor_seconds() - began, "mb": max(peaks)}
    (site.parent / REPORT).write_text(json.dumps(cost), "utf-8")


def _leave(pages: int, site: Path, languages: tuple[str, ...]) -> None:
    """Take pages of entries away until so many are left in each language, of all kinds alike."""
    for home in (site, *(site / language for language in languages[1:])):
        inner = {home / language for language in languages}
        found = [place for place in sorted(home.glob("*/*/index.html"))
                 if not inner & {*place.parents}]  # fmt: skip
        others = len([*home.glob("index.html"), *home.glob("*/index.html")])
        kept = set(found[:: max(1, len(found) // max(1, pages - others))][: pages - others])
        for place in found:
            if place not in kept:
                place.unlink()


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in _WHO]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    _build(Path(sys.argv[1]), int(sys.argv[2]))
