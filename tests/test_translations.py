"""A missing translation shows the original in a marked block, a stale one shows a note."""

import re
from pathlib import Path

import pytest

from tests.conftest import run
from tests.html_page import html_page, words

PRACTICE = "data/practices/dum-23-bytu.yml"
NOTES = {
    "missing": "Tego tekstu jeszcze nie przetłumaczono",
    "parts": "Części tej strony jeszcze nie przetłumaczono",
    "parts stale": "Części tej strony zmieniły się w oryginale",
    "stale": "Tłumaczenie może być nieaktualne",
    "page": "Tej strony jeszcze nie przetłumaczono",
}


def without_polish(text: str, field: str) -> str:
    """The entry's file without the Polish wording of one field."""
    pattern = rf"(^{field}:\n  cs: \|-\n(?:    .*\n|\n)+)  pl: \|-\n(?:    .*\n|\n)+"
    changed, count = re.subn(pattern, r"\1", text, flags=re.MULTILINE)
    assert count == 1, field
    return changed


def built(folder: Path) -> Path:
    done = run(["build"], folder, PARTS="pages")
    assert done.status == 0, done.errors
    return folder / "site"


def test_both_languages_together_need_no_note(site: Path) -> None:
    text = words(html_page(site / "pl/practices/dum-23-bytu").article)
    assert [note for note in NOTES.values() if note in text] == []


def test_a_missing_text_shows_the_original_marked(copy: Path) -> None:
    file = copy / PRACTICE
    file.write_text(without_polish(file.read_text("utf-8"), "situation"), "utf-8")
    page = html_page(built(copy) / "pl/practices/dum-23-bytu")
    text = words(page.article)
    assert NOTES["missing"] in text
    assert NOTES["parts"] in text
    assert "Dům má nad přízemím tři patra" in text
    marked = [tag for tag in page.found("div", lang="cs") if "article" in tag.within]
    assert len(marked) == 1
    czech = words(html_page(copy / "site/practices/dum-23-bytu").article)
    assert "není přelož" not in czech


def test_an_untranslated_title_keeps_its_language(copy: Path) -> None:
    file = copy / PRACTICE
    file.write_text(
        re.sub(r'^  pl: "Grupa liderów.*\n', "", file.read_text("utf-8"), count=1, flags=re.M),
        "utf-8",
    )
    page = html_page(built(copy) / "pl/practices/dum-23-bytu")
    assert page.found("h1")[0].attributes == {"lang": "cs"}
    index = html_page(copy / "site/pl/practices")
    marked = index.found("span", class_="original", lang="cs")
    assert {"li", "th"} == {name for tag in marked for name in tag.within if name in ("li", "th")}


def test_a_translation_becomes_stale_when_its_original_changes(copy: Path) -> None:
    recorded = run(["translated", "practice/dum-23-bytu", "pl"], copy)
    assert recorded.status == 0, recorded.errors
    assert NOTES["stale"] not in words(html_page(built(copy) / "pl/practices/dum-23-bytu").article)
    file = copy / PRACTICE
    text = file.read_text("utf-8")
    file.write_text(text.replace("Dům má nad přízemím tři patra", "Dům má tři patra"), "utf-8")
    page = words(html_page(built(copy) / "pl/practices/dum-23-bytu").article)
    assert page.count(NOTES["stale"]) == 1
    assert page.index(NOTES["stale"]) < page.index("Stworzyć w domu bezpieczne miejsce")
    again = run(["translated", "dum-23-bytu", "pl"], copy)
    assert again.status == 0, again.errors
    assert NOTES["stale"] not in words(html_page(built(copy) / "pl/practices/dum-23-bytu").article)


