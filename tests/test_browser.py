"""The site in a real Chromium: no errors, nothing from elsewhere, the switch keeps the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SHOW = Callable[[Path], str]
PAGES = [
    "/",
    "/practices/dum-23-bytu/",
    "/projects/krnov-spolu-a-smysluplne/",
    "/practices/",
    "/roles/komunitni-pracovnik/",
    "/glossary/",
    "/glossary/komunita/",
    "/sources/",
    "/authors/",
    "/404.html",
]


def opened(browser: Browser, width: int, scheme: str) -> tuple[Page, list[str]]:
    """A page and the list of what went wrong in it, which fills as it is used."""
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda sent: wrong.append(f"failed: {sent.url}"))
    page.on(
        "request",
        lambda sent: wrong.append(f"outside: {sent.url}") if "127.0.0.1" not in sent.url else None,
    )
    return page, wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["", "/pl"])
def test_pages_open_without_errors_and_fit(
    language: str, width: int, scheme: str, site: Path, served: SHOW, browser: Browser
) -> None:
    page, wrong = opened(browser, width, scheme)
    address = served(site)
    for path in PAGES:
        answer = page.goto(address + language + path)
        assert answer is not None
        assert answer.ok, path
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("article h1").count() == 1, path
    page.context.close()
    assert wrong == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_language_switch_keeps_the_page(
    width: int, site: Path, served: SHOW, browser: Browser
) -> None:
    page, wrong = opened(browser, width, "light")
    address = served(site)
    for path in (path for path in PAGES if path != "/404.html"):
        page.goto(address + path, wait_until="networkidle")
        page.get_by_role("link", name="Polski").click()
        page.wait_for_load_state("networkidle")
        assert page.url == f"{address}/pl{path}"
        assert page.evaluate("document.documentElement.lang") == "pl"
        page.get_by_role("link", name="Čeština").click()
        page.wait_for_load_state("networkidle")
        assert page.url == address + path
    page.context.close()
    assert wrong == []


def test_a_reader_gets_from_home_to_a_source(site: Path, served: SHOW, browser: Browser) -> None:
    page, wrong = opened(browser, 390, "light")
    page.goto(served(site), wait_until="networkidle")
    page.get_by_role("link", name="Skupina lídrů v domě s 23 byty").first.click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("heading", name="Skupina lídrů").wait_for()
    page.locator("a.sources__more").first.click()
    page.get_by_text("002_54be25a84ce63a14.txt").wait_for()
    page.context.close()
    assert wrong == []


def test_links_into_entries_lead_to_the_right_place(
    site: Path, served: SHOW, browser: Browser
) -> None:
    page, _ = opened(browser, 1280, "light")
    page.goto(served(site) + "/authors/")
    page.get_by_role("link", name="jak postupovali v domě s 23 byty").click()
    assert page.url.endswith("/practices/dum-23-bytu/#steps")
    top = page.locator("#steps").bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 200
    page.context.close()
