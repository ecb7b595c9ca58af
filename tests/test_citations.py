"""Citing: every entry has a key of its own, and every source says where it is used."""

import re
from collections import Counter
from pathlib import Path

from tests.conftest import PROJECT
from tests.html_page import html_page

KEY = re.compile(r"@misc\{([^,]+),")
SOURCES = re.compile(r"sources: \[([^\]]*)\]")


def test_no_two_pages_share_a_bibtex_key(site: Path) -> None:
    keys = Counter(
        key
        for page in site.rglob("index.html")
        if "/how-to-cite/" not in f"/{page.relative_to(site)}"
        for key in KEY.findall(page.read_text("utf-8"))
    )
    assert len(keys) > 800
    assert [key for key, number in keys.items() if number > 1] == []


def test_a_source_lists_comparisons_that_rest_on_it(site: Path) -> None:
    named = SOURCES.findall((PROJECT / "data/comparisons/profesni-sit.yml").read_text("utf-8"))
    sources = {id.strip() for ids in named for id in ids.split(",") if id.strip()}
    assert sources
    for id in sources:
        assert "Profesní síť" in html_page(site / "sources" / id).article
