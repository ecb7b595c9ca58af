"""A page with the search field, as tests look at it."""

from playwright.sync_api import Page

WIDE, PHONE = 1280, 390


def results(page: Page) -> list[str]:
    page.locator(".search__results a").first.wait_for()
    titles: list[str] = page.locator(".search__results a").evaluate_all(
        "links => links.map(link => link.dataset.title)"
    )
    return titles
