"""Map, timeline and numbers say what the entries say, and can be read by everyone."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pydantic import BaseModel

from macros.drawing.bars import LETTERS, Measure, Part, chart
from macros.drawing.map_picture import Spot, enlarged_map, is_enlarged, whole_map
from macros.drawing.topology import borders
from macros.handbook import Handbook
from macros.inspection import read_handbook
from macros.model.event import Event
from macros.model.kinds import KINDS
from macros.model.project import Project
from macros.model.public_facts import PublicFacts
from macros.model.text import text_of
from macros.options import options
from macros.overviews.codebook import fields_of
from macros.overviews.places import places
from macros.reading.shape import shape_of
from tests.conftest import PROJECT, run
from tests.html_page import html_page, words
from tests.reading.project_words import PROJECT_WORDS
from tests.small_project import PRACTICE, small_project

HOMES = {"cs": "", "pl": "pl"}


@cache
def handbook() -> Handbook:
    return read_handbook(options(PROJECT, {}))


def links_in(page: Path) -> set[str]:
    """Kind's address and id of every entry to which the article leads."""
    html = (page / "index.html").read_text("utf-8").split("<article")[1].split("</article>")[0]
    return set(re.findall(r'href="(?:\.\./)+(?:pl/)?([a-z]+/[a-z0-9-]+)/"', html))


@pytest.mark.parametrize("language", HOMES)
def test_the_list_beside_the_map_names_everything_that_has_a_place(
    language: str, site: Path
) -> None:
    wanted = {f"{kind}s/{entry.id}" for kind, entry, _, _ in places(handbook().catalogue)}
    assert len(wanted) > 30
    assert wanted - links_in(site / HOMES[language] / "map") == set()


@pytest.mark.parametrize("language", HOMES)
def test_every_marker_has_a_name_and_leads_to_its_town(language: str, site: Path) -> None:
    page = html_page(site / HOMES[language] / "map")
    markers = page.found("a", class_="map-marker")
    ids = {tag.attributes.get("id") for tag in page.tags}
    assert len(markers) > 20
    for marker in markers:
        assert re.search(r"\d", marker.attributes["aria-label"])
        assert marker.attributes["href"].removeprefix("#") in ids


def test_every_town_of_an_entry_is_on_the_map() -> None:
    """A region is too large for a marker; every town and district has one."""
    towns = handbook().catalogue.towns
    off = [
        (entry.id, place.label.wordings)
        for _, entry, place, country in places(handbook().catalogue)
        if place.precision != "region" and towns.at(place.label, country) is None
    ]
    assert off == []


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("Ostrava", True),
        ("Ostrava-Muglinov", True),
        ("Praha 14", True),
        ("Ostravice", False),
        ("Praha-venkov", True),
        ("Nové Praha", False),
        ("Rybnik", False),  # lies in the other country
    ],
)
def test_districts_belong_to_their_town(wording: str, found: bool) -> None:
    towns = handbook().catalogue.towns
    assert (towns.at(text_of({"cs": wording}), "CZ") is not None) == found


def test_both_countries_lie_inside_the_map_and_towns_inside_their_country() -> None:
    outlines = borders(PROJECT)
    assert set(outlines) == {"CZ", "PL"}
    spot = Spot("krnov", "Krnov", 17.704, 50.09, 3)
    picture = whole_map(outlines, [spot])
    for path in picture.outlines.values():
        points = [point for ring in path.split("z")[:-1] for point in walked(ring)]
        assert len(points) > 100
        assert all(0 <= x <= picture.width for x, _ in points)
        assert all(0 <= y <= picture.height for _, y in points)
    assert is_enlarged(spot)
    assert picture.markers[0].label == ""
    assert enlarged_map(outlines, [spot]).markers[0].label == "Krnov"


def walked(ring: str) -> Iterator[tuple[int, int]]:
    """The places to which an outline's first place and the steps from it lead."""
    x = y = 0
    for across, down in re.findall(r"(-?\d+) (-?\d+)", ring):
        x, y = x + int(across), y + int(down)
        yield x, y


def test_labels_of_neighbours_do_not_hide_each_other() -> None:
    spots = [Spot(str(one), "Miasto", 19.0 + one / 10, 52.0, 1) for one in range(4)]
    markers = whole_map({}, spots).markers
    assert len({(marker.label_x, marker.label_y) for marker in markers}) == 4
    assert len({marker.anchor for marker in markers}) > 1


def test_without_borders_the_list_remains(tmp_path: Path) -> None:
    place = {"label": {"cs": "Krnov", "pl": "Krnov"}, "precision": "town"}
    project = small_project(tmp_path / "project", {"dum": {**PRACTICE, "place": place}})
    built = run(["build"], project, PARTS="pages")
    assert built.status == 0, built.errors
    page = (project / "site/map/index.html").read_text("utf-8")
    assert '<svg class="map"' not in page
    assert "practices/dum" in links_in(project / "site/map")


