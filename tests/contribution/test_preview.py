"""The form's preview, in a real Chromium: what the page will show, and only as text."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.html_page import words

from .form_page import ADDRESSES, SHOW, fill, fill_minimum, opened


def test_the_preview_is_text_only(site: Path, served: SHOW, phone: BrowserContext) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    fill_minimum(page, "cs")
    fill(page, "situation.cs", "<img src=x onerror=alert(1)>\n\n- jedna\n- dvě")
    page.get_by_role("button", name="Ukázat náhled").click()
    shown = page.locator(".form-preview")
    shown.wait_for()
    assert "<img src=x" in shown.inner_text()
    assert shown.locator("img").count() == 0
    assert shown.locator("li", has_text="dvě").count() == 1
    assert shown.locator("dl.facts").first.inner_text().count("zdroj neuvádí") >= 3
    assert "sebehodnocení organizace" in shown.locator("dl.facts").first.inner_text()


@pytest.mark.parametrize("name", ["krakow-ugorek", "belchatow-grill"])
def test_the_preview_has_the_sections_of_the_page(
    name: str, site: Path, served: SHOW, phone: BrowserContext
) -> None:
    real = opened(phone, f"{served(site)}/practices/{name}/")
    page = opened(phone, f"{served(site)}/contribute/?practice={name}")
    page.get_by_role("button", name="Ukázat náhled").click()
    shown = page.locator(".form-preview")
    shown.wait_for()
    from_elsewhere = ("photos", "related", "used_by")
    sections = real.locator(f"article h2:not({', '.join('#' + one for one in from_elsewhere)})")
    assert sections.count() > 10
    expect(shown.locator("h2")).to_have_text(sections.all_text_contents())
    for said in real.locator(".ladder dd, .ladder__note, #continuity + p, #method + dl a").all():
        expect(shown).to_contain_text(said.inner_text())


@pytest.mark.parametrize("language", ADDRESSES)
@pytest.mark.parametrize("name", ["dum-23-bytu", "krnov-spolu-to-zvladneme", "poznan-feniks-bis"])
def test_the_preview_says_what_the_page_will(
    name: str, language: str, site: Path, served: SHOW, phone: BrowserContext
) -> None:
    address = served(site) + ADDRESSES[language]
    real = opened(phone, address.replace("/contribute/", f"/practices/{name}/"))
    page = opened(phone, f"{address}?practice={name}")
    page.locator("[data-preview]").click()
    shown = page.locator(".form-preview")
    shown.wait_for()
    said = real.locator("article dl.facts").first.locator(":scope > *").all_inner_texts()
    assert len(said) > 10
    facts = shown.locator("dl.facts").first.locator(":scope > *").all_inner_texts()
    assert [words(one) for one in facts] == [words(one) for one in said]
    for section in ("participants", "partners", "resources", "consent"):
        for one in real.locator(f"#{section} + :is(p, ul), #resources + p + *").all():
            assert words(one.inner_text()) in words(shown.inner_text())
