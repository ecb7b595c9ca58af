"""How much each page weighs, and how it loads in a real Chromium: the budgets of the design."""

import gzip
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.page_types import LANGUAGES, PAGE_TYPES

SHOW = Callable[[Path], str]
KILO = 1000
WITHOUT_FONTS, WITH_FONTS, REQUESTS = 36 * KILO, 60 * KILO, 10
HEAVY = re.compile(
    r"^(pl/)?(catalogue|practices|contribute|glossary|search)/(page/\d+/)?index\.html$"
)
"""The catalogue, the form, the glossary: they may weigh what others do with fonts."""
LAYOUT_SHIFT = 0.05
LATE_FONT = 0.15
"""Seconds by which fonts come late, so that a swap that moves something shows."""
OF_THE_FRAME = ("contents", "menu", "palette")
LINKED = re.compile(r'<(?:link rel="stylesheet" href|script[^>]*src)="([^"]+)"')
MODULES = re.compile(r'data-module="([^"]+)"')
NAMED = re.compile(r'"?([a-z0-9-]+)"?:\(\)=>import\("\./([^"]+)"\)')
IMPORTED = re.compile(r'(?:from|import)"\./([^"]+)"')
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) { window.shifted += one.hadRecentInput ? 0 : one.value; }
}).observe({type: "layout-shift", buffered: true});
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused = [...(window.refused ?? []), `${event.violatedDirective} ${event.blockedURI}`];
});
"""


@dataclass(frozen=True)
class Weight:
    """Bytes of one page and all it loads, as a server that packs sends them."""

    path: str
    html: int
    styles: int
    scripts: int
    fonts: int

    @property
    def without_fonts(self) -> int:
        return self.html + self.styles + self.scripts

    @property
    def with_fonts(self) -> int:
        return self.without_fonts + self.fonts

    @property
    def light(self) -> bool:
        if HEAVY.match(self.path):
            return self.without_fonts <= WITH_FONTS
        return self.without_fonts <= WITHOUT_FONTS and self.with_fonts <= WITH_FONTS

    def row(self) -> str:
        parts = (self.html, self.styles, self.scripts, self.without_fonts, self.with_fonts)
        return f"{self.path:<60}" + "".join(f"{part / KILO:>9.1f}" for part in parts)


HEAD = f"{'KB packed (gzip)':<60}" + "".join(
    f"{name:>9}" for name in ("page", "styles", "scripts", "whole", "+ fonts")
)


@cache
def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


@cache
def modules(folder: Path) -> Mapping[str, str]:
    """Name of a script that pages can start -> its file."""
    first = next(folder.glob("handbook-*.js")).read_text("utf-8")
    return dict(NAMED.findall(first))


@cache
def script(path: Path) -> frozenset[Path]:
    """A script and all that it imports at once."""
    names = IMPORTED.findall(path.read_text("utf-8"))
    return frozenset({path}.union(*(script(path.with_name(name)) for name in names)))


@pytest.fixture(scope="module")
def weights(site: Path) -> list[Weight]:
    """All pages, each with both fonts, whether it has a slanted word or not."""
    fonts = sum(path.stat().st_size for path in (site / "assets/fonts").glob("*.woff2"))
    scripts = site / "assets/scripts"
    found = []
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        head = text[: text.index("</head>")]
        linked = {name.rpartition("/")[2] for name in LINKED.findall(head)}
        started = {name for names in MODULES.findall(text) for name in names.split()}
        assert started <= {*modules(scripts), *OF_THE_FRAME}, page
        files = {scripts / name for name in linked if name.endswith(".js")}
        files |= {scripts / modules(scripts)[name] for name in started if name in modules(scripts)}
        loaded = frozenset[Path]().union(*map(script, files))
        styles = [site / "assets/styles" / name for name in linked if name.endswith(".css")]
        found.append(
            Weight(
                page.relative_to(site).as_posix(),
                len(gzip.compress(text.encode("utf-8"), mtime=0)),
                sum(map(packed, styles)),
                sum(map(packed, loaded)),
                fonts,
            )
        )
    return found


def test_every_page_is_light(weights: list[Weight]) -> None:
    heaviest: dict[str, Weight] = {}
    for one in weights:
        sort = one.path.removeprefix("pl/").partition("/")[0]
        sort += " (list)" if one.path.removeprefix("pl/").count("/") == 1 else ""
        best = heaviest.get(sort)
        if best is None or one.without_fonts > best.without_fonts:
            heaviest[sort] = one
    table = sorted(heaviest.values(), key=lambda one: -one.without_fonts)
    print("\n".join(["", HEAD, *(one.row() for one in table[:25])]))
    heavy = [one.row() for one in weights if not one.light]
    assert not heavy, "\n".join(["too heavy:", HEAD, *heavy])


@dataclass(frozen=True)
class Visit:
    """What a browser did with one page."""

    address: str
    requests: tuple[str, ...]
    said: tuple[str, ...]
    shifted: float


def visit(page: Page, site: str, where: str) -> Visit:
    sent: list[str] = []
    said: list[str] = []
    page.on("request", lambda one: sent.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto(site + where, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    refused = page.evaluate("window.refused ?? []")
    return Visit(where, tuple(sent), (*said, *refused), page.evaluate("window.shifted"))


@pytest.fixture(scope="module")
def visits(site: Path, served: SHOW, browser: Browser) -> Iterator[list[Visit]]:
    """Each type of page on a phone, fonts late; what it loads, says, refuses, moves."""
    address, found = served(site), []
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(WATCH_SHIFTS)

    def late(route: Route) -> None:
        time.sleep(LATE_FONT)
        route.continue_()

    context.route("**/*.woff2", late)
    for kind in PAGE_TYPES:
        for language in LANGUAGES:
            page = context.new_page()
            found.append(visit(page, address, kind.address(language)))
            page.close()
    yield found
    context.close()


def test_no_page_loads_much_or_from_elsewhere(visits: list[Visit]) -> None:
    most = max(visits, key=lambda one: len(one.requests))
    print(f"\nrequests: at most {len(most.requests)} ({most.address})")
    assert [one for one in visits if len(one.requests) > REQUESTS] == []
    hosts = {url.split("/")[2].partition(":")[0] for one in visits for url in one.requests}
    assert hosts == {"127.0.0.1"}


def test_nothing_is_refused_and_nothing_complains(visits: list[Visit]) -> None:
    assert {one.address: one.said for one in visits if one.said} == {}


def test_nothing_moves_while_a_page_loads(visits: list[Visit]) -> None:
    worst = sorted(visits, key=lambda one: -one.shifted)[:5]
    print("\n" + "\n".join(f"layout shift {one.shifted:.4f}  {one.address}" for one in worst))
    assert [one for one in visits if one.shifted >= LAYOUT_SHIFT] == []


def test_fonts_come_at_once_and_only_those_needed(visits: list[Visit]) -> None:
    counted: dict[int, int] = defaultdict(int)
    for one in visits:
        counted[sum(url.endswith(".woff2") for url in one.requests)] += 1
    assert set(counted) <= {1, 2}
