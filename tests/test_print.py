"""What a browser prints of every type of page: A4, nothing lost, no page empty."""

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.conftest import PROJECT
from tests.page_types import LANGUAGES, PAGE_TYPES

SHOW = Callable[[Path], str]
MOST_PAGES: dict[str, int] = yaml.safe_load(
    (PROJECT / "tests/printed_pages.yml").read_text("utf-8")
)
"""Name of a page's type -> the most A4 pages that it may take."""
NUMBER = re.compile(r"^\s*\d+ ?/ ?\d+\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Printed:
    """What came out of the printer."""

    sizes: frozenset[str]
    pages: tuple[str, ...]
    """The text of each page, its number left out."""
    numbered: bool
    """Whether every page bears its number."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme="dark")
    yield context.new_page()
    context.close()


def printed(page: Page, folder: Path) -> Printed:
    """The page as a browser prints it, read back by Poppler."""
    file = folder / "printed.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    told = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.removesuffix("\f").split("\f")
    return Printed(
        sizes=frozenset(re.findall(r"Page size:\s+(.*)", told)),
        pages=tuple(NUMBER.sub("", one) for one in pages),
        numbered=all(NUMBER.search(one) for one in pages),
    )


def lost(article: str, pages: tuple[str, ...], choices: str = "") -> list[str]:
    """Words of the article that are not on paper, or not as often; of a field's choices, only
    the chosen one is printed."""
    there, choosable = (Counter(re.findall(r"\w+", text)) for text in ("".join(pages), choices))
    return sorted((Counter(re.findall(r"\w+", article)) - choosable - there).elements())


def stranded(page: Page, told: Printed) -> list[str]:
    """Headings that are the last thing on a page other than the last; they begin at its edge."""
    headings = page.locator("article :is(h2, h3)").all_inner_texts()
    known = {" ".join(one.split()) for one in headings}
    last = set()
    for one in told.pages[:-1]:
        lines = [line.rstrip() for line in one.splitlines() if line.strip()]
        if not lines[-1].startswith("   "):
            last |= {" ".join(" ".join(lines[-count:]).split()) for count in (1, 2, 3)}
    return sorted(known & last)


def test_a_lost_word_is_noticed() -> None:
    assert lost("one two two", ("one\n", "two")) == ["two"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_page_prints_whole(
    language: str, page: Page, site: Path, served: SHOW, tmp_path: Path
) -> None:
    address, wrong, table = served(site), [], []
    for kind in PAGE_TYPES:
        page.emulate_media(media="screen")
        page.goto(address + kind.address(language))
        page.emulate_media(media="print")
        article = page.locator("article").inner_text()
        choices = " ".join(page.locator("article option").all_text_contents())
        told = printed(page, tmp_path)
        most = MOST_PAGES.get(kind.name, MOST_PAGES["any other"])
        table.append(f"  {kind.name:28} {len(told.pages):3} of at most {most}")
        if len(told.pages) > most:
            wrong.append(f"{kind.name}: {len(told.pages)} pages")
        if not all("A4" in size for size in told.sizes):
            wrong.append(f"{kind.name}: {sorted(told.sizes)}")
        if not told.numbered:
            wrong.append(f"{kind.name}: a page without a number")
        wrong += [
            f"{kind.name}: page {number} is blank"
            for number, text in enumerate(told.pages, 1)
            if not text.strip()
        ]
        wrong += [f"{kind.name}: {one} stands at a page's foot" for one in stranded(page, told)]
        if missing := lost(article, told.pages, choices):
            wrong.append(f"{kind.name}: lost {missing[:8]}")
    print(f"\nPages of A4 ({language})", *table, sep="\n")
    assert wrong == [], "\n".join(wrong)


def test_addresses_of_links_are_printed_once(
    page: Page, site: Path, served: SHOW, tmp_path: Path
) -> None:
    page.goto(served(site) + "/sources/akademicky-ustav-komunitni-socialni-prace/")
    address = page.locator("article a[href^='http']").first.get_attribute("href")
    assert address is not None
    text = re.sub(r"\s", "", "".join(printed(page, tmp_path).pages))
    assert text.count(re.sub(r"\s", "", address)) == 1


@pytest.mark.parametrize("path", ["/roles/komunitni-pracovnik/", "/sources/", "/pl/czech-method/"])
def test_sources_are_printed_with_their_addresses(
    path: str, page: Page, site: Path, served: SHOW, tmp_path: Path
) -> None:
    page.goto(served(site) + path)
    found = page.locator(".sources > [data-address]")
    addresses = found.evaluate_all("all => all.map((one) => one.dataset.address)")
    text = re.sub(r"\s", "", "".join(printed(page, tmp_path).pages))
    assert addresses != []
    assert [one for one in addresses if one not in text] == []
