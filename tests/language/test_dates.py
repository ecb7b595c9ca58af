"""Dates read as people write them, however little the source gives."""

from dataclasses import dataclass
from datetime import date

import pytest

from .languages import LOCALES, shown


@dataclass(frozen=True)
class Given:
    year: int
    month: int | None = None
    day: int | None = None


@pytest.mark.parametrize(
    ("code", "parts", "expected"),
    [
        ("cs", (2023, 9, 1), "1.~9.~2023"),
        ("cs", (2023, 9), "září~2023"),
        ("cs", (2023,), "2023"),
        ("pl", (2023, 9, 1), "1~września~2023~r."),
        ("pl", (2023, 9), "wrzesień~2023"),
        ("pl", (2023,), "2023"),
        ("en", (2023, 9, 1), "1~September~2023"),
    ],
)
def test_date_shows_the_parts_it_has(code: str, parts: tuple[int, ...], expected: str) -> None:
    assert shown(LOCALES[code].date(*parts)) == expected


@pytest.mark.parametrize(("code", "expected"), [("cs", "5.~ledna"), ("pl", "5~stycznia")])
def test_day_of_no_year_names_its_month(code: str, expected: str) -> None:
    assert shown(LOCALES[code].day_of_year(1, 5)) == expected


@pytest.mark.parametrize(
    ("code", "start", "end", "ongoing", "expected"),
    [
        ("cs", Given(2023, 9, 1), Given(2026, 8, 31), "", "1.~9.~2023~– 31.~8.~2026"),
        ("cs", date(2023, 9, 1), date(2023, 9, 1), "", "1.~9.~2023"),
        ("cs", Given(2019), Given(2022), "", "2019–2022"),
        ("cs", Given(2019), Given(2019), "", "2019"),
        ("cs", Given(2023, 1), None, "", "od~ledna~2023"),
        ("cs", None, Given(2023), "", "do~roku~2023"),
        ("cs", Given(2023, 1), None, "dosud", "leden~2023~– dosud"),
        ("cs", None, None, "trvá", "trvá"),
        ("cs", None, None, "", ""),
        (
            "pl",
            Given(2023, 9, 1),
            Given(2026, 8, 31),
            "",
            "1~września~2023~r.~– 31~sierpnia~2026~r.",
        ),
        ("pl", Given(2010), Given(2013), "", "2010–2013"),
        ("pl", Given(2023, 9), None, "", "od~września~2023~r."),
        ("pl", None, Given(2023), "", "do~2023~r."),
        ("pl", Given(2010), Given(2013, 5), "", "2010~– maj~2013"),
    ],
)
def test_range_may_miss_an_end(
    code: str, start: Given | date | None, end: Given | date | None, ongoing: str, expected: str
) -> None:
    assert shown(LOCALES[code].date_range(start, end, ongoing)) == expected


@pytest.mark.parametrize("parts", [(2023, None, 5), (2023, 2, 30), (2023, 13, None)])
def test_date_that_does_not_exist_is_refused(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError, match=r"month|day"):
        LOCALES["cs"].date(*parts)


def test_written_dates_are_already_typeset() -> None:
    for code in ("cs", "pl"):
        locale = LOCALES[code]
        for text in (locale.date(2023, 9, 1), locale.date_range(Given(2019, 1, 2), Given(2020))):
            assert locale.typeset(text) == text


@pytest.mark.parametrize(
    ("code", "first", "last", "expected"),
    [
        ("cs", (11, 4), (11, 6), "4.–6.~11."),
        ("cs", (11, 28), (12, 2), "28.~11.~–~2.~12."),
        ("pl", (11, 4), (11, 6), "4–6~listopada"),
        ("pl", (11, 28), (12, 2), "28~listopada~–~2~grudnia"),
    ],
)
def test_days_of_an_unknown_year(
    code: str, first: tuple[int, int], last: tuple[int, int], expected: str
) -> None:
    assert shown(LOCALES[code].days_range(first, last)) == expected
