"""Entries that were renamed or withdrawn keep their addresses."""

import re
import shutil
from pathlib import Path

from tests.conftest import run
from tests.html_page import html_page, words

WITHDRAWN = """# yaml-language-server: $schema=../schema/practice.schema.json
status: withdrawn
updated: 2026-11-21
reason:
  cs: "Organizace o to požádala."
  pl: "Poprosiła o to organizacja."
"""


def test_a_renamed_entry_forwards_its_readers(copy: Path) -> None:
    file = copy / "data/goals/zazitek-uspechu.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("\norder:", "\nformer_ids: [pocit-uspechu]\norder:", 1), "utf-8")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 0, built.errors
    for language, home in (("", "../../"), ("pl/", "../../../pl/")):
        page = html_page(copy / "site" / language / "goals/pocit-uspechu")
        refresh = page.found("meta", http_equiv="refresh")[0].attributes["content"]
        assert refresh == f"0; url={home}goals/zazitek-uspechu/"
        assert page.found("meta", name="robots")[0].attributes["content"] == "noindex"


def test_a_withdrawn_entry_leaves_its_reason(copy: Path) -> None:
    (copy / "data/practices/stazeny-priklad.yml").write_text(WITHDRAWN, "utf-8")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 0, built.errors
    page = words(html_page(copy / "site/pl/practices/stazeny-priklad").article)
    assert "Poprosiła o to organizacja." in page
    assert "stazeny-priklad" not in (copy / "site/practices/index.html").read_text("utf-8")


def test_a_link_to_a_withdrawn_entry_is_a_problem(copy: Path) -> None:
    (copy / "data/practices/stazeny-priklad.yml").write_text(WITHDRAWN, "utf-8")
    page = copy / "docs/cs/about.md"
    text = page.read_text("utf-8") + "\n[Tady](entry:practice/stazeny-priklad).\n"
    page.write_text(text, "utf-8")
    checked = run(["check", "--lang", "en"], copy)
    assert checked.status == 1
    assert f"docs/cs/about.md:{len(text.splitlines())}:8: UNKNOWN_LINK" in checked.output


def test_the_last_entry_of_a_kind_may_be_withdrawn(copy: Path) -> None:
    for folder in (copy / "data/packs", copy / "data/translations/packs"):
        shutil.rmtree(folder)
    (copy / "data/packs").mkdir()
    for chapter in (copy / "docs").rglob("*.md"):
        text = chapter.read_text("utf-8")
        chapter.write_text(re.sub(r"entry:pack/[a-z-]+", "index.md", text), "utf-8")
    (copy / "data/packs/posledni.yml").write_text(WITHDRAWN, "utf-8")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 0, built.errors
    assert (copy / "site/packs/posledni/index.html").exists()
    assert not (copy / "site/packs/index.html").exists()
