"""Strangers' text is data: no text of an entry runs code in the build or a script in the page."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Dialog, Request

from tests.conftest import PROJECT, run
from tests.html_page import Tag, html_page, words

CASES = yaml.safe_load((Path(__file__).parent / "injection/texts.yml").read_text("utf-8"))
PROOF = "ran.txt"
TEXTS = [text.replace("{proof}", PROOF) for text in [*CASES["code"], *CASES["scripts"]]]
LOADING = {"script", "iframe", "object", "embed", "form", "style", "base", "img", "svg", "math"}
OURS = {"script", "style", "svg", "form", "img", "input"}


def attacked(entry: dict[str, Any], text: str, number: int) -> dict[str, Any]:
    """The entry with ``text`` in its title, a plain line, a text with markup and a list."""
    changed: dict[str, Any] = json.loads(json.dumps(entry))
    one_line = " ".join(text.split())
    for language in ("cs", "pl"):
        changed["title"][language] = one_line[:110] + f" #{number}"
        changed["summary"][language] = one_line[:240]
        changed["situation"] = changed.get("situation") or {}
        changed["situation"][language] = text
        changed["steps"][0]["text"][language] = f"A {text} B"
        changed["participants"][0]["who"][language] = one_line
    return changed


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built from the real data and one entry for each text."""
    folder = tmp_path_factory.mktemp("hostile")
    data = folder / "data"
    shutil.copytree(PROJECT / "data", data)
    entry = yaml.safe_load((data / "practices/dum-23-bytu.yml").read_text("utf-8"))
    entry["updated"] = str(entry["updated"])
    for number, text in enumerate(TEXTS):
        written = json.dumps(attacked(entry, text, number), ensure_ascii=False)
        (data / "practices" / f"attack-{number}.yml").write_text(written, "utf-8")
    site = folder / "site"
    built = run(["build"], PROJECT, DATA=str(data), SITE=str(site))
    assert built.status == 0, built.errors
    return site


def test_nothing_ran_in_the_build(hostile: Path) -> None:
    assert not (PROJECT / PROOF).exists()
    assert not list(hostile.parent.rglob(PROOF))
    for path in hostile.rglob("*"):
        if path.suffix in {".html", ".json", ".xml"}:
            text = path.read_text("utf-8")
            assert "62615533" not in text, path
            assert "docs_structure" not in text, path


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[text[:40] for text in TEXTS])
@pytest.mark.parametrize("language", ["", "pl/"])
def test_no_text_becomes_a_live_tag(number: int, language: str, hostile: Path) -> None:
    page = html_page(hostile / language / f"practices/attack-{number}")
    plain = html_page(hostile / language / "practices/dum-23-bytu")
    assert [tag for tag in page.tags if dangerous(tag, plain.tags)] == []
    assert len(page.found("article")) == 1
    assert len(page.found("title")) == 1


def dangerous(tag: Tag, harmless: list[Tag]) -> bool:
    """Whether a tag loads or runs something that the same page without the text does not."""
    acts = any(name.startswith("on") or name in {"style", "srcdoc"} for name in tag.attributes)
    address = tag.attributes.get("href", tag.attributes.get("src", "")).strip().lower()
    leads_out = address.startswith(("javascript:", "data:", "//", "http://", "https://e.example"))
    return (tag.name in LOADING or acts or leads_out) and tag not in harmless


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[text[:40] for text in TEXTS])
def test_the_reader_sees_the_text_as_it_was_written(number: int, hostile: Path) -> None:
    article = words(html_page(hostile / f"practices/attack-{number}").article)
    letters = "".join(character for character in TEXTS[number] if character.isalnum())
    if "](" not in TEXTS[number] and "```" not in TEXTS[number]:
        seen = "".join(character for character in article if character.isalnum())
        assert letters in seen


def test_the_browser_runs_nothing_either(
    hostile: Path, browser: Browser, served: Callable[[Path], str]
) -> None:
    address = served(hostile)
    context = browser.new_context()
    page = context.new_page()
    events: list[str] = []

    def alerted(dialog: Dialog) -> None:
        events.append(dialog.message)
        dialog.dismiss()

    def sent(request: Request) -> None:
        if "127.0.0.1" not in request.url:
            events.append(request.url)

    page.on("dialog", alerted)
    page.on("request", sent)
    page.on("pageerror", lambda error: events.append(str(error)))
    for number in range(len(TEXTS)):
        page.goto(f"{address}/practices/attack-{number}/")
        page.mouse.move(400, 400)
    for path in ("/practices/", "/", "/pl/practices/"):
        page.goto(address + path)
    context.close()
    assert events == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("{{ 7919 * 7907 }}.md", "# x"),
        (
            "page.md",
            '---\ntitle: "{{ 7919 * 7907 }}"\ndescription: "A page whose title is code."\n---\n\nx',
        ),
    ],
)
def test_file_names_and_titles_of_prose_are_no_code(name: str, text: str, copy: Path) -> None:
    (copy / "docs/cs" / name).write_text(text, "utf-8")
    (copy / "docs/pl" / name).write_text(text, "utf-8")
    built = run(["build"], copy, PARTS="pages")
    if built.status:
        assert "BAD_CHAPTER_NAME" in built.errors
        assert not (copy / "site").exists()
        return
    assert not [
        path for path in (copy / "site").rglob("*.html") if "62615533" in path.read_text("utf-8")
    ]
