"""The feeds of new and changed entries, and what pages tell machines about themselves."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree

import feedparser
import pytest

from macros.writing.structured import for_script
from tests.conftest import run
from tests.html_page import html_page
from tests.small_project import PRACTICE, small_project

ATOM = "{http://www.w3.org/2005/Atom}"
HOST = "https://example.org/handbook/"
FEEDS = {"cs": "feed.xml", "pl": "pl/feed.xml"}


@pytest.fixture(scope="module")
def with_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that knows its address, with a title that tries to end the script."""
    title = "</script><script>alert(1)</script> & <!-- <b>"
    practice = {**PRACTICE, "title": {"cs": title, "pl": "Dom"}}
    project = small_project(tmp_path_factory.mktemp("addressed") / "project", {"dum": practice})
    built = run(["build"], project, PARTS="pages", SITE_URL=HOST)
    assert built.status == 0, built.errors
    return project / "site"


def valid_feed(path: Path, language: str) -> ElementTree.Element:
    """The feed's root, after what RFC 4287 requires has been looked for."""
    parsed = feedparser.parse(path.read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    root = ElementTree.fromstring(path.read_bytes())
    assert root.tag == f"{ATOM}feed"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = []
    for one in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1
            assert (one.findtext(f"{ATOM}{name}") or "").strip()
        UUID((one.findtext(f"{ATOM}id") or "").removeprefix("urn:uuid:"))
        ids.append(one.findtext(f"{ATOM}id"))
    assert len(set(ids)) == len(ids)
    assert len(parsed.entries) == len(ids) - 1 > 0
    assert all(entry.updated_parsed for entry in parsed.entries)
    return root


def links(root: ElementTree.Element) -> Iterator[str]:
    yield from (link.attrib["href"] for link in root.iter(f"{ATOM}link"))


@pytest.mark.parametrize("language", FEEDS)
def test_the_feed_is_valid_and_leads_to_pages_without_a_host(site: Path, language: str) -> None:
    root = valid_feed(site / FEEDS[language], language)
    for href in links(root):
        assert href.startswith("/")
        target = site / href[1:]
        assert (target if target.suffix else target / "index.html").is_file()
    updated = [entry.findtext(f"{ATOM}updated") for entry in root.findall(f"{ATOM}entry")]
    assert updated == sorted(updated, key=str, reverse=True)
    assert root.findtext(f"{ATOM}updated") == updated[0]


@pytest.mark.parametrize("language", FEEDS)
def test_the_feed_has_whole_addresses_where_the_site_has_one(
    with_address: Path, language: str
) -> None:
    for href in links(valid_feed(with_address / FEEDS[language], language)):
        assert href.startswith(HOST)
        target = with_address / urlsplit(href).path.removeprefix("/handbook/")
        assert (target if target.suffix else target / "index.html").is_file()


@pytest.mark.parametrize(("path", "feed"), [("", "./feed.xml"), ("pl/goals", "../../pl/feed.xml")])
def test_pages_name_the_feed_of_their_language(site: Path, path: str, feed: str) -> None:
    found = html_page(site / path).found("link", type="application/atom+xml")
    assert [one.attributes["href"] for one in found] == [feed]


# Any: JSON.
def structured(folder: Path) -> dict[str, Any]:
    html = (folder / "index.html").read_text("utf-8")
    begin = '<script type="application/ld+json">'
    assert html.count(begin) == 1
    data: dict[str, Any] = json.loads(html.split(begin)[1].split("</script>")[0])
    return data


@pytest.mark.parametrize(
    ("path", "thing"),
    [
        ("practices/dum-23-bytu", None),
        ("pl/projects/spolecnou-cestou", "Project"),
        ("glossary/aktivizace", "DefinedTerm"),
        ("pl/organisations/eurotopia-cz", "Organization"),
        ("events/iv-konferencja-pracownikow-socjalnych", "Event"),
    ],
)
def test_entry_pages_say_what_they_are(site: Path, path: str, thing: str | None) -> None:
    data = structured(site / path)
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "Article"
    assert data["headline"]
    assert data["license"].startswith("https://creativecommons.org/licenses/by-sa/")
    assert data["inLanguage"] == ("pl" if path.startswith("pl/") else "cs")
    assert data.get("mainEntity", {}).get("@type") == thing
    assert "@id" not in data, "without an address of the site there is no absolute id"


def test_nothing_in_an_entry_ends_the_script_around_it(with_address: Path) -> None:
    data = structured(with_address / "practices/dum")
    assert data["headline"].startswith("</script>")
    assert data["@id"] == data["url"] == f"{HOST}practices/dum/"
    told = for_script({"a": "</script><!--&"})
    assert not set("<>&") & set(told)
    assert json.loads(told) == {"a": "</script><!--&"}


def test_the_sitemap_lists_pages_in_both_languages_and_no_moved_ones(with_address: Path) -> None:
    text = (with_address / "sitemap.xml").read_text("utf-8")
    root = ElementTree.fromstring(text)
    where = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    pages = {one.findtext(f"{where}loc"): one for one in root}
    for path in ("practices/dum/", "map/", "codebook/", ""):
        for prefix in ("", "pl/"):
            page = pages[f"{HOST}{prefix}{path}"]
            alternates = {
                one.attrib["hreflang"]: one.attrib["href"]
                for one in page.iter("{http://www.w3.org/1999/xhtml}link")
            }
            assert alternates["pl"] == f"{HOST}pl/{path}"
            assert alternates["cs"] == f"{HOST}{path}"
