"""WCAG 2.2 AA on every type of page: by axe-core, by keyboard, by the accessibility tree."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import PROJECT
from tests.html_page import html_page
from tests.page_types import LANGUAGES, PAGE_TYPES, PageType

SHOW = Callable[[Path], str]
AXE = PROJECT / "node_modules/axe-core/axe.min.js"
COLOURS = {"color-contrast", "link-in-text-block"}
"""Rules whose outcome depends on the colours; the others are the same in the dark."""
LOOKS = (
    (1280, "light", "all"),
    (1280, "dark", "colours"),
    (390, "light", "all"),
    (390, "dark", "colours"),
    (320, "light", "all but colours"),
)
"""Width, scheme and rules. 320 is what remains of 1280 at 400 % zoom; between it and 390 no style
changes a colour."""
SCHEMES = {"light": "default", "dark": "slate"}
TARGET = 24
"""The least size of what is pointed at, in CSS pixels."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: it is resized and switched to the dark rather than opened anew."""
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.add_init_script(path=AXE)
    yield page
    context.close()


def violations(page: Page, rules: str = "all") -> list[str]:
    """What axe-core finds: rule, number of places, the first of them."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False, "selectors": False}
    if rules == "colours":
        options["runOnly"] = {"type": "rule", "values": sorted(COLOURS)}
    elif rules == "all but colours":
        options["rules"] = {rule: {"enabled": False} for rule in COLOURS}
    found: list[dict[str, Any]] = page.evaluate(
        "options => axe.run(document, options).then(told => told.violations)", options
    )
    return [f"{one['id']} × {len(one['nodes'])}: {one['nodes'][0]['html'][:120]}" for one in found]


def show(page: Page, scheme: str) -> None:
    """The colours, whichever element the frame sets them on."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.evaluate(
        "value => document.querySelector('[data-md-color-scheme]').dataset.mdColorScheme = value",
        SCHEMES[scheme],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(language: str, page: Page, site: Path, served: SHOW) -> None:
    address, found = served(site), []
    for kind in PAGE_TYPES:
        page.goto(address + kind.address(language))
        for width, scheme, rules in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            show(page, scheme)
            told = violations(page, rules)
            found += [f"{kind.name}, {width}, {scheme}: {one}" for one in told]
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                found.append(f"{kind.name}, {width}: {wide} pixels wide")
    runs = len(PAGE_TYPES) * len(LOOKS)
    print(f"\naxe-core ({language}): {runs} runs, {len(found)} violations")
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda one: one.name)
def test_headings_go_down_one_by_one(kind: PageType, language: str, site: Path) -> None:
    file = site / kind.address(language)[1:]
    article = html_page(file).tags
    levels = [
        int(tag.name[1])
        for tag in article
        if tag.name in {"h1", "h2", "h3", "h4", "h5", "h6"} and "article" in tag.within
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [two for one, two in pairwise(levels) if two > one + 1] == []


@pytest.mark.parametrize("width", [1280, 390])
def test_every_entry_can_be_reached_by_keyboard(
    width: int, page: Page, site: Path, served: SHOW
) -> None:
    """From home through the list of a kind to an entry, and the focus is always in sight."""
    page.set_viewport_size({"width": width, "height": 800})
    address = served(site)
    page.goto(address + "/", wait_until="networkidle")
    for target in ("/practices/", "/practices/dum-23-bytu/"):
        hidden = tab_to(page, f"{address}{target}")
        assert hidden == []
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}{target}", wait_until="networkidle")


IN_FOCUS = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const box = one.getClientRects()[0]
  const middle = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12)]
  const top = document.elementFromPoint(...middle)
  const style = getComputedStyle(one)
  return {
    href: one.href || "",
    told: one.outerHTML.slice(0, 90),
    seen: !!top && (one === top || one.contains(top) || top.contains(one)),
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  }
}"""


def tab_to(page: Page, href: str, most: int = 400) -> list[str]:
    """Press Tab until the link is in focus; returns what was in focus and could not be seen."""
    hidden = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(IN_FOCUS)
        assert focus is not None, "the focus is lost"
        if not (focus["seen"] and focus["ringed"]):
            hidden.append(focus["told"])
        if focus["href"] == href:
            return hidden
    raise AssertionError(f"no way by keyboard to {href}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_be_used_has_a_name(language: str, page: Page, site: Path, served: SHOW) -> None:
    """As a screen reader is told: names of all links, buttons, fields and regions."""
    address, nameless, links = served(site), [], 0
    page.set_viewport_size({"width": 390, "height": 800})
    session = page.context.new_cdp_session(page)
    for kind in PAGE_TYPES:
        page.goto(address + kind.address(language))
        for node in session.send("Accessibility.getFullAXTree")["nodes"]:
            role = node.get("role", {}).get("value")
            if node.get("ignored") or role not in NAMED:
                continue
            links += 1
            if not node.get("name", {}).get("value", "").strip():
                nameless.append(f"{kind.name}: {role}")
    session.detach()
    assert links > 1000
    assert nameless == []


NAMED = {"link", "button", "textbox", "searchbox", "checkbox", "combobox", "region", "navigation"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_targets_are_large_enough(language: str, page: Page, site: Path, served: SHOW) -> None:
    """2.5.8: 24 pixels, but for links within text; a label is a part of its field's target."""
    address, small = served(site), []
    page.set_viewport_size({"width": 390, "height": 800})
    for kind in PAGE_TYPES:
        page.goto(address + kind.address(language))
        found: list[str] = page.evaluate(
            """least => [...document.querySelectorAll("a[href], button, summary, input")]
              .filter(one => one.checkVisibility() && !one.closest("p, li, dd, dt, td, th, h3"))
              .map(one => [one, (one.labels?.[0] || one).getBoundingClientRect()])
              .filter(([, box]) => box.width && Math.min(box.width, box.height) < least)
              .map(([one]) => one.outerHTML.slice(0, 100))""",
            TARGET,
        )
        small += [f"{kind.name}: {one}" for one in found]
    assert small == []


def test_nothing_moves_for_those_who_asked(page: Page, site: Path, served: SHOW) -> None:
    page.goto(served(site) + "/")
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(one => {
          const style = getComputedStyle(one)
          return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0
        }).length"""
    )
    assert moving == 0
