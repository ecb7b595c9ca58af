"""Dates as people write them, whole or with only the parts that a source gives."""

import re
from datetime import date
from typing import Protocol

from babel.dates import format_date, format_interval

from .rules import LanguageRules
from .signs import EN_DASH, NO_BREAK_SPACE

_LEAP_YEAR = 2000


class DateParts(Protocol):
    """A date of which a source may give only the year, or the year and the month."""

    @property
    def year(self) -> int: ...

    @property
    def month(self) -> int | None: ...

    @property
    def day(self) -> int | None: ...


def date_text(year: int, month: int | None, day: int | None, rules: LanguageRules) -> str:
    """Return a date with as many parts as are given, kept on one line.

    Raises ValueError for a day without a month and for a date that does not exist.
    """
    forms = rules.dates
    if day is not None:
        return _written(_existing(year, month, day), forms.day, rules)
    if month is not None:
        return _written(date(year, month, 1), forms.month, rules)
    return _written(date(year, 1, 1), forms.year, rules)


def day_and_month(month: int, day: int, rules: LanguageRules) -> str:
    """Return a day of no particular year; raises ValueError if no year has it."""
    return _written(date(_LEAP_YEAR, month, day), rules.dates.day_month, rules)


def days_range(first: tuple[int, int], last: tuple[int, int], rules: LanguageRules) -> str:
    """Return a range of days given as (month, day), in a year that nobody knows.

    Raises ValueError if no year has one of them.
    """
    start, end = (date(_LEAP_YEAR, month, day) for month, day in (first, last))
    interval = format_interval(start, end, skeleton="MMMMd", locale=rules.locale)
    return re.sub(r"\s", NO_BREAK_SPACE, interval)


def date_range(
    start: DateParts | None, end: DateParts | None, rules: LanguageRules, *, ongoing: str = ""
) -> str:
    """Return a range of dates; either end may be missing.

    `ongoing` is the reader's word for a range that has no end yet; without it the range reads
    as "since". Two missing ends give `ongoing`. Raises ValueError for dates that do not exist.
    """
    if start is None:
        return ongoing if end is None else _phrase(rules.dates.until, end, rules)
    if end is None:
        if not ongoing:
            return _phrase(rules.dates.since, start, rules)
        return f"{_parts_text(start, rules)}{NO_BREAK_SPACE}{EN_DASH} {ongoing}"
    first, last = _parts_text(start, rules), _parts_text(end, rules)
    if first == last:
        return first
    only_years = start.month is None and end.month is None
    dash = EN_DASH if only_years else f"{NO_BREAK_SPACE}{EN_DASH} "
    return f"{first}{dash}{last}"


def _parts_text(parts: DateParts, rules: LanguageRules) -> str:
    return date_text(parts.year, parts.month, parts.day, rules)


def _phrase(pattern: str, parts: DateParts, rules: LanguageRules) -> str:
    if parts.day is not None:
        text = _parts_text(parts, rules)
    elif parts.month is not None:
        month = date(parts.year, parts.month, 1)
        text = _written(month, rules.dates.month_in_phrase, rules)
    else:
        text = _written(date(parts.year, 1, 1), rules.dates.year_in_phrase, rules)
    return pattern.replace("{date}", text).replace(" ", NO_BREAK_SPACE)


def _existing(year: int, month: int | None, day: int) -> date:
    if month is None:
        raise ValueError(f"day {day} of {year} has no month")
    return date(year, month, day)


def _written(value: date, pattern: str, rules: LanguageRules) -> str:
    return format_date(value, pattern, rules.locale).replace(" ", NO_BREAK_SPACE)
