"""What every page shows of the handbook, and what is shown of it elsewhere."""

import re
import struct
from pathlib import Path

import pytest
import yaml

from macros.model.question import Question
from macros.printing.preview import SIZE, light_colours, preview
from macros.writing.askers import ASKERS, OTHERS, by_asker
from tests.conftest import PROJECT, run
from tests.html_page import html_page, words
from tests.page_types import LANGUAGES, PAGE_TYPES, PageType
from tests.small_project import PRACTICE, small_project

NAMES = """wstep podmiot zakres url data-publikacja data-aktualizacja status kontakt email telefon
procedura data-sporzadzenie architektura komunikacja"""
STATEMENT_IDS = {f"a11y-{name}" for name in re.findall(r"[a-z-]+", NAMES)}
"""Ids that the Polish rules prescribe for a declaration of accessibility."""


def question(id: str, *audience: str) -> Question:
    text = {"cs": "Proč?"}
    return Question.model_validate(
        {
            "id": id,
            "title": text,
            "order": 1,
            "audience": audience,
            "answer": text,
            "source_language": "cs",
            "updated": "2026-01-01",
            "status": "complete",
            "proposal": True,
        },
        strict=False,
    )


def test_a_question_stands_with_whom_it_names_first() -> None:
    asked = [question("a", "landlord", "worker"), question("b", "worker"), question("c", "editor")]
    groups = [(group, [one.id for one in ones]) for group, ones in by_asker(asked)]
    assert groups == [("worker", ["b"]), ("decision", ["a"]), (OTHERS, ["c"])]


def test_a_question_of_nobody_in_particular_is_not_lost() -> None:
    assert [group for group, _ in by_asker([question("a")])] == [OTHERS]


def test_every_group_of_askers_is_in_the_closed_list() -> None:
    known = yaml.safe_load((PROJECT / "data/vocabulary/audiences.yml").read_text("utf-8"))
    assert {one for audiences in ASKERS.values() for one in audiences} <= set(known["values"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_leads_to_all_that_can_be_needed(language: str, site: Path) -> None:
    home = html_page(site / LANGUAGES[language].strip("/"))
    links = {tag.attributes.get("href", "") for tag in home.found("a") if "article" in tag.within}
    for folder in ("questions", "worksheets", "phases", "roles"):
        ids = {file.stem for file in (PROJECT / "data" / folder).glob("*.yml")}
        assert {one for one in ids if f"{folder}/{one}/" not in " ".join(links)} == set()
    for folder in ("practices", "projects", "goals", "methods", "glossary", "sources"):
        assert any(link.endswith(f"{folder}/") for link in links), folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_phase_and_role_has_a_sign_of_its_own(language: str, site: Path) -> None:
    """Shape and filling, which grey paper keeps: no two signs of a kind are the same."""
    html = (site / LANGUAGES[language].strip("/") / "index.html").read_text("utf-8")
    signs = re.findall(
        r'href="[^"]*/?(phases|roles)/[^"]+"><svg class="sign sign--\d sign--(\w+)"[^>]*>'
        r'<path d="([^"]+)"',
        html,
    )
    entries = sum(
        1 for folder in ("phases", "roles") for _ in (PROJECT / "data" / folder).iterdir()
    )
    assert len(signs) == len(set(signs)) == entries


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda one: one.name)
def test_every_page_leads_to_the_statements(kind: PageType, language: str, site: Path) -> None:
    page = html_page(site / kind.address(language)[1:])
    links = [tag.attributes["href"] for tag in page.found("a") if "footer" in tag.within]
    for name in ("accessibility", "privacy"):
        found = [link for link in links if link.endswith(f"{name}/")]
        assert len(found) == 1
        if kind.path.endswith("/"):
            target = site / kind.address(language)[1:] / found[0]
            assert target.resolve() == (site / LANGUAGES[language][1:] / name).resolve()


def test_the_polish_statement_has_the_prescribed_ids(site: Path) -> None:
    page = html_page(site / "pl/accessibility")
    marked = {tag.attributes.get("id"): tag for tag in page.tags}
    assert marked.keys() >= STATEMENT_IDS
    for name in ("aktualizacja", "sporzadzenie"):
        date = marked[f"a11y-data-{name}"]
        assert (date.name, "datetime" in date.attributes) == ("time", True)
    for name in ("status", "procedura", "architektura", "komunikacja"):
        assert marked[f"a11y-{name}"].name == "p", "what is told, not its heading"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_is_true_about_who_runs_the_edition(language: str, site: Path) -> None:
    phrases = yaml.safe_load((PROJECT / f"data/ui/{language}.yml").read_text("utf-8"))
    operator = yaml.safe_load((PROJECT / "data/operator.yml").read_text("utf-8"))
    text = words(html_page(site / LANGUAGES[language].strip("/") / "accessibility").article)
    for field in ("name", "accessibility_contact", "accessibility_phone", "published"):
        assert words(operator[field] or phrases[f"edition.no.{field}"]) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_page_helps_on(language: str, site: Path) -> None:
    page = html_page(site / LANGUAGES[language].strip("/") / "404.html")
    links = {tag.attributes["href"] for tag in page.found("a") if "article" in tag.within}
    home = f"{LANGUAGES[language]}/"
    wanted = ("", "worksheets/", "questions/", "glossary/", "search/")
    assert {home + path for path in wanted} <= links


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_one_step_from_home_and_every_foot(language: str, site: Path) -> None:
    for path in ("", "practices"):
        page = html_page(site / LANGUAGES[language].strip("/") / path)
        for place in ("article", "footer"):
            links = [tag for tag in page.found("a") if place in tag.within]
            assert any(tag.attributes["href"].endswith("contribute/") for tag in links), place


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda one: one.name)
def test_the_part_of_a_page_is_marked_in_the_tabs(
    kind: PageType, language: str, site: Path
) -> None:
    page = html_page(site / kind.address(language)[1:])
    tabs = page.found("a", class_="md-tabs__link")
    marked = [tag for tag in tabs if "aria-current" in tag.attributes]
    assert len(marked) == (0 if kind.name in OF_NO_PART else 1)


