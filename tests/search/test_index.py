"""What the index is made from, what it leaves out, and that it is made once."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cbor2
import yaml
from playwright.sync_api import Browser

from macros.inspection import read_handbook
from macros.options import options
from macros.progress import Progress
from macros.search.codes import MOST, WEIGHTS, coded
from macros.search.finished_page import article, read
from macros.search.pagefind import indexed
from macros.search.record import Record, Section
from macros.search.stems import Stems
from macros.search_files import FOLDER, SearchFiles, add_search
from tests.conftest import PROJECT, run
from tests.html_page import html_page
from tests.html_page import words as plain
from tests.language.languages import rules_of
from tests.search.queries import LANGUAGES
from tests.small_project import PRACTICE, small_project

PAGE = """<!doctype html><html lang="cs"><head>{head}</head><body><nav>Nabídka</nav><article>
<div class="page-actions"><a href="x">Upravit</a></div><p class="kicker">Druh</p>
<h1>Dům</h1><p>Lidé <em>spolu</em> mluví.</p><ul><li>jeden</li><li>dva</li></ul>
<h2 id="steps">Kroky</h2><p class="unknown">neuvádí</p><p>První krok.<script>x()</script></p>
<h2 id="related">Podobné</h2><p>Jiný dům</p></article></body></html>"""


def test_pages_are_read_by_sections_and_lines() -> None:
    told = article("/dum/", PAGE.format(head='<meta name="description" content="D&#250;m">'))
    assert told is not None
    assert told.description == "Dúm"
    page = read(told.html)
    assert page.title == "Dům"
    assert [(one.anchor, one.heading, one.lines) for one in page.sections] == [
        ("", "", ("Lidé spolu mluví.", "jeden", "dva")),
        ("steps", "Kroky", ("První krok.",)),
    ]


def test_pages_written_otherwise_are_read_alike() -> None:
    told = article("/dum/", PAGE.format(head=""))
    assert told is not None
    loose = told.html.replace("</p>", "").replace("</li>", "<!-- konec < -->").replace('"', "'")
    assert read(loose) == read(told.html)


def test_pages_that_want_no_search_engine_are_left_out() -> None:
    assert article("/", PAGE.format(head='<meta name="robots" content="noindex">')) is None
    assert article("/", "<!doctype html><title>-</title>") is None


def test_the_same_records_give_the_same_bytes(site: Path) -> None:
    search = SearchFiles(read_handbook(options(PROJECT, {})), site)
    records, stems = search.records("pl")[::10], search.stems("pl")
    assert indexed(records, stems) == indexed(records, stems)


def test_an_unchanged_site_is_not_indexed_again(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", {"dum": PRACTICE})
    built = run(["build"], project, PARTS="pages")
    assert built.status == 0, built.errors
    chosen = options(project, {"CACHE": str(tmp_path / "cache")})
    site = (project / "site").resolve()

    def kept() -> dict[str, int]:
        files = (one for one in (tmp_path / "cache").rglob("*") if one.is_file())
        return {str(one): one.stat().st_mtime_ns for one in files}

    handbook = read_handbook(chosen)
    add_search(handbook, site, Progress())
    before = kept()
    first = {path: path.read_bytes() for path in (site / FOLDER).rglob("*") if path.is_file()}
    add_search(handbook, site, Progress())
    assert kept() == before
    page = site / "practices/dum/index.html"
    page.write_text(page.read_text("utf-8").replace("Lidé se", "Sousedé se"), "utf-8")
    add_search(handbook, site, Progress())
    assert len(kept()) == len(before) + 1, "the other language has not changed"
    again = {path: path.read_bytes() for path in (site / FOLDER).rglob("*") if path.is_file()}
    assert first != again


def test_pages_alone_have_no_field_and_say_why(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", {"dum": PRACTICE})
    built = run(["build"], project, PARTS="pages")
    assert built.status == 0, built.errors
    assert not (project / "site" / FOLDER).exists()
    for home, language in (("", "cs"), ("pl", "pl")):
        words = yaml.safe_load((PROJECT / f"data/ui/{language}.yml").read_text("utf-8"))
        front = (project / "site" / home / "index.html").read_text("utf-8")
        assert 'data-module="search"' not in front
        place = project / "site" / home / "search"
        results = (place / "index.html").read_text("utf-8")
        assert words["search.left_out"] in plain(html_page(place).text)
        assert 'data-module="search-page"' not in results


def test_every_language_has_an_index_of_its_own(site: Path) -> None:
    for language in LANGUAGES:
        folder = site / FOLDER / language
        assert {one.name for one in folder.iterdir()} >= {
            "pagefind.js",
            "pagefind-entry.json",
            "words.json",
            "wasm.unknown.pagefind",
            "cards",
            "index",
            "spellings",
        }
        assert not list(folder.rglob("*ui*"))
        cards = [one.read_text("utf-8") for one in (folder / "cards").iterdir()]
        assert len(cards) > 400
        begins = '{"u":"/pl/' if language == "pl" else '{"u":"/'
        assert all(card.startswith(begins) for card in cards)
        assert language == "pl" or not any(card.startswith('{"u":"/pl/') for card in cards)


def _laid_out(records: list[Record], folder: Path) -> None:
    """An index and the script that opens it, as files below ``folder``."""
    index = indexed(records, Stems(rules_of("cs")))
    shutil.copytree(PROJECT / "overrides/assets/scripts/search", folder / "scripts")
    words = {"shares": index.shares, "sections": index.sections, "records": index.records}
    for path, content in {**index.files, "words.json": json.dumps(words).encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "index.html").write_text("<!doctype html><title>-</title>", "utf-8")


def test_a_word_of_many_pages_leads_to_all_of_them(
    tmp_path: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    count = 2 * MOST + 1
    told = (Section("", "", ("Soused.",)),)
    records = [Record(f"/{n}/", "Dům", "practice", told, ("Dům",)) for n in range(count)]
    records += [Record("/a/", "Lidé", "chapter", told, ("Lidé",)) for _ in range(2)]
    _laid_out(records, tmp_path)
    page = browser.new_page()
    page.goto(served(tmp_path))
    found, weighed, pages, kinds = page.evaluate(
        """async (word) => {
             const { openIndex } = await import("/scripts/pagefind.js");
             const index = await openIndex(new URL("/", location.href).href);
             const found = [...await index.found(word)];
             const kindOf = await index.kinds();
             const distinct = (those) => [...new Set(those)].length;
             return [
               found.length,
               distinct(found.map(([, score]) => score.toFixed(6))),
               distinct(found.map(([id]) => index.pageOf(id))),
               distinct(found.map(([id]) => kindOf(id))),
             ];
           }""",
        coded("soused"),
    )
    page.close()
    assert (found, pages, kinds) == (count + 2, count + 1, 2)
    assert weighed == 1


def test_words_that_begin_alike_count_each(
    tmp_path: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    texts = ("Koleno.", "Koleno, kolonie, kolovrat.", "Dům.")
    records = [
        Record(f"/{number}/", "Dům", "practice", (Section("", "", (text,)),), ("Dům",))
        for number, text in enumerate(texts)
    ]
    _laid_out(records, tmp_path)
    page = browser.new_page()
    page.goto(served(tmp_path))
    scores = page.evaluate(
        """async (beginning) => {
             const { openIndex } = await import("/scripts/pagefind.js");
             const index = await openIndex(new URL("/", location.href).href);
             const found = [...await index.found(beginning)];
             const named = found.map(async ([id, score]) => [(await index.card(id)).u, score]);
             return Object.fromEntries(await Promise.all(named));
           }""",
        coded("kol")[:-1],
    )
    page.close()
    assert {*scores} == {"/0/", "/1/"}
    assert scores["/1/"] > 2 * scores["/0/"]


def _told(piece: bytes) -> Any:  # lists in lists
    return cbor2.loads(gzip.decompress(piece).removeprefix(b"pagefind_dcd"))


def test_a_word_stands_at_one_place_on_all_pages(site: Path) -> None:
    for language in LANGUAGES:
        places: dict[tuple[str, int], str] = {}
        for piece in sorted((site / FOLDER / language / "index").iterdir()):
            (words,) = _told(piece.read_bytes())
            for word, pages, _ in words:
                assert {weight for _, (weight, _), _ in pages} <= {-24 * one - 1 for one in WEIGHTS}
                (place,) = {place for _, (_, place), _ in pages}
                assert places.setdefault((word[:4], place), word) == word
        assert len(places) > 5000


def test_words_of_other_letters_stay_as_they_are() -> None:
    texts = ("Þórður, Кирилл, ŀ.", "Koleno, Кирилл.")
    records = [
        Record(f"/{number}/", "Dům", "practice", (Section("", "", (text,)),), ("Dům",))
        for number, text in enumerate(texts)
    ]
    stems = Stems(rules_of("cs"))
    files = indexed(records, stems).files
    (piece,) = (content for path, content in files.items() if path.startswith("index/"))
    (words,) = _told(piece)
    found = {word: [page for page, *_ in pages] for word, pages, _ in words}
    assert len(found["qкириллq"]) == 2
    assert len(found[coded(stems.keys("Koleno")[0])]) == 1
    assert "qþorðurq" in found
