"""Choosing, sorting, sharing and comparing as readers do it, with scripts and without."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pikepdf
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.locales import read_locales
from macros.options import options
from tests.conftest import PROJECT
from tests.html_page import html_page, words
from tests.printing.pdf_file import text_of
from tests.test_accessibility import AXE, violations

SHOW = Callable[[Path], str]
LANGUAGES = {"cs": "", "pl": "/pl"}
FOLDERS = ("practices", "projects")
UI = {
    language: yaml.safe_load((PROJECT / f"data/ui/{language}.yml").read_text("utf-8"))
    for language in LANGUAGES
}

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def entries(folder: str) -> dict[str, Any]:
    """Id -> an entry as its file has it. Any: what YAML can hold."""
    files = (PROJECT / "data" / folder).glob("*.yml")
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}


def having(theme: str) -> set[str]:
    return {id for id, one in entries("practices").items() if theme in one.get("themes", ())}


def everything() -> set[str]:
    return {id for folder in FOLDERS for id in entries(folder)}


@pytest.fixture
def shown(site: Path, served: SHOW, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page of the site in a window of its own and fails on anything that goes wrong."""
    contexts = []
    wrong: list[str] = []
    address = served(site)

    def opened(path: str, width: int = 1280, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address + path, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def ids(page: Page) -> list[str]:
    """The entries that a reader sees, in their order."""
    links = page.locator(".catalogue .card__title")
    return [str(one).split("/")[-2] for one in links.evaluate_all("all => all.map(a => a.href)")]


def box(page: Page, facet: str, value: str) -> Any:
    return page.locator(f'.facets input[name="{facet}"][value="{value}"]')


def tick(page: Page, facet: str, value: str) -> None:
    """As a reader does: open the facet, then tick the value."""
    group = page.locator(f'.facet[data-facet="{facet}"]')
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    box(page, facet, value).check()


def counted(page: Page, facet: str, value: str) -> int:
    label = box(page, facet, value).locator("..")
    return int(label.locator(".facet__count").text_content() or "")


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


def test_folding_is_the_same_in_both_languages_of_the_code(language: str, browser: Browser) -> None:
    locale = read_locales(options(PROJECT), tuple(LANGUAGES))[0][language]
    source = (PROJECT / "overrides/assets/scripts/catalogue/folding.js").read_text("utf-8")
    titles = [
        text
        for folder in FOLDERS
        for one in entries(folder).values()
        for text in (*one["title"].values(), *one["summary"].values())
    ]
    page = browser.new_page()
    folded = page.evaluate(
        "async ([source, texts, spellings]) => {"
        " const {folded} = await import('data:text/javascript,' + encodeURIComponent(source));"
        " return texts.map(text => folded(text, spellings)); }",
        [source, titles, [list(pair) for pair in locale.rules.folding]],
    )
    page.close()
    assert folded == [locale.folded(title) for title in titles]
