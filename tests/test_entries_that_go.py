"""Entries that were renamed or withdrawn keep their addresses."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import run
from tests.html_page import html_page, words
from tests.small_project import GOAL, PRACTICE, small_project, write_entry

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
    published = copy / "data/published_ids.txt"
    lines = published.read_text("utf-8").splitlines(keepends=True)
    published.write_text("".join(one for one in lines if not one.startswith("pack/")), "utf-8")
    for chapter in (copy / "docs").rglob("*.md"):
        text = chapter.read_text("utf-8")
        chapter.write_text(re.sub(r"entry:pack/[a-z-]+|packs/index\.md", "index.md", text), "utf-8")
    (copy / "data/packs/posledni.yml").write_text(WITHDRAWN, "utf-8")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 0, built.errors
    assert (copy / "site/packs/posledni/index.html").exists()
    assert not (copy / "site/packs/index.html").exists()


def test_a_withdrawn_entry_is_in_nothing_but_its_own_page(tmp_path: Path) -> None:
    practices = {"dum": PRACTICE, "stazeny-dum": PRACTICE}
    project = small_project(tmp_path / "project", practices)
    (project / "data/practices/stazeny-dum.yml").write_text(WITHDRAWN, "utf-8")
    built = run(["build"], project, PARTS="pages", SITE_URL="https://example.org/")
    assert built.status == 0, built.errors
    site = project / "site"
    for language in ("", "pl/"):
        page = html_page(site / language / "practices/stazeny-dum")
        assert page.found("meta", name="robots")[0].attributes["content"] == "noindex"
        assert not page.found("script", type="application/ld+json")
    elsewhere = [
        path
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".json", ".csv"}
        if "stazeny-dum" in path.read_text("utf-8") and path.parent.name != "stazeny-dum"
    ]
    assert elsewhere == []
    assert "practices/dum/" in (site / "sitemap.xml").read_text("utf-8")


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A project whose ids the editor has recorded as published."""
    project = small_project(tmp_path / "project", {"dum": PRACTICE, "dvur": PRACTICE})
    recorded = run(["published"], project)
    assert recorded.status == 0, recorded.errors
    assert (project / "data/published_ids.txt").read_text("utf-8").splitlines() == [
        *("goal/sousedstvi", "practice/dum", "practice/dvur", "source/zdroj"),
    ]
    return project


def test_a_published_entry_cannot_just_disappear(published: Path) -> None:
    (published / "data/practices/dvur.yml").unlink()
    said = {
        language: run(["check", "--lang", language], published) for language in ("cs", "pl", "en")
    }
    for checked in said.values():
        assert checked.status == 1
        assert "data/published_ids.txt:3:1: PUBLISHED_ID_GONE" in checked.output
        assert "data/practices/dvur.yml" in checked.output
        assert "status: withdrawn" in checked.output
    assert len({checked.output for checked in said.values()}) == 3
    assert run(["published"], published).status == 1, "a lost id is not forgotten by recording"


def test_a_tombstone_a_redirect_and_a_new_entry_are_fine(published: Path) -> None:
    (published / "data/practices/dvur.yml").write_text(WITHDRAWN, "utf-8")
    (published / "data/practices/dum.yml").unlink()
    write_entry(published, "practices", "nas-dum", {**PRACTICE, "former_ids": ["dum"]})
    write_entry(published, "goals", "novy-cil", {**GOAL, "order": 2})
    checked = run(["check"], published)
    assert checked.status == 0, checked.output
    assert run(["published"], published).status == 0
    lines = (published / "data/published_ids.txt").read_text("utf-8").splitlines()
    assert lines == sorted({*lines, "practice/dvur", "practice/dum", "practice/nas-dum"})
    assert "goal/novy-cil" in lines
