"""Whoever meets an abbreviation learns on the same page what it means, by keyboard too."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from macros.model.kinds import KINDS
from tests.conftest import PROJECT
from tests.html_page import VOID, html_page, words

LANGUAGES = {"cs": "", "pl": "pl/"}
NOT_RUNNING = {
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "cite",
    "code",
    "label",
    "option",
    "pre",
    "script",
    "summary",
    "svg",
}
NEAR_AFTER = 150


@dataclass(frozen=True)
class Known:
    """An abbreviation, the entries that carry it, and how it may be told."""

    short: str
    addresses: tuple[str, ...]
    wordings: tuple[str, ...]


def known(language: str) -> list[Known]:
    """The abbreviations of the glossary and of programmes."""
    carriers: dict[str, list[tuple[str, list[str]]]] = {}
    for kind in ("term", "programme"):
        for file in sorted((PROJECT / f"data/{KINDS[kind].folder}").glob("*.yml")):
            entry = yaml.safe_load(file.read_text("utf-8"))
            own = (entry.get("abbreviations") or {}).get(language) or []
            own += [entry["abbreviation"]] if entry.get("abbreviation") else []
            told = [*entry["title"].values()]
            told += [form for forms in (entry.get("forms") or {}).values() for form in forms or []]
            for short in own:
                wordings = [
                    re.sub(r"\s*\(.*?\)", "", one).removesuffix(f" {short}") for one in told
                ]
                address = f"{KINDS[kind].address}/{file.stem}/"
                carriers.setdefault(short, []).append((address, wordings))
    return [
        Known(
            short,
            tuple(address for address, _ in entries),
            tuple(wording.lower() for _, wordings in entries for wording in wordings),
        )
        for short, entries in carriers.items()
    ]


class Running(HTMLParser):
    """All text of the article, and where the running text in the reader's language stands."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.text = ""
        self.running: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        left_out = (
            tag in NOT_RUNNING
            or ("lang" in facts and tag != "html")
            or facts.get("class") in ("citation", "cite")
        )
        if tag not in VOID:
            self.open.append((tag, left_out))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(name == "article" for name, _ in self.open):
            return
        if not any(left_out for _, left_out in self.open):
            self.running.append((len(self.text), data))
        self.text += data


def first_uses(page: Path, abbreviations: list[Known]) -> Iterator[tuple[Known, str]]:
    """Abbreviations in the running text, with all that is read up to a little after each."""
    reader = Running()
    reader.feed(page.read_text("utf-8"))
    for one in abbreviations:
        pattern = re.compile(rf"(?<![\w.]){re.escape(one.short)}(?![\w+])")
        places = (
            start + match.end()
            for start, text in reader.running
            if (match := pattern.search(text.replace("\u00a0", " ")))
        )
        place = next(places, None)
        if place is not None:
            yield one, words(reader.text[: place + NEAR_AFTER]).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_uses_are_explained_and_linked(language: str, site: Path) -> None:
    abbreviations = known(language)
    start = site / LANGUAGES[language]
    untold, met = [], 0
    for page in sorted(start.rglob("index.html")):
        where = page.parent.relative_to(start).as_posix() + "/"
        if language == "cs" and where.startswith("pl/"):
            continue
        links = {tag.attributes.get("href", "") for tag in html_page(page).found("a")}
        for one, read in first_uses(page, abbreviations):
            met += 1
            told = any(wording in read for wording in one.wordings)
            linked = where in one.addresses or any(
                link.split("#")[0].endswith(one.addresses) for link in links
            )
            if not (told and linked):
                untold.append(f"{where}: {one.short}")
    assert untold == []
    assert met > 100


@pytest.mark.parametrize(
    ("path", "meaning", "target"),
    [
        ("/dilemmas/kde-se-schazet/", "Centrum podpory místní aktivity", "/glossary/cal-sdruzeni/"),
        ("/pl/phases/przekazanie/", "organizowanie społeczności lokalnej", "/pl/glossary/"),
    ],
)
def test_the_meaning_is_reached_by_keyboard(
    path: str,
    meaning: str,
    target: str,
    site: Path,
    served: Callable[[Path], str],
    browser: Browser,
) -> None:
    page = browser.new_context().new_page()
    page.goto(served(site) + path)
    link = page.locator("article a.abbreviation", has_text=meaning).first
    for _ in range(200):
        page.keyboard.press("Tab")
        if link.evaluate("it => it === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}**")
    page.context.close()
