"""What holds between the worksheets and the rest of the handbook."""

from functools import cache

from macros.catalogue import Catalogue
from macros.handbook import read_handbook
from macros.model.practice import Practice
from macros.model.values import OnPaper
from macros.model.worksheet import Worksheet
from macros.options import options
from tests.conftest import PROJECT

FOR_THE_CATALOGUE = "priklad-dobre-praxe"


@cache
def catalogue() -> Catalogue:
    return read_handbook(options(PROJECT)).catalogue


def worksheet(id: str) -> Worksheet:
    entry = catalogue().entry("worksheet", id)
    assert isinstance(entry, Worksheet)
    return entry


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
