"""When projects ran and events were held, on one line of years."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..drawing.bars import Measure, Part, chart
from ..model.dates import Period
from ..model.entry import Entry
from ..model.event import Event, EventDates
from ..model.project import Project
from ..writing.view import LISTED, View

YEARS_APART = {8: 1, 16: 2, 40: 5}
"""For how many years at most -> how far the lines of the scale lie apart."""
STUB = datetime.timedelta(365)
"""How long a bar is whose end no source tells: it says no more than where it begins."""


@dataclass(frozen=True, slots=True)
class Span:
    """An entry with its first and last day; the last one is open where no source tells it."""

    kind: str
    entry: Entry
    start: datetime.date
    end: datetime.date | None


def timeline_values(view: View, catalogue: Catalogue) -> Mapping[str, object]:
    """What the timeline's template draws and lists; of very many, the latest."""
    spans: list[Span] = []
    undated: list[tuple[str, Entry]] = []
    for kind in ("project", "event"):
        for entry in catalogue.entries(kind):
            span = _span(kind, entry)
            if span is None:
                undated.append((kind, entry))
            else:
                spans.append(span)
    spans.sort(key=lambda one: (one.start, one.kind, one.entry.id))
    total, spans = len(spans), spans[-LISTED:]
    return {
        "spans": spans,
        "has_events": any(span.kind == "event" for span in spans),
        "undated": undated[:LISTED],
        "total": total,
        "chart": _chart(view, spans) if spans else None,
    }


def _span(kind: str, entry: Entry) -> Span | None:
    if isinstance(entry, Project) and entry.period is not None and entry.period.start is not None:
        return Span(kind, entry, entry.period.start.first_day, _end(entry.period))
    if isinstance(entry, Event) and entry.dates is not None and entry.dates.year is not None:
        return Span(kind, entry, *_days(entry.dates, entry.dates.year))
    return None


def _end(period: Period) -> datetime.date | None:
    return period.end.last_day if period.end is not None else None


def _days(dates: EventDates, year: int) -> tuple[datetime.date, datetime.date]:
    month, day = dates.start_month or 1, dates.start_day or 1
    start = datetime.date(year, month, day)
    if dates.end_day is None:
        return start, start
    return start, datetime.date(year, dates.end_month or month, dates.end_day)


def _chart(view: View, spans: list[Span]) -> object:
    """One bar for each; a bar without a known end is only a beginning."""
    first = min(span.start.year for span in spans)
    last = max((span.end or span.start).year for span in spans) + 1
    begin = datetime.date(first, 1, 1)
    days = (datetime.date(last, 1, 1) - begin).days

    def share(day: datetime.date) -> float:
        return min(1.0, (day - begin).days / days)

    measures = [
        Measure(
            view.plain(span.entry.heading),
            [
                Part(
                    share(span.start),
                    share((span.end or span.start + STUB) + datetime.timedelta(1)),
                    span.kind if span.end else "open",
                )
            ],
        )
        for span in spans
    ]
    apart = next((step for most, step in YEARS_APART.items() if last - first <= most), 10)
    years = [year for year in range(first, last) if year % apart == 0]
    return chart(measures, [(share(datetime.date(year, 1, 1)), str(year)) for year in years])
