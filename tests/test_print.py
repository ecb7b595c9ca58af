"""What a browser prints: the sheets meant for one page fit on it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser


def pages_of(address: str, browser: Browser) -> int:
    """How many A4 pages a browser prints of a page."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    context.close()
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("language", ["", "/pl"])
@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("talking-to-the-municipality", 1),
        ("false-friends", 2),
    ],
)
def test_sheets_fit(
    path: str,
    most: int,
    language: str,
    site: Path,
    served: Callable[[Path], str],
    browser: Browser,
) -> None:
    assert 1 <= pages_of(f"{served(site)}{language}/{path}/", browser) <= most
