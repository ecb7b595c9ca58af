"""Numbers, shares, money, file sizes and plural categories, as Babel knows them."""

from decimal import Decimal
from typing import Literal, TypeAlias, cast

from babel import Locale
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from .rules import LanguageRules

Number: TypeAlias = int | float | Decimal
PluralCategory: TypeAlias = Literal["one", "few", "many", "other"]

_SIZES = ((10**9, "gigabyte"), (10**6, "megabyte"), (10**3, "kilobyte"), (1, "byte"))


def number_text(value: Number, rules: LanguageRules) -> str:
    """Return a number with the language's decimal mark and its thousands set apart."""
    return format_decimal(
        value,
        locale=rules.locale,
        decimal_quantization=False,
        group_separator=_is_grouped(value, rules),
    )


def percent_text(value: Number, rules: LanguageRules) -> str:
    """Return a share given in per cent: 64 stands for 64 of a hundred."""
    pattern = Locale.parse(rules.locale).percent_formats[None].pattern
    return str(pattern).replace("#,##0", number_text(value, rules))


def money_text(amount: Number, currency: str, rules: LanguageRules) -> str:
    """Return a sum of money, without decimals when it is a whole one.

    `currency` is an ISO 4217 code: CZK, PLN, EUR.
    """
    pattern = str(Locale.parse(rules.locale).currency_formats["standard"].pattern)
    if amount == int(amount):
        pattern = pattern.replace(".00", "")
    return format_currency(
        amount,
        currency,
        pattern,
        rules.locale,
        currency_digits=False,
        group_separator=_is_grouped(amount, rules),
    )


def plural_category(count: Number, rules: LanguageRules) -> PluralCategory:
    """Return the CLDR category that chooses a counted noun's form."""
    return cast(PluralCategory, Locale.parse(rules.locale).plural_form(count))


def size_text(count: int, rules: LanguageRules) -> str:
    """Return a file's size, given in bytes, in decimal units: 1 MB is 1,000,000 bytes."""
    size, unit = next(step for step in _SIZES if count >= step[0] or step[0] == 1)
    amount = round(count / size, 1 if size >= 10**6 and count < 10 * size else None)
    return format_unit(amount, f"digital-{unit}", "short", locale=rules.locale)


def _is_grouped(value: Number, rules: LanguageRules) -> bool:
    return bool(abs(value) >= 10 ** (rules.grouped_from - 1))
