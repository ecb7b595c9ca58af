"""A page of the site in a window of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.catalogue.reader import SHOW


@pytest.fixture
def shown(site: Path, served: SHOW, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site in a window of its own and fails on anything that goes wrong."""
    contexts = []
    wrong: list[str] = []
    address = served(site)

    def opened(path: str, width: int = 1280, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address + path, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []
