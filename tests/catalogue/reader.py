"""What a reader finds in the catalogue, and how she chooses in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

from tests.conftest import PROJECT

SHOW = Callable[[Path], str]
"""Shows a folder on a loopback address."""
LANGUAGES = {"cs": "", "pl": "/pl"}
FOLDERS = ("practices", "projects")
UI = {
    language: yaml.safe_load((PROJECT / f"data/ui/{language}.yml").read_text("utf-8"))
    for language in LANGUAGES
}


def entries(folder: str) -> dict[str, Any]:
    """Id -> an entry as its file has it. Any: what YAML can hold."""
    files = (PROJECT / "data" / folder).glob("*.yml")
    return {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}


def having(theme: str) -> set[str]:
    return {id for id, one in entries("practices").items() if theme in one.get("themes", ())}


def everything() -> set[str]:
    return {id for folder in FOLDERS for id in entries(folder)}


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