OF_NO_PART = {"form", "short form", "form for any entry", "search results", "missing page"}
"""Types of pages that stand beside the menu."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_lists_below_it_what_its_notes_name(language: str, site: Path) -> None:
    """A source has one number on the page; on paper its address stands behind it."""
    html = (site / LANGUAGES[language].strip("/") / "czech-method/index.html").read_text("utf-8")
    article, below = html.split("</article>")
    notes = re.findall(r'sources/([a-z0-9-]+)/">\w+ (\d+)<span class="source-note__title"', article)
    listed = re.findall(r'class="sources__more" href="[^"]*sources/([a-z0-9-]+)/"', below)
    assert len(notes) > len(listed) > 10
    assert {(id, str(number)) for number, id in enumerate(listed, 1)} == set(notes)
    assert below.count('<li data-address="http') > 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda one: one.name)
def test_pages_say_what_is_shared_of_them(kind: PageType, language: str, site: Path) -> None:
    page = html_page(site / kind.address(language)[1:])
    told = {
        tag.attributes.get("property"): tag.attributes.get("content", "")
        for tag in page.found("meta")
    }
    assert len(told["og:title"]) > 2
    assert 20 <= len(told["og:description"]) <= 320 or kind.name in ("missing page", "term")
    assert "og:image" not in told, "a picture needs a whole address"


def test_a_picture_for_links_has_the_size_that_is_shown() -> None:
    picture = preview(PROJECT, "Příklady dobré praxe", "Spolu – příručka komunitní práce")
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == SIZE
    assert len(picture) < 60_000
    assert preview(PROJECT, "", "Razem") != picture


def test_a_site_with_an_address_has_a_picture_for_each_kind(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", {"dum": PRACTICE})
    (project / "node_modules").symlink_to(PROJECT / "node_modules")
    built = run(["build"], project, SITE_URL="https://example.org/prirucka/")
    assert built.status == 0, built.errors
    shown = {"": "handbook", "practices/": "practice", "practices/dum/": "practice"}
    for language in ("cs", "pl"):
        folder = project / "site" / LANGUAGES[language].strip("/")
        for path, kind in shown.items():
            (told,) = html_page(folder / path).found("meta", property="og:image")
            picture = f"assets/previews/{kind}-{language}.png"
            assert told.attributes["content"] == f"https://example.org/prirucka/{picture}"
            assert (project / "site" / picture).read_bytes().startswith(b"\x89PNG")


def test_pictures_have_the_colours_of_the_site() -> None:
    assert light_colours("--hb-ink: #111111;\n--hb-ink: #eeeeee;") == {"ink": "#111111"}
