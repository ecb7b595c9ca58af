"""With very many entries no page grows without end, and every entry can be reached."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.writing.list_pages import CARDS
from macros.writing.view import LISTED
from tests.conftest import run
from tests.html_page import html_page, words
from tests.small_project import PRACTICE, small_project

COUNT = 2 * LISTED + 7
ADDRESS = "https://example.org/prirucka/"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with more practices than two pages of a list hold."""
    practices = {
        f"dum-{number:04}": {
            **PRACTICE,
            "title": {"cs": f"Dům {number:04}", "pl": f"Dom {number:04}"},
        }
        for number in range(COUNT)
    }
    prose = '{{ listing("practice") }}\n\n[x](entry:goal/sousedstvi)'
    folder = small_project(tmp_path_factory.mktemp("many") / "project", practices, prose)
    built = run(["build"], folder, PARTS="pages", SITE_URL=ADDRESS)
    assert built.status == 0, built.errors
    return folder / "site"


@pytest.mark.parametrize("language", ["", "pl"])
def test_a_long_list_has_pages(language: str, many: Path) -> None:
    listed: list[str] = []
    steps_to = range(1, -(-COUNT // CARDS) + 1)
    for number in steps_to:
        name = f"practices/page/{number}" if number > 1 else "practices"
        page = html_page(many / language / name)
        cards = [tag for tag in page.found("a") if tag.attributes.get("class") == "card__title"]
        ids = [tag.attributes["href"].split("/")[-2] for tag in cards]
        assert len(ids) == min(CARDS, COUNT - (number - 1) * CARDS)
        listed += ids
        steps = [tag for tag in page.found("a") if "ol" in tag.within]
        assert [tag.attributes.get("aria-current") == "page" for tag in steps] == [
            step == number for step in steps_to
        ]
    assert listed == [f"dum-{number:04}" for number in range(COUNT)]
    assert not (many / language / f"practices/page/{len(steps_to) + 1}").exists()


CARD = """one => {
    one.querySelector(".card__compare")?.remove();
    one.querySelectorAll("a").forEach(link => link.setAttribute("href", link.pathname));
    return one.outerHTML.replace(/\\s+/g, " ");
}"""


@pytest.mark.parametrize("language", ["", "pl/"])
def test_the_script_shows_the_cards_that_lists_have(
    language: str, many: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    home = f"{served(many)}/{language}practices/"
    page = browser.new_page()
    page.goto(f"{home}?words=0300")
    card = page.locator(".catalogue .card")
    expect(card).to_have_count(1)
    shown = card.evaluate(CARD)
    page.goto(f"{home}page/{300 // CARDS + 1}/")
    link = page.locator('.card__title[href*="/dum-0300/"]')
    assert page.locator(".card", has=link).evaluate(CARD) == shown
    page.close()


@pytest.mark.parametrize("language", ["", "pl"])
def test_other_pages_name_the_first_and_say_where_the_others_are(language: str, many: Path) -> None:
    for name in ("goals/sousedstvi", "sources/zdroj", ""):
        page = html_page(many / language / name)
        links = [tag.attributes.get("href", "") for tag in page.found("a")]
        assert len([link for link in links if "practices/dum-" in link]) == LISTED
        assert f"{LISTED}" in words(page.article)
        assert f"{COUNT}" in words(page.article)
    for path in many.rglob("*.html"):
        assert path.stat().st_size < 400_000, path


def test_the_sitemap_knows_all_pages(many: Path) -> None:
    sitemap = (many / "sitemap.xml").read_text("utf-8")
    for language in ("", "pl/"):
        for number in range(COUNT):
            assert f"<loc>{ADDRESS}{language}practices/dum-{number:04}/</loc>" in sitemap
        assert f"<loc>{ADDRESS}{language}practices/page/3/</loc>" in sitemap
    assert sitemap.count("<loc>") == len(set(re.findall("<loc>.*</loc>", sitemap)))
