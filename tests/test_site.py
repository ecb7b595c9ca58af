"""The real site: every entry has its pages, and every page what a reader needs."""

import re
import shutil
from pathlib import Path

import pytest

from macros.model.kinds import KINDS, Kind
from tests.conftest import PROJECT, run
from tests.html_page import html_page, words

LANGUAGES = {"cs": "", "pl": "pl/"}
ENTRIES = [
    (kind, path.stem)
    for kind in KINDS.values()
    for path in sorted((PROJECT / "data" / kind.folder).glob("*.yml"))
    if kind.address
]
KINDS_WITH_ENTRIES = sorted({kind.address for kind, _ in ENTRIES if kind.address})


def test_there_is_something_to_test() -> None:
    assert len(ENTRIES) > 60
    assert ("practices", "dum-23-bytu") in [(kind.folder, id) for kind, id in ENTRIES]
    assert ("projects", "krnov-spolu-a-smysluplne") in [(kind.folder, id) for kind, id in ENTRIES]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "id"), ENTRIES, ids=[f"{kind.folder}/{id}" for kind, id in ENTRIES]
)
def test_every_entry_has_its_page(kind: Kind, id: str, language: str, site: Path) -> None:
    path = f"{kind.address}/{id}"
    page = html_page(site / LANGUAGES[language] / path)
    assert page.found("html")[0].attributes["lang"] == language
    assert len(page.found("article")) == 1
    assert len(page.found("h1")) == 1
    description = page.found("meta", name="description")[0].attributes["content"]
    assert description.strip()
    other = next(code for code in LANGUAGES if code != language)
    switch = page.found("a", hreflang=other)
    assert [link.attributes["href"] for link in switch] == [
        "../" * (path.count("/") + 1 + (language != "cs")) + LANGUAGES[other] + path + "/"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", KINDS_WITH_ENTRIES)
def test_every_kind_has_an_index_that_leads_to_its_entries(
    address: str, language: str, site: Path
) -> None:
    page = html_page(site / LANGUAGES[language] / address)
    up = "../" * (1 + (language != "cs"))
    expected = {
        f"{up}{LANGUAGES[language]}{address}/{id}/"
        for kind, id in ENTRIES
        if kind.address == address
    }
    assert expected <= {link.attributes.get("href") for link in page.found("a")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_stay_out_of_the_menu(language: str, site: Path) -> None:
    page = html_page(site / LANGUAGES[language] / "practices/dum-23-bytu")
    menu = [tag for tag in page.found("a") if "nav" in tag.within and "article" not in tag.within]
    hrefs = [tag.attributes["href"] for tag in menu if not tag.attributes.get("hreflang")]
    entry = re.compile(r"(practices|projects|goals|roles|sources|glossary)/[a-z0-9-]+/$")
    assert [href for href in hrefs if entry.search(href)] == []
    assert any(href.endswith("sources/") for href in hrefs)


@pytest.mark.parametrize(
    ("language", "title", "way_home"),
    [("cs", "Tady nic není", "/"), ("pl", "Tu nic nie ma", "/pl/")],
)
def test_missing_addresses_are_answered(
    language: str, title: str, way_home: str, site: Path
) -> None:
    page = html_page(site / LANGUAGES[language] / "404.html")
    assert page.found("html")[0].attributes["lang"] == language
    assert title in words(page.article)
    home = [tag.attributes["href"] for tag in page.found("a") if "article" in tag.within]
    assert home[0] == way_home


@pytest.mark.parametrize("language", LANGUAGES)
def test_glossary_and_sources_list_what_they_should(language: str, site: Path) -> None:
    glossary = html_page(site / LANGUAGES[language] / "glossary")
    ids = {tag.attributes["id"] for tag in glossary.found("dt") if "id" in tag.attributes}
    assert ids == {id for kind, id in ENTRIES if kind.name == "term"}
    sources = html_page(site / LANGUAGES[language] / "sources")
    ids = {tag.attributes["id"] for tag in sources.found("li") if "id" in tag.attributes}
    assert ids == {id for kind, id in ENTRIES if kind.name == "source"}


def test_without_addresses_nothing_pretends_to_have_one(site: Path) -> None:
    assert not (site / "sitemap.xml").exists()
    for path in site.rglob("*.html"):
        page = html_page(path)
        assert page.found("link", rel="canonical") == [], path
        assert page.found("a", rel="edit") == [], path


def test_with_addresses_pages_link_to_the_file_behind_them(tmp_path: Path) -> None:
    site = tmp_path / "site"
    built = run(
        ["build"],
        PROJECT,
        SITE=str(site),
        SITE_URL="https://example.org/prirucka/",
        REPO_URL="https://example.org/spolu/razem",
        PARTS="pages",
    )
    assert built.status == 0, built.errors
    page = html_page(site / "pl/practices/dum-23-bytu")
    assert [tag.attributes["href"] for tag in page.found("a", rel="edit")] == [
        "https://example.org/spolu/razem/_edit/main/data/practices/dum-23-bytu.yml"
    ]
    home = html_page(site / "pl")
    assert [tag.attributes["href"] for tag in home.found("a", rel="edit")] == [
        "https://example.org/spolu/razem/_edit/main/docs/pl/index.md"
    ]
    assert [tag.attributes["href"] for tag in page.found("link", rel="canonical")] == [
        "https://example.org/prirucka/pl/practices/dum-23-bytu/"
    ]
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for language in LANGUAGES.values():
        for kind, id in ENTRIES:
            address = f"https://example.org/prirucka/{language}{kind.address}/{id}/"
            assert f"<loc>{address}</loc>" in sitemap
    assert not (site / "assets/search").exists()


def test_a_title_that_ends_with_a_mark_is_cited_without_a_full_stop(site: Path) -> None:
    assert "Gdzie się spotykać? W:" in words(html_page(site / "pl/dilemmas/kde-se-schazet").article)
    assert "23 mieszkaniami. W:" in words(html_page(site / "pl/practices/dum-23-bytu").article)


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path, copy: Path) -> None:
    again = tmp_path / "elsewhere" / "again"
    built = run(["build"], PROJECT, SITE=str(again))
    assert built.status == 0, built.errors
    assert contents(again) == contents(site)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_practice_says_what_its_source_says_and_no_more(language: str, site: Path) -> None:
    text = words(html_page(site / LANGUAGES[language] / "practices/dum-23-bytu").article)
    expected = {
        "cs": ["3 patra nad přízemím", "23 bytů", "EUROTOPIA.CZ, o.p.s.", "zdroj neuvádí"],
        "pl": [
            "3 piętra nad parterem",
            "23 mieszkania",
            "EUROTOPIA.CZ, o.p.s.",
            "źródło nie podaje",
        ],
    }
    assert [fact for fact in expected[language] if fact not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_project_says_what_its_source_says(language: str, site: Path) -> None:
    text = words(
        html_page(site / LANGUAGES[language] / "projects/krnov-spolu-a-smysluplne").article
    )
    expected = {
        "cs": ["1. 9. 2023 – 31. 8. 2026", "KA1", "KA5", "108/2006"],
        "pl": ["1 września 2023 r. – 31 sierpnia 2026 r.", "KA1", "KA5", "108/2006"],
    }
    common = ["CZ.03.02.01/00/22_018/0001337", "Armáda spásy", "EUROTOPIA.CZ, o.p.s."]
    assert [fact for fact in [*expected[language], *common] if fact not in text] == []


ONE_LETTER_WORDS = {
    "cs": re.compile(r"(?<![\w.’'-])([kszvouai]) (?=\w)", re.IGNORECASE),
    "pl": re.compile(r"(?<![\w.’'-])([aiouwz]) (?=\w)", re.IGNORECASE),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", ["", "about", "practices/dum-23-bytu", "projects/krnov-spolu-a-smysluplne", "roles"]
)
def test_no_line_can_end_with_a_one_letter_word(path: str, language: str, site: Path) -> None:
    text = html_page(site / LANGUAGES[language] / path).article
    loose = [
        text[max(0, match.start() - 20) : match.end() + 20].replace("\n", " ")
        for match in ONE_LETTER_WORDS[language].finditer(text)
    ]
    assert loose == []


def test_data_from_elsewhere_tell_nothing_of_this_machine(tmp_path: Path) -> None:
    data = tmp_path / "elsewhere"
    shutil.copytree(PROJECT / "data", data)
    site = tmp_path / "site"
    repository = "https://example.org/spolu/razem"
    built = run(
        ["build"], PROJECT, DATA=str(data), SITE=str(site), REPO_URL=repository, PARTS="pages"
    )
    assert built.status == 0, built.errors
    assert [name for name, text in contents(site).items() if str(data).encode() in text] == []
    page = html_page(site / "practices/dum-23-bytu")
    assert page.found("a", rel="edit") == []
    assert html_page(site / "about").found("a", rel="edit") != []
