"""A build that uses what an earlier one has made gives what a clean build gives."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import run
from tests.small_project import GOAL, PRACTICE, SOURCE, small_project, write_entry
from tests.test_site import contents

OLD = {
    **PRACTICE,
    "title": {"cs": "Starý dům", "pl": "Stary dom"},
    "situation": {
        "cs": "Viz [cíl](entry:goal/sousedstvi#sources) a 1. setkání.",
        "pl": "Zob. cel.",
    },
}
PRACTICES = {"a-dum": PRACTICE, "b-dum": OLD, "c-dum": PRACTICE}


def edit_title(project: Path) -> None:
    changed = {**PRACTICE, "title": {"cs": "Žlutý dům", "pl": "Żółty dom"}}
    write_entry(project, "practices", "a-dum", changed)


def edit_goal(project: Path) -> None:
    changed = {**GOAL, "title": {"cs": "Vztahy", "pl": "Relacje"}}
    write_entry(project, "goals", "sousedstvi", changed)


def edit_trait(project: Path) -> None:
    write_entry(project, "practices", "c-dum", {**PRACTICE, "goals": [], "setting": "house"})


def edit_source(project: Path) -> None:
    write_entry(project, "sources", "zdroj", {**SOURCE, "original_title": "Nová zpráva"})


def record_translation(project: Path) -> None:
    write_entry(
        project, "translations/practices", "b-dum", {"pl": {"situation": "0123456789abcdef"}}
    )


def add(project: Path) -> None:
    write_entry(project, "practices", "aa-dum", OLD)


def delete(project: Path) -> None:
    (project / "data/practices/b-dum.yml").unlink()


def rename(project: Path) -> None:
    (project / "data/practices/b-dum.yml").unlink()
    write_entry(project, "practices", "z-dum", {**OLD, "former_ids": ["b-dum"]})


def withdraw(project: Path) -> None:
    gone = {"status": "withdrawn", "updated": "2026-03-03", "reason": {"cs": "Na přání."}}
    write_entry(project, "practices", "b-dum", gone)


def edit_template(project: Path) -> None:
    template = project / "macros/templates/practice/page.html.j2"
    template.write_text(template.read_text("utf-8") + "\n", "utf-8")
    shared = project / "macros/templates/parts/links.html.j2"
    text = shared.read_text("utf-8")
    shared.write_text(text.replace('<ul class="links">', '<ul class="links new">'), "utf-8")


def edit_frame(project: Path) -> None:
    frame = project / "overrides/main.html"
    text = frame.read_text("utf-8")
    frame.write_text(text.replace("light dark", "dark light"), "utf-8")


def edit_word(project: Path) -> None:
    words = project / "data/ui/cs.yml"
    text = words.read_text("utf-8")
    assert 'field.situation: "' in text
    words.write_text(text.replace('field.situation: "', 'field.situation: "Nová '), "utf-8")


def edit_rules(project: Path) -> None:
    rules = project / "data/language/cs.yml"
    text = rules.read_text("utf-8")
    assert "ordinal_dot: true" in text
    rules.write_text(text.replace("ordinal_dot: true", "ordinal_dot: false"), "utf-8")


def edit_prose(project: Path) -> None:
    home = project / "docs/cs/index.md"
    home.write_text(home.read_text("utf-8").replace("# Domov", "# Nový domov"), "utf-8")


EDITS = [edit_title, edit_goal, edit_trait, edit_source, record_translation, add, delete, rename]
EDITS += [withdraw, edit_template, edit_frame, edit_word, edit_rules, edit_prose]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built once, with its cache."""
    project = small_project(
        tmp_path_factory.mktemp("kept") / "project", PRACTICES, "[x](entry:goal/sousedstvi)"
    )
    first = run(["build"], project, PARTS="pages", CACHE=".cache")
    assert first.status == 0, first.errors
    assert any((project / ".cache").iterdir())
    return project


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_cached_build_is_a_clean_build(
    edit: Callable[[Path], None], built: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, symlinks=True)
    edit(project)
    for site, cache in (("cached", ".cache"), ("clean", "fresh")):
        done = run(["build"], project, PARTS="pages", SITE=site, CACHE=cache)
        assert done.status == 0, done.errors
    assert contents(project / "cached") == contents(project / "clean")
    assert contents(project / "cached") != contents(project / "site")


def test_a_damaged_cache_is_made_anew(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, symlinks=True)
    for number, file in enumerate(sorted((project / ".cache").rglob("*"))):
        if file.is_file():
            whole = file.read_bytes()
            file.write_bytes((whole[:-3], b"", whole[:20] + b"x" + whole[21:])[number % 3])
    done = run(["build"], project, PARTS="pages", SITE="again", CACHE=".cache")
    assert done.status == 0, done.errors
    assert contents(project / "again") == contents(project / "site")


def test_other_addresses_are_no_reason_for_old_pages(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, symlinks=True)
    settings = {"SITE_URL": "https://example.org/x/", "REPO_URL": "https://example.org/r"}
    for site, cache in (("cached", ".cache"), ("clean", "fresh")):
        done = run(["build"], project, PARTS="pages", SITE=site, CACHE=cache, **settings)
        assert done.status == 0, done.errors
    assert contents(project / "cached") == contents(project / "clean")


def test_a_fault_is_told_whatever_was_kept(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, symlinks=True)
    (project / "data/goals/sousedstvi.yml").unlink()
    done = run(["build"], project, PARTS="pages", CACHE=".cache")
    assert done.status == 1
    assert done.errors.count("UNKNOWN_REFERENCE") == len(PRACTICES)
    assert "UNKNOWN_LINK" in done.errors


def test_a_build_says_what_it_reused(built: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(built, project, symlinks=True)
    again = run(["build"], project, PARTS="pages", CACHE=".cache")
    facets = len([*(project / "site/catalogue").glob("*/index.html")])
    files, pages = len(PRACTICES) + 2, 2 * (len(PRACTICES) + 2 + facets)
    assert f"reused {files} of {files} files of data" in again.output
    assert facets > 0
    assert f"and {pages} of {pages} pages of entries" in again.output
    edit_title(project)
    record_translation(project)
    edited = run(["build"], project, PARTS="pages", SITE="edited", CACHE=".cache")
    assert f"reused {files - 1} of {files + 1} files of data" in edited.output
    profiled = run(["build", "--profile"], project, PARTS="pages", CACHE=".cache")
    assert profiled.status == 0, profiled.errors
    assert "site_generator.py" in (project / ".cache/profile.txt").read_text("utf-8")
