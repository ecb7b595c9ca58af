"""Choosing, sorting and sharing as readers do it, with scripts and without."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.locales import read_locales
from macros.options import options
from tests.catalogue.reader import (
    FOLDERS,
    LANGUAGES,
    SHOW,
    box,
    counted,
    entries,
    everything,
    having,
    ids,
    tick,
)
from tests.conftest import PROJECT
from tests.html_page import html_page, words

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def test_choosing_narrows_the_list_and_the_counts(
    language: str, shown: Callable[..., Page]
) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/")
    assert set(ids(page)) == everything()
    housing, school = having("housing"), having("school")
    assert counted(page, "theme", "housing") == len(housing)
    tick(page, "theme", "housing")
    expect(page.locator(".catalogue .card")).to_have_count(len(housing))
    assert set(ids(page)) == housing
    czech = {id for id in housing if entries("practices")[id]["country"] == "CZ"}
    assert counted(page, "country", "CZ") == len(czech)
    assert counted(page, "kind", "project") == 0
    assert box(page, "kind", "project").is_disabled()
    tick(page, "theme", "school")
    expect(page.locator(".catalogue .card")).to_have_count(len(housing | school))
    assert set(ids(page)) == housing | school
    tick(page, "country", "CZ")
    czech = {id for id in housing | school if entries("practices")[id]["country"] == "CZ"}
    expect(page.locator(".catalogue .card")).to_have_count(len(czech))
    assert set(ids(page)) == czech


def test_every_choice_has_an_address_and_a_way_back(
    language: str, shown: Callable[..., Page]
) -> None:
    page = shown(f"{LANGUAGES[language]}/practices/")
    tick(page, "theme", "housing")
    page.locator("select[name=sort]").select_option("newest")
    page.wait_for_url("**/practices/?theme=housing&sort=newest")
    expect(page.locator(".catalogue .card")).to_have_count(len(having("housing")))
    chosen = ids(page)
    assert set(chosen) == having("housing")
    there = urlsplit(page.url)
    other = shown(f"{there.path}?{there.query}")
    expect(other.locator(".catalogue .card")).to_have_count(len(chosen))
    assert ids(other) == chosen
    assert box(other, "theme", "housing").is_checked()
    page.go_back()
    page.go_back()
    page.wait_for_url("**/practices/")
    expect(page.locator(".catalogue .card")).to_have_count(len(entries("practices")))
    assert not box(page, "theme", "housing").is_checked()


def test_a_district_counts_for_its_town_too(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/practices/")
    places = {
        id: (one.get("place") or {}).get("label", {}) for id, one in entries("practices").items()
    }
    tick(page, "town", "ostrava")
    town = {id for id, label in places.items() if label.get("cs", "").startswith("Ostrava")}
    expect(page.locator(".catalogue .card")).to_have_count(len(town))
    assert set(ids(page)) == town
    assert counted(page, "town", "ostrava-muglinov") == 1


def test_whatever_has_a_town_has_a_region_too(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/")
    placed = {
        id
        for folder in FOLDERS
        for id, one in entries(folder).items()
        if one.get("place") or one.get("places")
    }
    for choice in page.locator('.facets input[name="region"]').all():
        tick(page, "region", str(choice.get_attribute("value")))
    page.locator(".catalogue__more button").click()
    expect(page.locator(".catalogue .card")).to_have_count(len(placed))
    assert set(ids(page)) == placed
    card = page.locator(".card", has=page.locator('a[href*="/ostrava-vesnicka-souziti/"]'))
    place = entries("practices")["ostrava-vesnicka-souziti"]["place"]["label"][language]
    expect(card.locator(".card__facts").first).to_contain_text(place)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("LODZ", "lodz-polesie"), ("lódź", "lodz-polesie"), ("slup", "slupno-gops")],
)
def test_words_are_found_by_their_beginning(
    typed: str, found: str, language: str, shown: Callable[..., Page]
) -> None:
    page = shown(f"{LANGUAGES[language]}/practices/")
    page.get_by_role("searchbox").last.fill(typed)
    page.wait_for_url("**words=*")
    expect(page.locator(".catalogue .card")).to_have_count(1)
    assert ids(page) == [found]
    page.get_by_role("searchbox").last.fill("odz-")
    expect(page.locator(".catalogue .card")).to_have_count(0)


def test_orders(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/")
    locale = read_locales(options(PROJECT), tuple(LANGUAGES))[0][language]
    titles = [words(one) for one in page.locator(".card__title").all_text_contents()]
    assert titles == sorted(titles, key=locale.sort_key)
    page.locator("select[name=sort]").select_option("newest")
    page.wait_for_url("**sort=newest")
    whole = {id: one for folder in FOLDERS for id, one in entries(folder).items()}
    days = [str(whole[id]["updated"]) for id in ids(page)]
    assert days == sorted(days, reverse=True)
    page.locator("select[name=sort]").select_option("year")
    page.wait_for_url("**sort=year")
    now = max(days)[:4]
    years = [last_year(whole[id], now) for id in ids(page)]
    known = [year for year in years if year]
    assert known == sorted(known, reverse=True)
    assert not any(years[len(known) :])


def last_year(entry: dict[str, Any], now: str) -> int:
    """Any: what YAML can hold."""
    period = entry.get("period") or {}
    last = now if period.get("ongoing") else period.get("end") or period.get("start") or 0
    return int(str(last)[:4])


def test_without_scripts_every_value_leads_to_its_list(language: str, site: Path) -> None:
    home = site / language if language != "cs" else site
    for name in ("catalogue", "practices", "projects"):
        page = html_page(home / name)
        links = [tag for tag in page.found("a") if "data-value" in tag.attributes]
        assert len(links) > 30
        for link in links:
            path, _, anchor = link.attributes["href"].partition("#")
            there = (home / name / path).resolve()
            assert html_page(there).found("h2", id=anchor), link.attributes["href"]
    named = {
        tag.attributes["href"].split("/")[-2]
        for tag in html_page(home / "catalogue" / "theme").found("a")
        if "/practices/" in tag.attributes.get("href", "")
    }
    assert named >= {id for id, one in entries("practices").items() if one.get("themes")}


def test_without_scripts_there_is_nothing_dead(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/", scripts=False)
    assert not page.locator(".catalogue__tools").is_visible()
    assert page.locator(".catalogue input:visible").count() == 0
    page.locator('.facets a[data-value="housing"]').click()
    assert page.url.endswith("/catalogue/theme/#theme-housing")
    narrow = shown(f"{LANGUAGES[language]}/catalogue/", 390, scripts=False)
    narrow.locator(".catalogue__open button").first.click()
    assert narrow.locator('.facets a[data-value="housing"]').is_visible()


def test_phases_stand_by_their_framework(language: str, shown: Callable[..., Page]) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/")
    groups = page.locator('.facet[data-facet="phase"] ul')
    phases = entries("phases")
    for group in groups.all():
        values = group.locator("input").evaluate_all("all => all.map(one => one.value)")
        assert len({phases[value]["framework"] for value in values}) == 1
    expect(groups).to_have_count(2)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "asked",
    [
        *("catalogue/", "catalogue/?theme=housing&country=CZ&sort=year"),
        *("compare/?entries=dum-23-bytu,projects/spolecnou-cestou", "search/?search=lid"),
    ],
)
def test_nothing_shifts(
    asked: str, width: int, language: str, site: Path, served: SHOW, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    context.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "one => { if (!one.hadRecentInput) shift += one.value; }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page = context.new_page()
    page.goto(f"{served(site)}{LANGUAGES[language]}/{asked}", wait_until="networkidle")
    page.wait_for_timeout(500)
    assert page.evaluate("shift") < 0.05
    context.close()


def test_a_few_results_stay_in_sight_beside_what_to_choose_by(
    language: str, shown: Callable[..., Page]
) -> None:
    page = shown(f"{LANGUAGES[language]}/catalogue/?theme=school")
    expect(page.locator(".catalogue .card")).to_have_count(len(having("school")))
    page.locator("details.facet").last.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")
    expect(page.locator(".catalogue__results .card").first).to_be_in_viewport(ratio=1)
