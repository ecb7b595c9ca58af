"""The page of search results: an address to share, and the same results as the field."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.search.field_page import results

ENTRY = "/practices/dum-23-bytu/"


def test_an_address_can_be_shared(address: str, opened: Any) -> None:
    page, wrong, _ = opened(f"{address}{ENTRY}?search=susaky")
    assert "Sušáky na prádlo z rukou obyvatel" in results(page)
    page.locator(".search__field").press("Enter")
    page.wait_for_url("**/search/?search=susaky")
    assert "Sušáky na prádlo z rukou obyvatel" in results(page)
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "query", "kind", "title"),
    [
        ("", "souhals", "worksheet", "Souhlas se zveřejněním"),
        ("/pl", "zgdoa", "worksheet", "Zgoda na publikację"),
    ],
)
def test_the_page_of_results_works_the_same(
    language: str, query: str, kind: str, title: str, address: str, opened: Any
) -> None:
    page, wrong, _ = opened(f"{address}{language}/search/?search={query}&kind={kind}")
    assert results(page)[0] == title
    assert query in page.locator(".search-page .search__notes").inner_text()
    page.locator(".search-page__field").fill("lider")
    page.locator(".search-page__kind").select_option("")
    page.wait_for_url("**/search/?search=lider")
    page.locator(".search__more").click()
    expect(page.locator(".search-page .search__results a").nth(10)).to_be_visible()
    assert wrong == []
