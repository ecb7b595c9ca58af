"""What several tests of search look at: the words of the site, read once, and its pages."""

import http.server
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from macros.search.stems import tokens
from tests.search.field_page import WIDE
from tests.search.queries import LANGUAGES

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="session")
def site_words(site: Path) -> Mapping[str, frozenset[str]]:
    """Language -> all words of its pages' articles, as they are written."""
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for path in site.rglob("index.html"):
        language = "pl" if path.relative_to(site).parts[0] == "pl" else "cs"
        texts[language].append(path.read_text("utf-8").partition("<article")[2])
    return {
        language: frozenset(tokens(TAG.sub(" ", " ".join(pages))))
        for language, pages in texts.items()
    }


class _Strict(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site under the strictest policy that search can live with."""
    handler = partial(_Strict, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., tuple[Page, list[str], list[str]]]]:
    """Opens a page; with what went wrong in it and what it has asked for."""
    made: list[BrowserContext] = []

    def open_page(url: str, width: int = WIDE, **more: Any) -> tuple[Page, list[str], list[str]]:
        context = browser.new_context(viewport={"width": width, "height": 844}, **more)
        made.append(context)
        page, wrong, asked = context.new_page(), list[str](), list[str]()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda sent: asked.append(sent.url))
        page.goto(url, wait_until="networkidle")
        return page, wrong, asked

    yield open_page
    for context in made:
        context.close()
