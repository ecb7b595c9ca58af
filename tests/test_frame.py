"""What stands around every article, in a real Chromium: menu, colours, contents, copying."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.conftest import run
from tests.small_project import PRACTICE, small_project

SHOW = Callable[[Path], str]
ENTRY = "/practices/dum-23-bytu/"
CHAPTER = "/pl/czech-method/"


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts that end with the test; waiting evaluates, which pages forbid."""
    made: list[BrowserContext] = []

    def make(width: int = 390, **options: object) -> BrowserContext:
        size: ViewportSize = {"width": width, "height": 844}
        context = browser.new_context(viewport=size, bypass_csp=True, **options)  # type: ignore[arg-type]  # what playwright takes
        made.append(context)
        return context

    yield make
    for one in made:
        one.close()


def focused(page: Page) -> str:
    """The text or label of what has the focus."""
    said: str = page.evaluate(
        "(document.activeElement.getAttribute('aria-label')"
        " ?? document.activeElement.textContent).trim()"
    )
    return said


def press(page: Page, key: str, times: int) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def expanded(page: Page) -> bool:
    """Whether the button of the menu says so to those who hear the page."""
    session = page.context.new_cdp_session(page)
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        if node.get("role", {}).get("value") == "button" and node["name"]["value"] == "Nabídka":
            told = {one["name"]: one["value"]["value"] for one in node["properties"]}
            return bool(told["expanded"])
    raise AssertionError("the button is not told")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_menu_of_a_phone_opens_leads_and_closes(
    scripts: bool, site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(java_script_enabled=scripts).new_page()
    page.goto(served(site) + ENTRY)
    menu = page.get_by_role("navigation", name="Nabídka")
    assert menu.count() == 0, "a closed menu is out of the way"
    opener = page.get_by_role("button", name="Nabídka", exact=True)
    opener.click()
    menu.wait_for()
    menu.get_by_role("button", name="Zavřít nabídku").click()
    menu.wait_for(state="hidden")
    opener.click()
    menu.locator("summary", has_text="Metoda").click()
    menu.get_by_role("link", name="Fáze").first.click()
    page.wait_for_url("**/phases/")


def test_the_menu_keeps_the_focus_in_sight(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts().new_page()
    page.goto(served(site) + ENTRY)
    opener = page.locator(".menu-opener")
    assert not expanded(page)
    opener.focus()
    page.keyboard.press("Enter")
    assert focused(page) == "Zavřít nabídku"
    assert expanded(page)
    page.keyboard.press("Escape")
    assert focused(page) == "Nabídka"
    assert not expanded(page)
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('.menu')")
    links = page.locator("#page-menu :is(a, summary):visible").count()
    press(page, "Tab", links + 1)
    assert page.locator("#page-menu").is_hidden(), "the focus has left, so the menu is closed"
    assert page.evaluate("document.activeElement.closest('#page-menu')") is None


def test_the_keyboard_reaches_the_article_at_once(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(1280).new_page()
    page.goto(served(site) + ENTRY)
    page.keyboard.press("Tab")
    assert focused(page) == "Přejít k obsahu"
    box = page.locator(".skip").bounding_box()
    assert box is not None
    page.wait_for_function("document.querySelector('.skip').getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_chosen_colours_are_remembered(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    context = contexts(color_scheme="dark")
    page = context.new_page()
    address = served(site)
    page.goto(address + ENTRY)

    def scheme() -> str:
        found: str = page.evaluate("document.documentElement.dataset.mdColorScheme")
        return found

    assert scheme() == "slate", "as the device has it"
    page.get_by_role("button", name="Vzhled: podle zařízení").click()
    assert scheme() == "default"
    page.goto(address + CHAPTER)
    assert scheme() == "default"
    page.get_by_role("button", name="Wygląd: jasny").click()
    assert scheme() == "slate"
    page.get_by_role("button", name="Wygląd: ciemny").click()
    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.documentElement.dataset.mdColorScheme === 'default'")


def test_nothing_is_drawn_in_the_wrong_colours(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(color_scheme="dark").new_page()
    page.route("**/handbook-*.js", lambda route: route.abort())
    page.goto(served(site) + ENTRY)
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"


def test_the_contents_show_what_is_read(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(1280).new_page()
    page.goto(served(site) + ENTRY)
    here = page.locator(".contents a[aria-current]")
    assert here.count() == 0
    page.locator("#results").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('results').scrollIntoView()")
    page.wait_for_function(
        "document.querySelector('.contents a[aria-current]')?.hash === '#results'"
    )
    assert here.count() == 1


@pytest.mark.parametrize("width", [1280, 1440, 1600])
def test_sources_stand_in_the_margin_of_wide_screens(
    width: int, site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    page = contexts(width).new_page()
    page.goto(served(site) + CHAPTER)
    beside: list[bool] = page.evaluate(
        """[...document.querySelectorAll("article p .source-note__title")].map((one) => {
          const note = one.getBoundingClientRect();
          const text = one.closest("p").getBoundingClientRect();
          const contents = document.querySelector(".contents").getBoundingClientRect();
          return text.right < note.left && note.right < contents.left && note.width > 100;
        })"""
    )
    assert len(beside) > 5
    assert all(beside)


def test_what_scrolls_sideways_shows_it(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    """By a shade at its edge, by a name, and by the keyboard."""
    pages = {390: contexts().new_page(), 800: contexts(width=800).new_page()}
    for path, width in (
        ("/traceability/", 800),
        ("/pl/status/", 390),
        ("/worksheets/mapa-akteru/", 390),
    ):
        page = pages[width]
        page.goto(served(site) + path)
        found: list[list[bool]] = page.evaluate(
            """[...document.querySelectorAll("article *")]
              .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
              .filter((one) => getComputedStyle(one).overflowX === "auto")
              .map((one) => [getComputedStyle(one).backgroundImage.includes("gradient"),
                one.tabIndex === 0, !!one.ariaLabel])"""
        )
        assert found != []
        assert [one for one in found if not all(one)] == []


def test_a_citation_can_be_copied(
    site: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    address = served(site)
    context = contexts(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + ENTRY)
    page.locator("details.cite summary").click()
    button = page.locator("details.cite button")
    button.click()
    page.wait_for_function("document.querySelector('.cite button').textContent == 'Zkopírováno'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{spolu-razem-practice-dum-23-bytu-cs,")
    without = contexts(java_script_enabled=False).new_page()
    without.goto(address + ENTRY)
    without.locator("details.cite summary").click()
    assert without.locator("details.cite button").is_hidden()


def test_without_npm_pages_load_the_same_files_one_by_one(
    tmp_path: Path, served: SHOW, contexts: Callable[..., BrowserContext]
) -> None:
    project = small_project(tmp_path / "project", {"dum": PRACTICE})
    built = run(["build"], project, PARTS="pages", LANG="en_GB.UTF-8")
    assert built.status == 0, built.errors
    assert "not bundled" in built.errors
    page = contexts(color_scheme="dark").new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(served(project / "site") + "/practices/dum/", wait_until="networkidle")
    page.get_by_role("button", name="Vzhled: podle zařízení").click()
    page.get_by_role("button", name="Vzhled: světlý").wait_for()
    assert wrong == []


@pytest.mark.parametrize(
    ("file", "fault"),
    [("scripts/copy.js", "export function start( {"), ("styles/text.css", "@import './none.css';")],
)
def test_a_faulty_script_or_style_is_not_published(file: str, fault: str, copy: Path) -> None:
    (copy / "node_modules").symlink_to(Path(__file__).parent.parent / "node_modules")
    place = copy / "overrides/assets" / file
    place.write_text(fault + "\n" + place.read_text("utf-8"), "utf-8")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 1
    assert f"overrides/assets/{file}" in built.errors
    assert "Traceback" not in built.errors
    assert not (copy / "site").exists()
