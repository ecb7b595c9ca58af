"""On a phone facets are a panel, for the keyboard and for going back too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.catalogue.reader import LANGUAGES, box, entries, having, tick

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def test_on_a_phone_the_facets_are_a_panel_for_the_keyboard_too(
    language: str, shown: Callable[..., Page]
) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/?theme=school", 390)
    before = page.locator(".catalogue__results").bounding_box()
    page.locator(".catalogue__open button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#facets").is_visible()
    assert page.locator(".catalogue__results").bounding_box() == before
    box(page, "theme", "housing").focus()
    page.keyboard.press("Space")
    number = len(having("school") | having("housing"))
    expect(page.locator(".facets__count")).to_contain_text(str(number))
    page.keyboard.press("Escape")
    assert not page.locator("#facets").is_visible()
    expect(page.locator(".catalogue [role=status]").first).to_contain_text(str(number))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".catalogue input[type=search]").fill("xyzzy")
    status = page.locator(".catalogue [role=status]").first
    expect(status).to_have_text(re.compile(r"^\D+$"))
    expect(status).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_going_back_closes_the_panel_and_then_takes_back(
    language: str, shown: Callable[..., Page]
) -> None:
    page = shown(f"{LANGUAGES[language]}/practices/", 390)
    cards = page.locator(".catalogue .card")
    page.locator(".catalogue__open button").first.click()
    tick(page, "theme", "housing")
    tick(page, "theme", "school")
    number = len(having("school") | having("housing"))
    expect(cards).to_have_count(number)
    page.go_back()
    expect(page.locator("#facets")).not_to_be_visible()
    expect(cards).to_have_count(number)
    chosen = page.locator(".catalogue__chosen button")
    expect(chosen).to_have_count(2)
    chosen.last.click()
    expect(cards).to_have_count(len(having("housing")))
    page.go_back()
    expect(cards).to_have_count(number)
    page.go_back()
    expect(cards).to_have_count(len(entries("practices")))
    expect(chosen).to_have_count(0)
    other = shown(f"{LANGUAGES[language]}/practices/?theme=housing", 390)
    other.locator(".catalogue__open .catalogue__reset").click()
    expect(other.locator(".catalogue .card")).to_have_count(len(entries("practices")))
    assert other.url.endswith("/practices/")
