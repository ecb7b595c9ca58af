"""Answers as people write them are understood, or asked again."""

import pytest

from macros.contribution.answers import NotUnderstood, Years, counted, web_address, years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019", Years("2019", None, False)),
        ("2019-2021", Years("2019", "2021", False)),
        ("2019-03 – 2021-06", Years("2019-03", "2021-06", False)),
        ("2019–", Years("2019", None, True)),
    ],
)
def test_years_are_understood_as_people_write_them(text: str, found: Years) -> None:
    assert years(text) == found


@pytest.mark.parametrize("text", ["loni", "19–20", "2019–2020–2021", "od 2019"])
def test_other_years_are_not_guessed(text: str) -> None:
    with pytest.raises(NotUnderstood):
        years(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4 lídři", ("lídři", 4)),
        ("liderzy: 4", ("liderzy", 4)),
        ("obyvatelé (20)", ("obyvatelé", 20)),
        ("asi dvacet obyvatel", ("asi dvacet obyvatel", None)),
        ("20", ("20", None)),
    ],
)
def test_numbers_of_people_are_told_from_words(text: str, found: tuple[str, int | None]) -> None:
    assert counted(text) == found


def test_address_is_found_among_words() -> None:
    assert web_address("viz https://example.org/a?b=c.") == "https://example.org/a?b=c"
    assert web_address("výroční zpráva") is None
