"""Entries side by side, as readers compare and print them."""

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.catalogue.reader import LANGUAGES, SHOW, UI, entries, having
from tests.html_page import words
from tests.printing.pdf_file import text_of
from tests.test_accessibility import AXE, violations

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def test_entries_stand_side_by_side(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/practices/")
    for id in ("dum-23-bytu", "semnevice"):
        card = page.locator(".card", has=page.locator(f'a[href*="/{id}/"]'))
        card.get_by_role("checkbox").check()
    page.locator(".catalogue__compare-link").click()
    page.wait_for_url("**/compare/?entries=dum-23-bytu,semnevice")
    table = page.locator(".compare__table")
    expect(table.locator("thead th")).to_have_count(3)
    for number, id in enumerate(("dum-23-bytu", "semnevice")):
        one = entries("practices")[id]
        row = table.locator("tbody tr", has_text=one["situation"][language][:20].split("  ")[0])
        assert plain(one["situation"][language])[:40] in plain(
            row.locator("td").nth(number).inner_text()
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    facts = table.locator("tbody").first.locator("tr")
    for cells in facts.evaluate_all(
        "all => all.map(row => [...row.cells].map(one => one.innerText))"
    ):
        assert sum(cell not in ("", UI[language]["value.unknown"]) for cell in cells[1:]) > 1
    table.locator(".compare__remove").first.click()
    page.wait_for_url("**/compare/?entries=semnevice")
    expect(page.locator(".compare__table thead th")).to_have_count(2)
    narrow = shown(
        f"{LANGUAGES[language]}/compare/?entries=semnevice,projects/spolecnou-cestou", 390
    )
    expect(narrow.locator(".compare__table thead th")).to_have_count(3)
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("first", ["semnevice", "projects/romodrom-semnevice"])
def test_a_project_and_a_practice_say_the_same_in_one_row(
    first: str, language: str, shown: Callable[..., Page]
) -> None:
    pair = ["semnevice", "projects/romodrom-semnevice"]
    said = UI[language]
    practice = entries("practices")["semnevice"]
    lead = entries("organisations")[practice["organisations"][0]]["title"][language]
    both = [first, *(one for one in pair if one != first)]
    compared = rows(shown(f"{LANGUAGES[language]}/compare/?entries={','.join(both)}"))
    for field, value in (
        ("field.place", practice["place"]["label"][language]),
        ("field.organisations", lead),
        ("field.period", "2018"),
    ):
        assert all(value in cell for cell in compared[said[field]]), field
    assert not {said["field.places"], said["field.lead"]} & compared.keys()
    projects = "projects/romodrom-semnevice,projects/spolecnou-cestou"
    compared = rows(shown(f"{LANGUAGES[language]}/compare/?entries={projects}"))
    assert {said["field.places"], said["field.lead"]} <= compared.keys()


def test_what_only_one_entry_says_has_the_room_of_all(
    language: str, shown: Callable[..., Page]
) -> None:
    page = shown(
        f"{LANGUAGES[language]}/compare/?entries=semnevice,projects/krnov-spolu-a-smysluplne", 390
    )
    table = page.locator(".compare__table")
    activities = table.locator("tr", has_text=UI[language]["field.key_activities"]).last
    expect(activities.locator("td")).to_have_count(1)
    own = activities.locator(".compare__own")
    box = own.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
    goals = entries("goals")
    activity = entries("projects")["krnov-spolu-a-smysluplne"]["key_activities"][1]
    for id in activity["goals"]:
        title = plain(goals[id]["title"][language])
        assert title in [plain(one) for one in own.locator("li li").all_inner_texts()]


def rows(page: Page) -> dict[str, list[str]]:
    """Label -> what each entry of a comparison says there."""
    page.locator(".compare__table").wait_for()
    cells = page.locator(".compare__table tbody tr:has(td)").evaluate_all(
        "all => all.map(row => [...row.cells].map(one => one.innerText))"
    )
    return {plain(label): [plain(cell) for cell in values] for label, *values in cells}


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_while_a_reader_chooses_and_compares(
    width: int, language: str, site: Path, served: SHOW, browser: Browser
) -> None:
    address = served(site) + LANGUAGES[language]
    context = browser.new_context(
        viewport={"width": width, "height": 844}, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    page.add_init_script(path=AXE)
    page.goto(f"{address}/catalogue/?theme=housing&compare=dum-23-bytu,semnevice")
    expect(page.locator(".catalogue .card")).to_have_count(len(having("housing")))
    found = violations(page)
    if width == 390:
        page.locator(".catalogue__open button").first.click()
        found += violations(page)
    page.goto(f"{address}/compare/?entries=dum-23-bytu,semnevice")
    page.locator(".compare__table").wait_for()
    found += violations(page)
    context.close()
    assert found == []


def test_a_comparison_is_printed_across_with_its_heads_on_every_sheet(
    language: str, shown: Callable[..., Page], tmp_path: Path
) -> None:
    page = shown(f"{LANGUAGES[language]}/compare/?entries=dum-23-bytu,semnevice,hostomice")
    page.locator(".compare__table").wait_for()
    file = tmp_path / "compared.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    with pikepdf.open(file) as paper:
        assert all(sheet.MediaBox[2] > sheet.MediaBox[3] for sheet in paper.pages)
    title = plain(entries("practices")["semnevice"]["title"][language])
    assert all(title in plain(text) for text in text_of(file))


def test_no_title_of_rows_is_left_behind_at_the_foot_of_a_sheet(
    language: str, shown: Callable[..., Page], tmp_path: Path
) -> None:
    page = shown(f"{LANGUAGES[language]}/compare/?entries=dum-23-bytu,hostomice")
    page.locator(".compare__table").wait_for()
    file = tmp_path / "compared.pdf"
    file.write_bytes(page.pdf(prefer_css_page_size=True))
    names = [entries("practices")[id]["title"][language] for id in ("dum-23-bytu", "hostomice")]
    titles = [plain(UI[language]["compare.only"].format(title=name)) for name in names]
    sheets = [re.sub(r" \d+/\d+$", "", plain(text)) for text in text_of(file)]
    assert [sum(title in sheet for sheet in sheets) for title in titles] == [1, 1]
    assert not any(sheet.endswith(tuple(titles)) for sheet in sheets)


def plain(text: str) -> str:
    return words(text.replace("\u00a0", " "))


def test_an_address_made_up_by_a_stranger_does_nothing(
    language: str, site: Path, served: SHOW, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    evil = "%3Cimg%20src=x%20onerror=alert(1)%3E,..%2F..%2Fassets,https:%2F%2Fexample.org%2F,dum-x"
    page.goto(f"{served(site)}{LANGUAGES[language]}/compare/?entries={evil}")
    expect(page.locator(".compare__state")).to_contain_text("dum-x")
    assert page.locator(".compare img, .compare table").count() == 0
    assert not [url for url in asked if "example.org/" in url.partition("?")[0]]
    page.close()
