"""Words are folded alike in the browser and in the build."""

import pytest
from playwright.sync_api import Browser

from macros.locales import read_locales
from macros.options import options
from tests.catalogue.reader import (
    FOLDERS,
    LANGUAGES,
    entries,
)
from tests.conftest import PROJECT

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def test_folding_is_the_same_in_both_languages_of_the_code(language: str, browser: Browser) -> None:
    locale = read_locales(options(PROJECT), tuple(LANGUAGES))[0][language]
    source = (PROJECT / "overrides/assets/scripts/catalogue/folding.js").read_text("utf-8")
    titles = [
        text
        for folder in FOLDERS
        for one in entries(folder).values()
        for text in (*one["title"].values(), *one["summary"].values())
    ]
    page = browser.new_page()
    folded = page.evaluate(
        "async ([source, texts, spellings]) => {"
        " const {folded} = await import('data:text/javascript,' + encodeURIComponent(source));"
        " return texts.map(text => folded(text, spellings)); }",
        [source, titles, [list(pair) for pair in locale.rules.folding]],
    )
    page.close()
    assert folded == [locale.folded(title) for title in titles]
