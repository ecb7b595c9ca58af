"""Readers' queries lead to the right pages: the real index in a real browser."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.search.stems import Stems, tokens
from tests.language.languages import rules_of
from tests.search.queries import ABSENT, ALL, GOALS, LANGUAGES, OWN_WORDS, queries

SHOW = Callable[[Path], str]
Result = Mapping[str, Any]
"""What `window.handbookSearch` promises; Any: texts, numbers and lists."""
FIRST = 5


@pytest.fixture(scope="module")
def home(site: Path, served: SHOW, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(served(site), wait_until="networkidle")
    yield page
    page.close()


def found(page: Page, query: str, language: str, limit: int = FIRST) -> Sequence[Result]:
    results: list[Result] = page.evaluate(
        "([query, options]) => handbookSearch(query, options)",
        [query, {"language": language, "limit": limit}],
    )
    return results


def test_queries_are_many_and_of_all_sorts() -> None:
    counted = queries()
    assert len(counted) >= 200
    for language in LANGUAGES:
        assert {one.sort for one in counted if one.language == language} == {*GOALS, ABSENT}
    halves = [
        {(one.language, one.text) for one in queries(half)} for half in ("tuning", "held-out")
    ]
    assert not halves[0] & halves[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_queries_stand_on_the_site(
    language: str, site_words: Mapping[str, frozenset[str]]
) -> None:
    stems = Stems(rules_of(language))
    known = {key for token in site_words[language] for key in stems.keys(token)}
    foreign = [
        (one.text, token)
        for one in queries()
        if one.language == language and one.sort not in OWN_WORDS
        for token in tokens(one.text)
        if stems.keys(token) and not known & set(stems.keys(token))
    ]
    assert foreign == []


def test_queries_find_their_pages(home: Page) -> None:
    right: dict[str, list[bool]] = defaultdict(list)
    missed = []
    for one in queries():
        if one.sort == ABSENT:
            continue
        pages = [result["url"].partition("#")[0] for result in found(home, one.text, one.language)]
        right[one.sort].append(bool({*pages} & {*one.pages}))
        if not right[one.sort][-1]:
            missed.append((one.language, one.sort, one.text, pages))
    shares = {sort: sum(those) / len(those) for sort, those in right.items()}
    every = [one for those in right.values() for one in those]
    assert {sort: share for sort, share in shares.items() if share < GOALS[sort]} == {}, missed
    assert sum(every) / len(every) >= ALL, missed


def test_nothing_stands_unlabelled_where_the_handbook_has_nothing(home: Page) -> None:
    unlabelled = [
        (one.text, result["url"])
        for one in queries()
        if one.sort == ABSENT
        for result in found(home, one.text, one.language)
        if not result["labels"]
    ]
    assert unlabelled == []


def test_what_is_found_is_told_in_full(home: Page) -> None:
    first = found(home, "susaku na pradlo", "cs")[0]
    assert first["title"] == "Sušáky na prádlo z rukou obyvatel"
    assert re.fullmatch(r"/practices/ostrava-susaky/(#[\w-]+)?", first["url"])
    assert first["kind"] == "practice"
    assert {"sušáky", "prádlo"} <= set(first["matched"])
    scores = [one["score"] for one in found(home, "setkání", "cs", 10)]
    assert len(scores) == 10
    assert scores[0] > 0


def test_typos_are_mended_and_told(home: Page) -> None:
    first = found(home, "souhals", "cs")[0]
    assert first["labels"] == ["Slovo „souhals“ tu nemáme, hledáme „souhlas“."]


def test_a_term_of_the_other_language_leads_to_its_counterpart_and_says_so(home: Page) -> None:
    first = found(home, "zplnomocněním", "pl")[0]
    assert first["url"].startswith("/pl/glossary/zplnomocneni/")
    assert first["labels"] == ["Pojęciu „zplnomocnění” odpowiada „upodmiotowienie”."]


def test_a_word_that_is_left_out_is_named(home: Page) -> None:
    results = found(home, "sušáky prádlo xylofon", "cs")
    assert results[0]["url"].startswith("/practices/ostrava-susaky/")
    assert results[0]["labels"] == ["Slovo „xylofon“ v příručce není, hledáme bez něj."]


@pytest.mark.parametrize(
    ("query", "language", "section"),
    [
        ("jádrová skupina řídí vedoucí", "cs", "/czech-method/#"),
        ("zwykłe zebranie w szkole", "pl", "/pl/methods/neformalni-tridni-schuzka/"),
    ],
)
def test_results_lead_to_sections_that_exist(
    query: str, language: str, section: str, home: Page, site: Path
) -> None:
    results = found(home, query, language, 10)
    assert results
    for result in results:
        path, _, anchor = result["url"].partition("#")
        page = (site / path[1:] / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("own", "foreign", "sheet"),
    [
        (
            {"cs": "schůze", "pl": "zebranie"},
            {"cs": "spotkanie", "pl": "setkání"},
            "zapis-ze-setkani",
        ),
        (
            {"cs": "schůzka", "pl": "spotkanie"},
            {"cs": "zebranie", "pl": "schůze"},
            "zapis-ze-setkani",
        ),
        (
            {"cs": "souhlas", "pl": "zgoda"},
            {"cs": "zgoda", "pl": "souhlas"},
            "souhlas-se-zverejnenim",
        ),
        ({"cs": "hádka", "pl": "kłótnia"}, {"cs": "kłótnia", "pl": "hádka"}, "rizika-a-konflikty"),
    ],
)
def test_sheets_are_found_by_what_they_are_for(
    own: Mapping[str, str], foreign: Mapping[str, str], sheet: str, language: str, home: Page
) -> None:
    address = f"{'' if language == 'cs' else '/pl'}/worksheets/{sheet}/"
    typed, translated = (found(home, one[language], language) for one in (own, foreign))
    for results in (typed, translated):
        assert results[0]["kind"] == "worksheet"
        assert address in [result["url"] for result in results[:2]]
    assert typed[0]["labels"] == []
    assert foreign[language] in translated[0]["labels"][0]


@pytest.mark.parametrize(
    ("query", "language", "page"),
    [
        ("brigáda", "cs", "/methods/svepomocne-prace/"),
        ("chudoba", "cs", "/glossary/socialni-vylouceni/"),
        ("lokator", "pl", "/pl/glossary/pronajimatel/"),
        ("pracovní listy", "cs", "/worksheets/"),
        ("karty pracy", "pl", "/pl/worksheets/"),
        ("pożegnać", "pl", "/pl/packs/predani-a-rozlouceni/"),
    ],
)
def test_what_people_call_it_leads_there_first(
    query: str, language: str, page: str, home: Page
) -> None:
    first = found(home, query, language)[0]
    assert first["url"].partition("#")[0] == page
    assert first["labels"] == []


@pytest.mark.parametrize(
    ("query", "language"), [("mapa", "pl"), ("najemca", "pl"), ("termín", "cs"), ("porada", "pl")]
)
def test_a_word_of_a_language_is_not_taken_for_one_of_the_other(
    query: str, language: str, home: Page
) -> None:
    assert [one["labels"] for one in found(home, query, language, 1)] == [[]]


def test_what_lacks_only_a_common_word_stands_first_and_says_so(home: Page) -> None:
    first = found(home, "kolik stojí komunitní práce", "cs")[0]
    assert first["url"].startswith("/questions/kolik-to-stoji/")
    assert first["labels"] == ["Chybí: komunitní"]


def test_a_page_that_is_called_so_opens_at_its_top(home: Page) -> None:
    for query, language in (("třídní schůzka mimo školu", "cs"), ("nikt nie przyszedł", "pl")):
        assert "#" not in found(home, query, language)[0]["url"]


@pytest.mark.parametrize(
    ("query", "language"), [("pizza", "pl"), ("rozwód", "pl"), ("pizza", "cs")]
)
def test_short_words_are_not_taken_for_others(query: str, language: str, home: Page) -> None:
    assert found(home, query, language) == []


def test_every_kind_is_found(home: Page) -> None:
    asked = {
        "chapter": "podpůrná role obce zrádná slova",
        "practice": "grilování bloky",
        "project": "registrační číslo",
        "worksheet": "schůze zápis souhlas",
        "role": "koordinátor participace",
        "term": "stigmatizace",
        "question": "nikdo nepřišel",
        "pack": "balíček před jednáním s obcí",
    }
    kinds = {kind: [one["kind"] for one in found(home, query, "cs", 10)]
             for kind, query in asked.items()}  # fmt: skip
    assert [kind for kind, those in kinds.items() if kind not in those] == []
