"""While a site is served, what is remembered of entries is what reading all anew would find."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from macros.handbook import Handbook
from macros.inspection import read_handbook
from macros.model.kinds import KINDS
from macros.options import options
from macros.pages import PagePaths, page_plans
from macros.reading.memory import Memory
from tests.conftest import PROJECT

PLACE = 'place: {precision: town, label: {cs: "Krnov", pl: "Krnów"}}'
HOUSE = "practices/dum-23-bytu.yml"
RECORD = "translations/practices/dum-23-bytu.yml"


def rewritten(path: str, pattern: str, by: str) -> Callable[[Path], None]:
    """An edit of one file that must find what it changes."""

    def edit(data: Path) -> None:
        file = data / path
        text, found = re.subn(pattern, by, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert found, f"{path} has no {pattern}"
        file.write_text(text, "utf-8")

    return edit


def add(data: Path) -> None:
    file = data / HOUSE
    file.with_name("novy-dum.yml").write_text(file.read_text("utf-8"), "utf-8")


def remove(data: Path) -> None:
    (data / "practices/novy-dum.yml").unlink()


EDITS: Mapping[str, Callable[[Path], None]] = {
    "a translation record": rewritten(RECORD, r'^(  title: ")\w{16}', r"\g<1>0123456789abcdef"),
    "a text": rewritten(HOUSE, r"^situation:\n  cs: \|-\n    ", r"\g<0>Nově. "),
    "a title, which moves it in its list": rewritten(HOUSE, r'^  cs: "Skupina', '  cs: "Žába'),
    "a title of the other language": rewritten(HOUSE, r'^  pl: "', '  pl: "Żaba '),
    "a trait": rewritten(HOUSE, r"^setting: house", "setting: village"),
    "references": rewritten(HOUSE, r"^goals: .*", "goals: [aktivizace]"),
    "the town": rewritten(HOUSE, r"^place: null", PLACE),
    "where towns lie": rewritten("towns.yml", r"Moravskoslezský kraj", "Jiný kraj"),
    "a new entry": add,
    "a deleted entry": remove,
    "a goal, shown by others": rewritten("goals/aktivizace.yml", r'^  cs: "', '  cs: "Aaa '),
}


@pytest.fixture(scope="module")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Memory]:
    """Data of the project that is edited again and again, and what was read of them."""
    data = tmp_path_factory.mktemp("remembered") / "data"
    shutil.copytree(PROJECT / "data", data)
    return data, Memory()


def found(handbook: Handbook) -> Mapping[str, object]:
    """Everything that is derived from entries and that pages may show."""
    catalogue: Catalogue = handbook.catalogue
    every = [(kind, entry.id) for kind, entry in catalogue]
    return {
        "facets": (catalogue.facets, catalogue.facets.holders),
        "users": {one: catalogue.users(*one) for one in every},
        "lacking": {one: catalogue.lacking(*one) for one in every},
        "similar": {one.id: catalogue.similar_to(one.id) for one in catalogue.practices},
        "orders": {
            (language, kind): writer.order(kind)
            for language, writer in handbook.writers.items()
            for kind in KINDS
        },
        "traceability": catalogue.traceability,
        "plans": list(page_plans(catalogue)),
    }


@pytest.mark.parametrize("name", EDITS)
def test_remembered_entries_are_those_of_a_fresh_start(
    remembered: tuple[Path, Memory], name: str
) -> None:
    data, memory = remembered
    chosen = options(PROJECT, {"DATA": str(data), "CACHE": str(data.with_name("cache"))})
    before = found(read_handbook(chosen, memory=memory))
    EDITS[name](data)
    fresh, again = read_handbook(chosen), read_handbook(chosen, memory=memory)
    assert found(again) == found(fresh)
    assert found(again) != before
    assert set(PagePaths(again.catalogue)) == {plan.path for plan in page_plans(again.catalogue)}
    assert again.catalogue.has_matrix == bool(again.catalogue.traceability.lines)
