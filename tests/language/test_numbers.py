"""Numbers, money and plural categories follow the language."""

from decimal import Decimal

import pytest

from .languages import LOCALES, shown


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("cs", 9000, "9~000"),
        ("cs", 68300.5, "68~300,5"),
        ("pl", 9000, "9000"),
        ("pl", 68300, "68~300"),
        ("pl", Decimal("0.125"), "0,125"),
        ("en", 9000, "9,000"),
    ],
)
def test_thousands_are_set_apart(code: str, value: int | float | Decimal, expected: str) -> None:
    assert shown(LOCALES[code].number(value)) == expected


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [("cs", 64, "64~%"), ("pl", 64, "64%"), ("cs", 12.5, "12,5~%"), ("pl", 0, "0%")],
)
def test_share_is_given_in_per_cent(code: str, value: int | float, expected: str) -> None:
    assert shown(LOCALES[code].percent(value)) == expected


@pytest.mark.parametrize(
    ("code", "amount", "currency", "expected"),
    [
        ("cs", 68300, "CZK", "68~300~Kč"),
        ("cs", 12.5, "EUR", "12,50~€"),
        ("pl", 68300, "PLN", "68~300~zł"),
        ("pl", 9000, "PLN", "9000~zł"),
        ("pl", 68300, "CZK", "68~300~CZK"),
        ("en", 68300, "CZK", "CZK68,300"),
    ],
)
def test_whole_sums_have_no_decimals(
    code: str, amount: int | float, currency: str, expected: str
) -> None:
    assert shown(LOCALES[code].money(amount, currency)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("cs", {1: "one", 2: "few", 4: "few", 5: "other", 22: "other", 1.5: "many"}),
        ("pl", {1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 1.5: "other"}),
        ("en", {1: "one", 2: "other"}),
    ],
)
def test_count_chooses_a_form(code: str, expected: dict[int | float, str]) -> None:
    assert {count: LOCALES[code].plural(count) for count in expected} == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, "0 B"), (500, "500 B"), (41_000, "41 kB"), (1_450_000, "1,4 MB"), (24_600_000, "25 MB")],
)
def test_size_of_a_file_is_short(count: int, expected: str) -> None:
    assert shown(LOCALES["cs"].size(count)).replace("~", " ") == expected
