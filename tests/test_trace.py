"""Every fact of the seed documents is on its page, in both languages, with its source."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.model.kinds import KINDS
from tests.conftest import PROJECT
from tests.html_page import html_page, words

LANGUAGES = {"cs": "", "pl": "pl/"}


@dataclass(frozen=True)
class Fact:
    """One row of the table."""

    source: str
    sentence: int
    fact: str
    entry: str
    page: str
    phrases: dict[str, str]


def seeds() -> list[dict[str, Any]]:
    """The table as it stands in the file."""
    table = (PROJECT / "tests/trace/seeds.yml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.safe_load(table)
    return found


FACTS = [
    Fact(
        seed["source"],
        row["sentence"],
        row["fact"],
        row["entry"],
        row["page"],
        {language: row[language] for language in LANGUAGES},
    )
    for seed in seeds()
    for row in seed["facts"]
]


def missing(site: Path, fact: Fact) -> list[str]:
    """Languages in which the phrase does not stand on the page."""
    return [
        language
        for language, folder in LANGUAGES.items()
        if words(fact.phrases[language]) not in words(html_page(site / folder / fact.page).article)
    ]


def test_the_table_is_long_enough() -> None:
    assert len(FACTS) > 150


@pytest.mark.parametrize("fact", FACTS, ids=lambda one: f"{one.source}-{one.sentence}-{one.page}")
def test_the_fact_is_on_its_page(fact: Fact, site: Path) -> None:
    assert missing(site, fact) == [], fact.fact


def test_a_phrase_that_is_not_there_is_noticed(site: Path) -> None:
    absent = Fact("x", 1, "x", "x", "practices/dum-23-bytu", dict.fromkeys(LANGUAGES, "24 bytů"))
    assert missing(site, absent) == list(LANGUAGES)


@pytest.mark.parametrize("fact", FACTS, ids=lambda one: f"{one.source}-{one.sentence}-{one.page}")
def test_the_page_belongs_to_the_entry(fact: Fact) -> None:
    kind, id = fact.entry.split("/")
    if kind == "chapter":
        assert fact.page == id
        assert all((PROJECT / f"docs/{language}/{id}.md").is_file() for language in LANGUAGES)
    else:
        assert fact.page == f"{KINDS[kind].address}/{id}"
        assert (PROJECT / f"data/{KINDS[kind].folder}/{id}.yml").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("source", "page"), sorted({(fact.source, fact.page) for fact in FACTS}))
def test_the_page_names_the_seed_as_its_source(
    source: str, page: str, language: str, site: Path
) -> None:
    if page.startswith("sources/"):
        return
    links = html_page(site / LANGUAGES[language] / page).found("a")
    cited = [tag for tag in links if tag.attributes["href"].endswith(f"sources/{source}/")]
    assert any("article" in tag.within for tag in cited)


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed["source"])
def test_every_sentence_is_traced_or_left_out_for_a_reason(seed: dict[str, Any]) -> None:
    traced = {row["sentence"] for row in seed["facts"]}
    left_out = {number for number, reason in seed["not_traced"].items() if reason.strip()}
    assert traced | left_out == set(range(1, seed["sentences"] + 1))
    assert not traced & left_out


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed["source"])
def test_the_source_is_that_seed(seed: dict[str, Any]) -> None:
    entry = (PROJECT / f"data/sources/{seed['source']}.yml").read_text("utf-8")
    assert f"archived_file: {seed['file']}\n" in entry
