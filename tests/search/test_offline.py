"""The same planner over a table in a classic script, in a page opened as a file."""

import json
from pathlib import Path

from playwright.sync_api import Browser

from macros.assets.esbuild import bundles, program
from macros.inspection import read_handbook
from macros.options import options
from macros.search.table import classic_script
from macros.search.word_lists import spellings
from macros.search_files import SearchFiles
from tests.conftest import PROJECT
from tests.search.queries import ABSENT, LANGUAGES, queries

PLANNER = PROJECT / "overrides/assets/scripts/search/offline.js"
PAGE = """<!doctype html><meta charset="utf-8"><title>-</title><script src="cs.js"></script>
<script src="pl.js"></script>
<script src="offline.js"></script>"""
FEWEST = 0.95


def test_a_page_opened_as_a_file_finds_what_the_site_finds(
    site: Path, browser: Browser, tmp_path: Path
) -> None:
    search = SearchFiles(read_handbook(options(PROJECT, {})), site)
    for language in LANGUAGES:
        records, stems = search.records(language), search.stems(language)
        about, words = search.about(language), spellings(records, stems)
        script = classic_script(language, records, stems, about, words)
        (tmp_path / f"{language}.js").write_bytes(script)
    esbuild = program(PROJECT)
    assert esbuild is not None
    (made,) = bundles(esbuild, PROJECT, [PLANNER], "--format=iife", "--target=es2022")
    (tmp_path / "offline.js").write_bytes(made.content)
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.goto((tmp_path / "index.html").as_uri())
    told = [(one.language, one.text) for one in queries()]
    found = page.evaluate(
        """async (queries) => {
             const finders = {};
             const urls = [];
             for (const [language, query] of queries) {
               finders[language] ??= window.handbookFinder(language);
               const { results, notes } = await finders[language].find(query, { limit: 5 });
               const short = results.every(({ missing, apart }) => missing.length || apart);
               const pages = results.map(({ url }) => url.split("#")[0]);
               urls.push([pages, JSON.stringify(notes), short]);
             }
             return urls;
           }""",
        told,
    )
    page.close()
    right = [
        bool({*urls} & {*one.pages})
        for one, (urls, *_) in zip(queries(), found, strict=True)
        if one.sort != ABSENT
    ]
    assert sum(right) / len(right) >= FEWEST
    silent = {"corrected": [], "unknown": [], "translated": [], "partial": False}
    for one, (_, notes, short) in zip(queries(), found, strict=True):
        assert one.sort != ABSENT or short or json.loads(notes) != silent, one.text
    assert len(asked) == 4
    assert all(url.startswith("file:") for url in asked)
