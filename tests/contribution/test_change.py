"""Entries of every kind and chapters are corrected and translated without git."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, expect

from macros.model.kinds import KINDS
from tests.conftest import PROJECT
from tests.html_page import html_page
from tests.page_types import LANGUAGES
from tests.test_accessibility import AXE, violations

from .form_page import ADDRESSES, SHOW, files_of, opened

TERM = PROJECT / "data/terms/komunita.yml"
LINKS = {"cs": "Opravit nebo přeložit", "pl": "Popraw albo przetłumacz"}


def test_every_entry_and_every_chapter_offers_a_way_without_git(site: Path) -> None:
    pages = 0
    for language, folder in LANGUAGES.items():
        root, own = site / folder.strip("/"), f"{folder}/".lstrip("/")
        chapters = {path.stem for path in (PROJECT / "docs" / language).glob("*.md")}
        for name in chapters - {"index", "contribute", "change", "report"}:
            where = f"{folder}/{name}/"
            assert _ways(root / name) == {f"{own}report/?page={where}&about=change"}, where
            pages += 1
        for kind in KINDS.values():
            for entry in sorted((site / (kind.address or "-")).glob("*/entry.json")):
                name = f"{kind.address}/{entry.parent.name}"
                ways = _ways(root / name)
                practice = f"{own}contribute/?practice={entry.parent.name}"
                assert ways & {practice, f"{own}change/?entry={name}"}, name
                assert f"{own}report/?page={folder}/{name}/" in ways, name
                pages += 1
    assert pages > 900


def _ways(page: Path) -> set[str]:
    """Where the page's links to forms lead, from the site's root."""
    asks = ("?practice=", "?entry=", "?page=")
    links = (tag.attributes.get("href", "") for tag in html_page(page).found("a"))
    return {link.replace("../", "") for link in links if any(one in link for one in asks)}


@pytest.mark.parametrize("language", ADDRESSES)
def test_a_term_is_corrected_and_translated(
    language: str, site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(f"{served(site)}{LANGUAGES[language]}/glossary/komunita/")
    page.get_by_role("link", name=LINKS[language], exact=True).click()
    before = yaml.safe_load(TERM.read_text("utf-8"))
    page.locator(".form-editing strong", has_text=before["title"][language]).wait_for()
    note = page.locator(f"[data-path='note.{language}']")
    assert note.input_value() == before["note"][language]
    submit = page.locator("article button[type=submit]")
    submit.click()
    expect(page.locator(".form-problems li")).to_have_count(0)
    expect(page.locator(".form-problems p")).not_to_be_empty()
    note.fill("+420 604 123 456")
    expect(page.locator(".form-problem")).to_contain_text("+420 604 123 456")
    note.fill("x" * 401)
    expect(page.locator(".form-problem")).to_contain_text("400")
    note.fill("Nová poznámka: lepší.")
    expect(page.locator(".form-problem")).to_have_count(0)
    ((path, text),) = files_of(page).items()
    assert path == "data/terms/komunita.yml"
    after = yaml.safe_load(text)
    before["note"][language] = "Nová poznámka: lepší."
    assert after | {"updated": 0} == before | {"updated": 0}
    assert list(after) == list(before)
    page.reload()
    expect(note).to_have_value("Nová poznámka: lepší.")


def test_texts_in_lists_are_numbered_and_missing_ones_told(
    site: Path, served: SHOW, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    page = opened(context, served(site) + "/change/?entry=worksheets/mapa-akteru")
    page.add_script_tag(path=AXE)
    page.get_by_role("textbox").nth(8).wait_for()
    labels = page.locator(".form-texts .form-label").all_inner_texts()
    assert len(labels) == len(set(labels))
    assert any(", 2. položka" in label for label in labels)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(served(site) + "/change/?entry=sources/neco-co-neni")
    page.locator(".form-unknown", has_text="sources/neco-co-neni").wait_for()
    expect(page.locator("article form")).to_be_hidden()
    context.close()


def test_a_practice_that_does_not_exist_is_told(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + "/contribute/?practice=neni-tu")
    expect(page.locator(".form-unknown")).to_contain_text("neni-tu")
    expect(page.locator("#f-title-cs")).to_have_value("")


def test_dates_are_written_and_shown_as_people_write_them(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    for language, typed, shown in (
        ("cs", "1. 3. 2027", "1. 3. 2027"),
        ("pl", "1.3.2027", "1.03.2027"),
    ):
        page = opened(phone, served(site) + ADDRESSES[language] + "?practice=dum-23-bytu")
        day = page.locator("[data-path='consent.review_on']")
        day.fill(typed)
        page.locator("[data-path='+read']").check()
        assert "review_on: 2027-03-01" in next(iter(files_of(page).values()))
        page.reload()
        expect(day).to_have_value(shown)
        page.close()