def test_a_stale_title_is_told_at_the_head_of_the_page(copy: Path) -> None:
    recorded = run(["translated", "practice/dum-23-bytu", "pl"], copy)
    assert recorded.status == 0, recorded.errors
    file = copy / PRACTICE
    text = file.read_text("utf-8")
    file.write_text(text.replace('cs: "Skupina lídrů v domě', 'cs: "Parta lídrů v domě'), "utf-8")
    page = words(html_page(built(copy) / "pl/practices/dum-23-bytu").article)
    assert page.count(NOTES["parts stale"]) == 1
    assert NOTES["stale"] not in page
    czech = words(html_page(copy / "site/practices/dum-23-bytu").article)
    assert "v originálu změnily" not in czech


def test_a_chapter_without_its_counterpart_is_shown_in_the_original(copy: Path) -> None:
    (copy / "docs/pl/about.md").unlink()
    checked = run(["check", "--lang", "en"], copy)
    assert checked.status == 0
    assert "MISSING_TRANSLATION_FILE" in checked.output
    page = html_page(built(copy) / "pl/about")
    assert page.found("html")[0].attributes["lang"] == "pl"
    assert NOTES["page"] in words(page.article)
    assert page.found("div", lang="cs")
    assert page.found("meta", name="robots")[0].attributes["content"] == "noindex"


@pytest.mark.parametrize(
    ("arguments", "language", "said"),
    [
        (["practice/dum-24-bytu", "pl"], "en", "There is no entry"),
        (["practices/dum-24-bytu", "pl"], "cs", "„practices/dum-24-bytu“ tu není"),
        (["practice/dum-23-bytu", "de"], "pl", "jeden z tych: cs, pl"),
        (["practice/dum-23-bytu"], "en", "After the command write"),
    ],
)
def test_a_wrong_call_says_what_is_right(
    arguments: list[str], language: str, said: str, copy: Path
) -> None:
    before = records_in(copy)
    done = run(["translated", *arguments], copy, LC_ALL=f"{language}.UTF-8")
    assert done.status == 2
    assert said in done.errors
    assert records_in(copy) == before


@pytest.mark.parametrize(
    ("arguments", "language", "said"),
    [
        (["/glossary/komunita/", "pl"], "cs", "souborů: 1."),
        (["terms/komunita", "pl"], "pl", "pliki: 1."),
        (["practices/dum-23-bytu", "cs"], "en", "Nothing to record"),
    ],
)
def test_an_entry_is_named_as_its_page_or_its_folder(
    arguments: list[str], language: str, said: str, copy: Path
) -> None:
    done = run(["translated", *arguments], copy, LC_ALL=f"{language}.UTF-8")
    assert done.status == 0, done.errors
    assert said in done.output


def records_in(project: Path) -> dict[Path, bytes]:
    """What is recorded of translations, file by file."""
    return {path: path.read_bytes() for path in (project / "data/translations").rglob("*.yml")}


def test_a_chapter_becomes_stale_section_by_section(copy: Path) -> None:
    recorded = run(["translated", "chapter/about", "pl"], copy)
    assert recorded.status == 0, recorded.errors
    file = copy / "docs/cs/about.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Příběhy z komunit", "Příběhy lidí z komunit"), "utf-8")
    page = words(html_page(built(copy) / "pl/about").article)
    assert page.count(NOTES["stale"]) == 1
    assert page.index("Co chronimy") < page.index(NOTES["stale"]) < page.index("Historie ze")
    assert NOTES["stale"] not in words(html_page(copy / "site/about").article)
    again = run(["translated", "--all", "pl"], copy)
    assert again.status == 0, again.errors
    assert NOTES["stale"] not in words(html_page(built(copy) / "pl/about").article)
    assert (copy / "data/translations/practices/dum-23-bytu.yml").exists()


def test_a_record_of_a_chapter_that_is_gone_is_a_problem(copy: Path) -> None:
    record = copy / "data/translations/chapters/abut.yml"
    record.write_text('pl:\n  introduction: "0123456789abcdef"\n', "utf-8")
    checked = run(["check", "--lang", "en"], copy)
    assert checked.status == 1
    assert "data/translations/chapters/abut.yml:1:1: ORPHAN_TRANSLATION" in checked.output
