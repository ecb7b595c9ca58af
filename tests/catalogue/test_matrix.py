"""From goals to evaluation questions, with the gaps."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.catalogue.reader import (
    LANGUAGES,
    UI,
    entries,
)
from tests.html_page import html_page, words

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def test_the_matrix_follows_the_data_and_says_its_gaps(language: str, site: Path) -> None:
    home = site / language if language != "cs" else site
    page = html_page(home / "traceability")
    activities = entries("projects")["krnov-spolu-a-smysluplne"]["key_activities"]
    links = [tag.attributes.get("href", "") for tag in page.found("a") if "table" in tag.within]
    for activity in activities:
        place = f"/projects/krnov-spolu-a-smysluplne/#{activity['code'].lower()}"
        named = [link for link in links if link.endswith(place)]
        assert len(named) == max(1, len(activity.get("goals", ())))
    served_goals = {goal for one in activities for goal in one.get("goals", ())}
    unserved = set(entries("goals")) - served_goals
    said = words(page.article)
    gap = f"{UI[language]['traceability.gap']} {UI[language]['traceability.no_activity']}"
    assert said.count(gap) == len(unserved)
    led_to = {link.split("/")[-2] for link in links if "/practices/" in link}
    assert led_to == {id for id, one in entries("practices").items() if one["goals"]}


def test_the_matrix_is_one_sheet_across(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/traceability/", 390)
    region = page.locator(".table-scroll").first
    region.focus()
    page.keyboard.press("ArrowRight")
    expect(region).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth"), "all of it fits a phone"
    names = region.locator("td").evaluate_all(
        "all => all.map(one => getComputedStyle(one, '::before').content.replaceAll('\u00a0', ' '))"
    )
    columns = ("activity", "practices", "worksheets", "questions")
    wanted = [f'"{UI[language][f"traceability.{column}"]}"' for column in columns]
    assert names == wanted * (len(names) // 4)
    assert names != []
    with pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        boxes = [sheet.MediaBox for sheet in paper.pages]
    assert [box[2] > box[3] for box in boxes] == [True]
