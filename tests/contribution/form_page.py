"""The form as a contributor uses it: opened on a phone, filled in, its files taken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

SHOW = Callable[[Path], str]
ADDRESSES = {"cs": "/contribute/", "pl": "/pl/contribute/"}
WRITTEN = {
    "cs": {"title": "Lavička před domem", "summary": "Sousedé opravili lavičku a schází se u ní."},
    "pl": {"title": "Ławka przed domem", "summary": "Sąsiedzi naprawili ławkę i przy niej siedzą."},
}


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.set_default_timeout(5000)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def fill(page: Page, path: str, value: Any) -> None:
    """Any: a text or a tick. ``steps/title.cs`` is in the first step."""
    name, _, inner = path.partition("/")
    within = f"[data-list='{name}'] .form-items " if inner else ""
    path = inner or path
    controls = page.locator(f"{within}[data-path='{path}']")
    controls.first.evaluate("(one) => one.closest('details')?.setAttribute('open', '')")
    kind = controls.first.evaluate("(one) => one.type")
    if kind == "radio":
        page.locator(f"[data-path='{path}'][value='{value}']").check()
    elif kind == "checkbox":
        controls.first.set_checked(bool(value))
    elif kind == "select-one":
        controls.first.select_option(value)
    else:
        controls.first.fill(str(value))


def fill_minimum(page: Page, language: str) -> None:
    for field, text in WRITTEN[language].items():
        fill(page, f"{field}.{language}", text)
    fill(page, "country", "CZ" if language == "cs" else "PL")
    fill(page, "evidence", "self_reported")
    fill(page, "+source.own", True)
    fill(page, "+organisation.title", {"cs": "Spolek u lavičky", "pl": "Koło przy ławce"}[language])
    fill(page, "consent.basis", "written")
    fill(page, "consent.anonymised", "true")
    fill(page, "consent.held_by", "+new")
    fill(page, "+read", True)


MINIMUM = {
    language: {
        **{f"{field}.{language}": text for field, text in WRITTEN[language].items()},
        "country": "CZ",
        "evidence": "self_reported",
        "+source.own": True,
        "+organisation.title": "Spolek",
        "consent.basis": "written",
        "consent.anonymised": "true",
        "consent.held_by": "+new",
        "+read": True,
    }
    for language in ADDRESSES
}
FILL = """(answers) => {
  for (const [path, value] of answers) {
    const [list, inner] = path.split("/");
    const root = inner ? document.querySelector(`[data-list='${list}'] .form-items`) : document;
    const controls = [...root.querySelectorAll(`[data-path='${inner ?? path}']`)];
    const radio = controls.find((one) => one.type === "radio" && one.value === value);
    if (radio) radio.checked = true;
    else if (controls[0].type === "checkbox") controls[0].checked = value;
    else controls[0].value = value;
    controls[0].dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
"""Answers as if they were typed, all at once: typing a thousand of them would take a minute."""


def files_of(page: Page) -> dict[str, str]:
    page.locator("article button[type=submit]").click()
    page.locator(".form-ways").wait_for()
    return {
        section.locator(".form-path").inner_text(): section.locator("code").text_content() or ""
        for section in page.locator(".form-sent").all()
    }
