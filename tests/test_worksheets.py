"""Worksheets: plain words, short sentences, and the fields that the catalogue asks on paper."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from macros.catalogue import Catalogue
from macros.inspection import read_handbook
from macros.model.practice import Practice
from macros.model.sheet_block import TableBlock
from macros.model.texts import texts_of
from macros.model.values import OnPaper
from macros.model.worksheet import Worksheet
from macros.options import options
from tests.conftest import PROJECT

FOR_THE_CATALOGUE = "priklad-dobre-praxe"
SHEETS = sorted(path.stem for path in (PROJECT / "data/worksheets").glob("*.yml"))
MOST_WORDS = {"cs": 10, "pl": 12}
"""Words of a sentence that can be read aloud at one go."""
ONLY_ON_THE_PAGE = ("summary", "who", "materials")
"""What stands beside the sheet, for whoever prepares it."""
JARGON = {
    "cs": r"participac|aktér|facilit|evalua|monitoring|síťov|stakeholder",
    "pl": r"partycypac|interesariusz|facylit|ewalua|monitoring|beneficjent|podopieczn",
}
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")


@cache
def catalogue() -> Catalogue:
    return read_handbook(options(PROJECT)).catalogue


def worksheet(id: str) -> Worksheet:
    entry = catalogue().entry("worksheet", id)
    assert isinstance(entry, Worksheet)
    return entry


def said_on(sheet: Worksheet, language: str) -> Iterator[str]:
    for path, text in texts_of(sheet):
        if path.split(".")[0] not in ONLY_ON_THE_PAGE:
            yield text[language].replace("**", "")


@pytest.mark.parametrize("language", MOST_WORDS)
@pytest.mark.parametrize("id", SHEETS)
def test_a_sheet_can_be_read_aloud(id: str, language: str) -> None:
    said = list(said_on(worksheet(id), language))
    assert len(said) > 10
    sentences = [one for text in said for one in SENTENCE_END.split(text)]
    assert [one for one in sentences if len(re.findall(r"\w+", one)) > MOST_WORDS[language]] == []


@pytest.mark.parametrize("language", JARGON)
@pytest.mark.parametrize("id", SHEETS)
def test_a_sheet_speaks_without_jargon(id: str, language: str) -> None:
    said = said_on(worksheet(id), language)
    assert [text for text in said if re.search(JARGON[language], text, re.IGNORECASE)] == []


def test_worksheets_are_numbered_from_one() -> None:
    assert sorted(worksheet(id).order for id in SHEETS) == list(range(1, len(SHEETS) + 1))


@pytest.mark.parametrize("id", SHEETS)
def test_the_fields_of_a_sheet_are_numbered_from_one(id: str) -> None:
    numbers = [block.number for block in worksheet(id).numbered]
    assert numbers == list(range(1, len(numbers) + 1))


def on_paper() -> dict[int, str]:
    """Number on the sheet -> field of a practice."""
    return {
        mark.number: name
        for name, field in Practice.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, OnPaper)
    }


def test_no_number_stands_for_two_fields_of_a_practice() -> None:
    marks = [
        mark
        for field in Practice.model_fields.values()
        for mark in field.metadata
        if isinstance(mark, OnPaper)
    ]
    assert len(marks) == len(on_paper()) > 10


def test_the_sheet_for_the_catalogue_asks_what_is_marked_for_paper() -> None:
    asked = {block.number for block in worksheet(FOR_THE_CATALOGUE).numbered}
    assert sorted(asked - on_paper().keys()) == []
    assert {on_paper()[number] for number in on_paper().keys() - asked} == set()


def test_the_sheet_for_the_catalogue_asks_in_the_order_of_the_numbers() -> None:
    numbers = [block.number for block in worksheet(FOR_THE_CATALOGUE).numbered]
    assert numbers == sorted(on_paper())


def test_six_steps_fit_on_the_sheet_for_the_catalogue() -> None:
    steps = {number for number, name in on_paper().items() if name == "steps"}
    tables = [block for block in worksheet(FOR_THE_CATALOGUE).numbered if block.type == "table"]
    assert {block.number for block in tables} == steps
    assert [getattr(block, "rows", 0) for block in tables] == [6]


@pytest.mark.parametrize("widths", [(1, 12), (12, 1), (1, 1), (3, 3, 3), (12, *[1] * 7)])
def test_every_share_of_a_table_has_its_width(widths: tuple[int, ...]) -> None:
    columns = tuple({"label": {"cs": "x"}, "width": width} for width in widths)
    block = {"type": "table", "number": 1, "label": {"cs": "x"}, "rows": 1, "columns": columns}
    shares = TableBlock.model_validate(block).shares
    styles = (PROJECT / "overrides/assets/styles/sheet.css").read_text("utf-8")
    assert sum(shares) == 100
    assert [share for share in shares if f".sheet__col--{share} {{" not in styles] == []
