"""What several tests of search look at, read once."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.search.stems import tokens
from tests.search.queries import LANGUAGES

TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="session")
def site_words(site: Path) -> Mapping[str, frozenset[str]]:
    """Language -> all words of its pages' articles, as they are written."""
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for path in site.rglob("index.html"):
        language = "pl" if path.relative_to(site).parts[0] == "pl" else "cs"
        texts[language].append(path.read_text("utf-8").partition("<article")[2])
    return {
        language: frozenset(tokens(TAG.sub(" ", " ".join(pages))))
        for language, pages in texts.items()
    }
