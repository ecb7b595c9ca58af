"""The status page and its data: missing, stale, unrecorded and lacking practices are counted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import PROJECT, run
from tests.html_page import html_page, words
from tests.test_translations import without_polish

PRACTICE = "data/practices/dum-23-bytu.yml"


def status_of(site: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(
        (site / "data/status.json").read_text("utf-8")
    )
    return found


def entry(site: Path, id: str) -> dict[str, object]:
    return next(one for one in status_of(site)["entries"] if one["id"] == id)


def test_every_entry_is_on_it_and_both_languages_are_complete(site: Path) -> None:
    entries = status_of(site)["entries"]
    files = {str(path.relative_to(PROJECT)) for path in (PROJECT / "data").glob("*s/*.yml")}
    assert {one["file"] for one in entries} <= files
    assert len(entries) > 300
    for one in entries:
        if one["kind"] != "source":
            assert one["missing"] == {"cs": [], "pl": []}, one
    assert status_of(site)["chapters_missing"] == []


def test_what_is_taken_away_shows(copy: Path) -> None:
    file = copy / PRACTICE
    recorded = run(["translated", "practice/dum-23-bytu", "pl"], copy)
    assert recorded.status == 0, recorded.errors
    text = without_polish(file.read_text("utf-8"), "situation")
    file.write_text(text.replace("Vytvořit v domě bezpečné", "Mít v domě bezpečné"), "utf-8")
    (copy / "docs/pl/about.md").unlink()
    built = run(["build"], copy, PARTS="pages", REPO_URL="https://example.org/r")
    assert built.status == 0, built.errors
    found = entry(copy / "site", "dum-23-bytu")
    assert found["missing"] == {"cs": [], "pl": ["situation"]}
    assert found["stale"] == {"cs": [], "pl": ["aim"]}
    assert found["unrecorded"] == {"cs": [], "pl": []}
    assert status_of(copy / "site")["chapters_missing"] == [{"chapter": "about", "language": "pl"}]
    page = html_page(copy / "site/pl/status")
    assert "situation" in words(page.article)
    edit = {link.attributes["href"] for link in page.found("a", rel="edit")}
    assert f"https://example.org/r/_edit/main/{PRACTICE}" in edit


@pytest.mark.parametrize("language", ["", "pl/"])
def test_the_grid_counts_practices(language: str, site: Path) -> None:
    grid = status_of(site)["grid"]
    shown = {(gap["country"], gap["phase"], gap["role"]): gap["practices"] for gap in grid}
    assert shown
    page = html_page(site / language / "status")
    filled = [practices for practices in shown.values() if practices]
    gaps = page.found("td", class_="gap")
    assert len(gaps) == len(shown) - len(filled)


def test_the_grid_is_a_table_whose_heads_stand_above_their_columns(
    site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{served(site)}/status/")
    lefts = """row => [...row.cells].map(cell => Math.round(cell.getBoundingClientRect().left))"""
    tables = page.locator("table.status-grid")
    assert tables.count() == 2
    for number in range(tables.count()):
        head, first = (
            tables.nth(number).locator(f"{part} tr").first.evaluate(lefts)
            for part in ("thead", "tbody")
        )
        assert len(set(head)) > 5
        assert head == first
    page.close()
