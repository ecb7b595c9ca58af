"""The search field and the page of results as readers use them: keys, thumbs, ears, addresses."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PROJECT
from tests.html_page import words
from tests.search.field_page import PHONE, WIDE, results

AXE = PROJECT / "node_modules/axe-core/axe.min.js"
ENTRY = "/practices/dum-23-bytu/"


def chosen(page: Page) -> str | None:
    """The title of the result that the field points at."""
    title: str | None = page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        "?.dataset.title ?? null"
    )
    return title


def test_nothing_is_loaded_before_the_field_is_used(address: str, opened: Any) -> None:
    page, wrong, asked = opened(address + ENTRY)
    before = list(asked)
    assert not [url for url in before if "/assets/search/" in url or "pagefind" in url]
    page.keyboard.press("Control+k")
    page.keyboard.type("lídr")
    results(page)
    assert [url for url in asked if "/assets/search/cs/" in url]
    assert [url for url in asked if not url.startswith(address)] == []
    assert wrong == []


def test_the_keyboard_alone_leads_to_a_result(address: str, opened: Any) -> None:
    page, wrong, _ = opened(address + ENTRY)
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Hledat v příručce")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("susaky")
    titles = results(page)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert chosen(page) is None
    page.keyboard.press("ArrowDown")
    assert chosen(page) == titles[0]
    page.keyboard.press("ArrowDown")
    assert chosen(page) == titles[1]
    page.keyboard.press("ArrowUp")
    assert chosen(page) == titles[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/practices/ostrava-susaky/**")
    assert wrong == []


def test_escape_closes_then_empties_and_single_keys_do_nothing(address: str, opened: Any) -> None:
    page, _, _ = opened(address + ENTRY)
    for key in ("s", "f", "/", "k"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("Control+k")
    page.keyboard.type("lídr")
    results(page)
    page.keyboard.press("Escape")
    expect(page.locator(".search__panel")).to_be_hidden()
    expect(page.locator(".search__field")).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".search__field")).to_be_focused()
    expect(page.locator(".search__field")).to_have_value("lídr")
    page.keyboard.press("Escape")
    expect(page.locator(".search__field")).to_have_value("")


@pytest.mark.parametrize(
    ("language", "count", "nothing"),
    [("", "výsled", "Na „blockchain“ jsme nic nenašli."),
     ("/pl", "wynik", "Dla „blockchain” nic nie znaleźliśmy.")],
)  # fmt: skip
def test_the_count_is_announced_and_so_is_nothing(
    language: str, count: str, nothing: str, address: str, opened: Any
) -> None:
    page, _, _ = opened(address + language + ENTRY)
    status = page.get_by_role("status")
    page.locator(".search__field").focus()
    page.keyboard.type("lider")
    results(page)
    assert count in status.inner_text()
    page.locator(".search__field").fill("blockchain")
    expect(status).to_have_text(nothing)
    assert page.locator(".search__results a").count() == 0
    assert page.locator(".search__closest a").count() == 3


def test_found_words_are_marked_in_the_pages_own_spelling(address: str, opened: Any) -> None:
    page, _, _ = opened(address + ENTRY)
    page.locator(".search__field").focus()
    page.keyboard.type("susaku")
    results(page)
    marks = page.locator(".search__results mark").all_inner_texts()
    assert marks
    assert {mark.lower() for mark in marks} <= {"sušáky", "sušáků", "sušák", "sušáku"}


@pytest.mark.parametrize("language", ["", "/pl"])
def test_on_a_phone_it_fills_the_screen_by_thumb(language: str, address: str, opened: Any) -> None:
    page, wrong, _ = opened(address + language + ENTRY, PHONE, has_touch=True, is_mobile=True)
    field, box = page.locator(".search__field"), page.locator(".search__box")
    expect(field).to_be_hidden()
    page.locator(".search__open").tap()
    expect(field).to_be_focused()
    assert box.bounding_box() == {"x": 0, "y": 0, "width": PHONE, "height": 844}
    page.keyboard.type("lider")
    results(page)
    for target in (*page.locator(".search__results a").all(), page.locator(".search__close")):
        size = target.bounding_box()
        assert size is not None
        assert size["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    page.locator(".search__close").tap()
    expect(box).to_be_hidden()
    expect(page.locator(".search__open")).to_be_focused()
    page.locator(".search__open").tap()
    page.wait_for_load_state("networkidle")
    first = page.locator(".search__results a").first
    title, target_page = results(page)[0], first.get_attribute("href")
    first.tap()
    page.wait_for_url(f"**{target_page}")
    page.wait_for_load_state("networkidle")
    assert words(page.locator("h1").inner_text()) == words(title)
    assert wrong == []


def test_results_can_be_narrowed_to_kinds_that_have_any(address: str, opened: Any) -> None:
    page, _, _ = opened(address + ENTRY)
    page.locator(".search__field").focus()
    page.keyboard.type("lídr")
    results(page)
    status, kind = page.get_by_role("status"), page.get_by_label("Druh")
    all_count = int(status.inner_text().split()[0])
    expect(kind.locator("option", has_text="pojem (")).to_have_count(1)
    offered = [one.split("(") for one in kind.locator("option").all_inner_texts()[1:]]
    counts = {name.strip(): int(count.rstrip(")")) for name, count in offered}
    assert min(counts.values()) > 0
    assert sum(counts.values()) == all_count
    kind.select_option("term")
    expect(status).to_contain_text(str(counts["pojem"]))
    expect(page.locator(".search__kind", has_not_text="pojem")).to_have_count(0)
    assert page.locator(".search__kind", has_text="pojem").count() > 1
    page.locator(".search__field").fill("sušáky")
    expect(status).to_have_text("Tento druh mezi výsledky není.")
    expect(kind.locator("option", has_text="pojem (0)")).to_have_count(1)
    expect(kind.locator("option", has_text="otázka")).to_have_count(0)


@pytest.mark.parametrize("language", ["", "/pl"])
def test_without_scripts_the_field_leads_to_lists(language: str, address: str, opened: Any) -> None:
    page, _, _ = opened(address + language + ENTRY, java_script_enabled=False)
    page.locator(".search__field").fill("lider")
    page.locator(".search__field").press("Enter")
    page.wait_for_url(f"**{language}/search/?search=lider")
    assert page.locator("noscript").count() == 1
    assert "JavaScript" in page.locator("article").inner_text()
    page.locator("article a[href*='glossary']").click()
    page.wait_for_url(f"**{language}/glossary/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize(("language", "query"), [("", "souhals"), ("/pl", "kryptowaluty")])
def test_axe_finds_nothing_on_the_open_search(
    language: str, query: str, width: int, scheme: str, address: str, opened: Any
) -> None:
    page, _, _ = opened(address + language + ENTRY, width, color_scheme=scheme, bypass_csp=True)
    page.locator(".search__open" if width == PHONE else ".search__field").click()
    page.keyboard.type(query)
    page.locator(".search__results a, .search__closest a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    told = [(one["id"], one["nodes"][0]["html"]) for one in found]
    assert told == [], json.dumps(told, ensure_ascii=False)


def test_an_index_that_cannot_be_loaded_is_told(address: str, opened: Any) -> None:
    page, _, _ = opened(address + ENTRY)
    page.route("**/words.json", lambda route: route.abort())
    page.locator(".search__field").focus()
    page.keyboard.type("lídr")
    expect(page.get_by_role("status")).to_contain_text("nepodařilo načíst")
    page.unroute("**/words.json")
    page.keyboard.type("i")
    assert results(page)
