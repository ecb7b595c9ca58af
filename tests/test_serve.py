"""`serve` shows an edit, and keeps the last good page while a file is broken."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bench.reload import free_port
from tests.conftest import LONG

PORT = str(free_port())
SITE = f"http://127.0.0.1:{PORT}/"
PRACTICE = "practices/dum-23-bytu/"
BUILDING = "Building documentation to directory"


@pytest.fixture
def serving(copy: Path) -> Iterator[tuple[Path, Path]]:
    """The project's copy being served, and what the server prints."""
    said = copy / "said.txt"
    with said.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve"],
            cwd=copy,
            env={**os.environ, "PARTS": "pages", "LANG": "cs_CZ.UTF-8", "PORT": PORT},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        yield copy, said
        os.killpg(server.pid, signal.SIGINT)
        server.wait(timeout=LONG)


def page(path: str = PRACTICE) -> str:
    try:
        with urllib.request.urlopen(SITE + path, timeout=20) as answer:
            return str(answer.read().decode("utf-8"))
    except OSError:
        return ""


def wait_until(true: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.2)


def test_edits_show_and_faults_do_not_take_the_site_away(serving: tuple[Path, Path]) -> None:
    folder, said = serving
    wait_until(lambda: "Skupina" in page(), f"no page: {said.read_text('utf-8')}")
    file = folder / "data/practices/dum-23-bytu.yml"
    right = file.read_text("utf-8")
    file.write_text(right.replace('"Skupina lídrů v domě', '"Parta lídrů v domě'), "utf-8")
    wait_until(lambda: "Parta" in page(), "the edit does not show")
    file.write_text(right.replace("\ncountry: CZ", "\ncountry: CS"), "utf-8")
    line = right.splitlines().index("country: CZ") + 1
    wait_until(
        lambda: f"dum-23-bytu.yml:{line}:10: UNKNOWN_CHOICE" in said.read_text("utf-8"),
        "the fault is not told",
    )
    assert "Parta" in page()
    assert "Traceback" not in said.read_text("utf-8")
    file.write_text(right, "utf-8")
    wait_until(lambda: "Skupina" in page(), "the mended file does not show")


def test_what_is_wrong_stands_in_the_page_in_its_language(serving: tuple[Path, Path]) -> None:
    folder, said = serving
    wait_until(lambda: "Skupina" in page(), f"no page: {said.read_text('utf-8')}")
    file = folder / "data/practices/dum-23-bytu.yml"
    right = file.read_text("utf-8")
    file.write_text(right.replace("\ncountry: CZ", '\ncountry: "<b>CS</b>"'), "utf-8")
    wait_until(lambda: "serve-problem" in page(), "the fault is not told in the page")
    assert "Skupina" in page()
    assert "Poslední úprava má chybu" in page()
    assert "Ostatnia zmiana zawiera błąd" in page("pl/" + PRACTICE)
    for path in (PRACTICE, "pl/" + PRACTICE, "glossary/", ""):
        assert "dum-23-bytu.yml:" in page(path)
        assert "&lt;b&gt;CS" in page(path)
        assert "<b>CS" not in page(path)
    file.write_text(right, "utf-8")
    wait_until(lambda: "serve-problem" not in page(), "the fault is still told")
    chapter = folder / "docs/cs/about.md"
    prose = chapter.read_text("utf-8")
    chapter.write_text(prose + "\n[nikam](authors.md#no-such-place)\n", "utf-8")
    wait_until(lambda: "serve-problem" in page("about/"), "the fault in prose is not told")
    assert "no-such-place" in page("about/")
    chapter.write_text(prose.replace("\n## ", "\n## Nově: ", 1), "utf-8")
    wait_until(lambda: "Nově" in page("about/"), "the edit of prose does not show")
    assert "serve-problem" not in page("about/")


def test_entries_come_and_go_and_lists_follow(serving: tuple[Path, Path]) -> None:
    folder, said = serving
    wait_until(lambda: "Skupina" in page(), f"no page: {said.read_text('utf-8')}")
    file = folder / "data/practices/dum-23-bytu.yml"
    text = file.read_text("utf-8").replace('"Skupina lídrů v domě', '"Parta lídrů v domě')
    new = file.with_name("novy-dum.yml")
    new.write_text(text, "utf-8")
    wait_until(lambda: "Parta" in page("practices/novy-dum/"), "the new entry has no page")
    assert "Pages written anew" in said.read_text("utf-8")
    wait_until(lambda: "novy-dum" in page("practices/"), "the list does not follow")
    wait_until(lambda: "novy-dum" in page("goals/aktivizace/"), "the goal does not follow")
    new.unlink()
    wait_until(lambda: not page("practices/novy-dum/"), "the page of a deleted entry stays")
    wait_until(lambda: "novy-dum" not in page("practices/"), "the list does not follow")
    assert "novy-dum" not in page("goals/aktivizace/")
    assert "Traceback" not in said.read_text("utf-8")


def test_an_edit_need_not_wait_until_lists_have_followed(serving: tuple[Path, Path]) -> None:
    folder, said = serving
    wait_until(lambda: "Skupina" in page(), f"no page: {said.read_text('utf-8')}")
    file = folder / "data/practices/dum-23-bytu.yml"
    right = file.read_text("utf-8")
    builds = said.read_text("utf-8").count(BUILDING)
    file.write_text(right.replace('"Skupina lídrů', '"Parta lídrů'), "utf-8")
    wait_until(lambda: said.read_text("utf-8").count(BUILDING) > builds, "nothing follows")
    file.write_text(right.replace('"Skupina lídrů', '"Banda lídrů'), "utf-8")
    wait_until(lambda: "Banda" in page(), "the edit meanwhile does not show")
    wait_until(lambda: "Banda" in page("practices/"), "the list does not follow")
    wait_until(lambda: "Banda" in page("catalogue/"), "the catalogue does not follow")
    assert "serve-problem" not in page()
    assert "Error reading page" not in said.read_text("utf-8")
    assert "Traceback" not in said.read_text("utf-8")


def test_an_edited_chapter_leaves_the_other_pages_alone(serving: tuple[Path, Path]) -> None:
    folder, said = serving
    wait_until(lambda: "Skupina" in page(), f"no page: {said.read_text('utf-8')}")
    chapter = folder / "docs/cs/principles.md"
    prose = chapter.read_text("utf-8")
    others = ("principles/", "pl/principles/", "status/", "about/", "pl/about/", "glossary/")
    before = {path: page(path) for path in others}
    chapter.write_text(prose.rstrip() + "\n\nMezi dveřmi. {{ proposal() }}\n", "utf-8")
    wait_until(lambda: "Mezi dveřmi" in page("principles/"), "the edit does not show")
    for path in others[3:]:
        assert without_reload(page(path)) == without_reload(before[path])
    assert page("pl/principles/") != before["pl/principles/"], "its translation is stale now"
    assert "principles" in page("status/")
    chapter.write_text(prose + "\n## Nově mezi dveřmi\n\nAno. {{ proposal() }}\n", "utf-8")
    wait_until(lambda: "Nově" in page("principles/"), "the new heading does not show")
    wait_until(lambda: "Documentation built" in said.read_text("utf-8"), "nothing follows")
    assert "Page skipped" not in said.read_text("utf-8")
    assert "Traceback" not in said.read_text("utf-8")


def without_reload(html: str) -> str:
    """A page without the numbers by which the server knows when to load it again."""
    return re.sub(r"livereload\([^)]*\)", "", html)
