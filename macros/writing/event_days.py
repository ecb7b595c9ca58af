"""The days of an event, as far as its source gives them."""

from collections.abc import Callable

from ..model.event import EventDates
from .library import Tongue


def event_days(dates: EventDates, tongue: Tongue, word: Callable[[str], str]) -> str:
    """Days in words; ``word`` gives the interface words for what no source says."""
    if dates.year is not None:
        return _whole_days(dates.year, dates, tongue)
    if dates.start_month is None or dates.start_day is None:
        return word("value.unknown")
    first = (dates.start_month, dates.start_day)
    end_month = dates.end_month or dates.start_month
    if dates.end_day is None:
        days = tongue.day_of_year(*first)
    else:
        days = tongue.days_range(first, (end_month, dates.end_day))
    return days + "; " + word("event.year_unknown")


def _whole_days(year: int, dates: EventDates, tongue: Tongue) -> str:
    start = tongue.date(year, dates.start_month, dates.start_day)
    if dates.end_day is None:
        return start
    end = tongue.date(year, dates.end_month or dates.start_month, dates.end_day)
    return tongue.typeset(f"{start} – {end}")