def test_the_timeline_has_every_project_and_event(site: Path) -> None:
    catalogue = handbook().catalogue
    wanted = {
        f"{kind}s/{entry.id}" for kind in ("project", "event") for entry in catalogue.entries(kind)
    }
    assert wanted - links_in(site / "timeline") == set()
    starts = [
        one.period.start.first_day
        for one in catalogue.entries("project")
        if isinstance(one, Project) and one.period and one.period.start
    ]
    years = [
        one.dates.year
        for one in catalogue.entries("event")
        if isinstance(one, Event) and one.dates and one.dates.year
    ]
    html = (site / "timeline/index.html").read_text("utf-8")
    assert html.count("<rect") == len(starts) + len(years)


def test_names_in_charts_break_between_words_and_bars_stay_inside() -> None:
    name = "Navazující podpora komunitní práce v Moravskoslezském kraji a jinde"
    drawn = chart([Measure(name, [Part(0.2, 1.0, "project")])], [(0.0, "2020")])
    lines = [words for _, words in drawn.rows[0].lines]
    assert " ".join(lines) == name
    assert all(len(line) <= LETTERS for line in lines)
    assert drawn.rows[0].parts[0].x + drawn.rows[0].parts[0].width == drawn.width


@pytest.mark.parametrize("language", HOMES)
def test_the_numbers_are_those_of_the_data(language: str, site: Path) -> None:
    catalogue = handbook().catalogue
    html = (site / HOMES[language] / "numbers/index.html").read_text("utf-8")
    notes: list[str] = []
    for table in re.findall(r"<tbody>(.*?)</tbody>", html, re.DOTALL):
        rows = table.split("</tr>")[:-1]
        totals = [int(re.findall(r"<td>(\d+)</td>", row)[-1]) for row in rows]
        bars = [sum(map(float, re.findall(r'width="([\d.]+)%" height="10"', row))) for row in rows]
        shares = [100 * total / max(totals) for total in totals]
        assert bars == pytest.approx(shares, abs=1), "a bar is as long as its number"
        notes += map(str, totals)
    kinds = [str(len(entries)) for entries in catalogue.by_kind.values() if entries]
    assert sorted(notes[: len(kinds)]) == sorted(kinds)
    by_country = [
        str(sum(one.country == country for one in catalogue.practices)) for country in ("CZ", "PL")
    ]
    assert notes[len(kinds) : len(kinds) + 2] == by_country


@pytest.mark.parametrize("language", HOMES)
def test_the_codebook_explains_every_field_and_value(language: str, site: Path) -> None:
    page = words(html_page(site / HOMES[language] / "codebook").article)
    for kind, entries in handbook().catalogue.by_kind.items():
        if entries:
            model = type(next(iter(entries.values())))
            paths = {field.path for field in fields_of(model)}
            assert {path for path in paths if path not in page} == set(), kind
    for name, values in handbook().catalogue.vocabulary.items():
        if name != "languages":
            assert [value for value in (name, *values) if value not in page] == []


def test_explanations_in_the_codebook_follow_the_models() -> None:
    """The English ones are those of the models; who changes one sees what else to translate."""
    all_models: tuple[type[BaseModel], ...] = (
        *(kind.model for kind in KINDS.values()),
        PublicFacts,
    )
    models = {model.__name__: model for one in all_models for model in models_in(one)}
    english = {
        key.removeprefix("meaning."): word
        for key, word in PROJECT_WORDS["en"].items()
        if key.startswith("meaning.")
    }
    assert len(english) > 50
    for key, word in english.items():
        owner, _, name = key.partition(".")
        assert word == models[owner].model_fields[name].description, key


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model, those it is made from and those of its fields."""
    yield from (one for one in model.__mro__ if issubclass(one, BaseModel))
    for field in model.model_fields.values():
        shape = shape_of(field.annotation, tuple(field.metadata))
        while shape.sort == "list" and shape.item is not None:
            shape = shape.item
        for part in (shape, *shape.alternatives.values()):
            if part.model is not None:
                yield from models_in(part.model)


@pytest.mark.parametrize("language", HOMES)
def test_every_file_is_offered_with_its_size(language: str, site: Path) -> None:
    folder = site / HOMES[language] / "open-data"
    offered = {(folder / one.attributes["href"]).resolve() for one in html_page(folder).found("a")}
    files = {path for path in (site / "data").rglob("*") if path.is_file()}
    assert {path.resolve() for path in files} - offered == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/map/", "/pl/timeline/", "/numbers/"])
def test_pictures_are_readable_on_a_phone_and_fit_a_sheet(
    path: str, scheme: str, site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    dark = "dark" if scheme == "dark" else "light"
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=dark)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    home = served(site)
    page.goto(home + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = page.eval_on_selector_all(
        "svg.map text, svg.chart text, .counts :is(th, td)",
        """all => all.map(one => parseFloat(getComputedStyle(one).fontSize)
          * (one.closest("svg")?.getScreenCTM().a ?? 1))""",
    )
    assert len(sizes) > 10
    assert min(sizes) >= 12
    contrast = page.evaluate(
        """() => {
            const drawn = document.querySelector("svg.map text, svg.chart text, .counts rect");
            const paper = getComputedStyle(document.body).backgroundColor;
            return [getComputedStyle(drawn).fill, paper];
        }"""
    )
    assert contrast[0] != contrast[1]
    assert all(url.startswith((home, "data:")) for url in asked)
    page.close()
