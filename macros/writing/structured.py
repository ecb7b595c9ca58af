"""What an entry is, for machines that read pages: JSON-LD with the words of schema.org.

https://schema.org/docs/schemas.html
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from ..model.dates import Period
from ..model.entry import Entry
from ..model.event import Event, EventDates
from ..model.method import Method
from ..model.organisation import Organisation
from ..model.practice import Practice
from ..model.project import Project
from ..model.source import Source
from ..model.term import Term
from ..model.values import Place
from .view import View

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"
Thing = dict[str, Any]
"""Any: JSON of no fixed form."""


def structured(view: View, entry: Entry, title: str, gist: str, address: str) -> str:
    """JSON-LD of an entry's page that can stand inside a script; absolute addresses only."""
    page: Thing = {
        "@context": CONTEXT,
        "@type": "Article",
        "headline": title,
        "description": gist,
        "inLanguage": view.language,
        "dateModified": entry.updated.isoformat(),
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "name": view.word("site.name")},
        "author": {"@type": "Organization", "name": view.word("cite.authors")},
    }
    whole = view.whole_address(address)
    if whole:
        page |= {"@id": whole, "url": whole}
    sources = getattr(entry, "sources", ())
    if sources:
        page["citation"] = [_cited(view, id) for id in sources]
    if isinstance(entry, Practice):
        page |= _where_and_when(view, entry.place, entry.country, entry.period)
    describe = _THINGS.get(type(entry))
    if describe is not None:
        page["mainEntity"] = describe(view, entry, title, gist)
    return for_script(page)


def for_script(value: Thing) -> str:
    """JSON in which nothing can end the script around it or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _cited(view: View, id: str) -> Thing:
    cited: Thing = view.remembered(("cited", id), lambda: _source(view, view.entry("source", id)))
    return cited


def _source(view: View, entry: Entry, *_: str) -> Thing:
    if not isinstance(entry, Source):
        return {}
    thing: Thing = {
        "@type": "CreativeWork",
        "name": entry.original_title,
        "inLanguage": entry.language,
    }
    if entry.issued is not None:
        thing["datePublished"] = str(entry.issued)
    if entry.publisher is not None:
        thing["publisher"] = {"@type": "Organization", "name": entry.publisher}
    if entry.web_address is not None:
        thing["url"] = entry.web_address
    return thing


def _where_and_when(view: View, place: Place | None, country: str, period: Period | None) -> Thing:
    found: Thing = {}
    if place is not None:
        found["contentLocation"] = _place(view, place, country)
    if period is not None and period.start is not None:
        found["temporalCoverage"] = f"{period.start}/{period.end or '..'}"
    return found


def _place(view: View, place: Place, country: str) -> Thing:
    address = {"@type": "PostalAddress", "addressCountry": country}
    return {"@type": "Place", "name": view.plain(place.label), "address": address}


def _event(view: View, entry: Entry, title: str, gist: str) -> Thing:
    thing: Thing = {"@type": "Event", "name": title, "description": gist}
    if not isinstance(entry, Event):
        return thing
    if entry.dates is not None and entry.dates.year is not None:
        thing["startDate"] = _start(entry.dates)
    if entry.place is not None:
        thing["location"] = _place(view, entry.place, entry.country)
    if entry.organisers:
        thing["organizer"] = [_organisation_named(view, id) for id in entry.organisers]
    return thing


def _start(dates: EventDates) -> str:
    parts = [f"{dates.year:04}"]
    for part in (dates.start_month, dates.start_day):
        if part is None:
            break
        parts.append(f"{part:02}")
    return "-".join(parts)


def _organisation_named(view: View, id: str) -> Thing:
    name = view.plain(view.entry("organisation", id).heading)
    return {"@type": "Organization", "name": name}


def _organisation(view: View, entry: Entry, title: str, gist: str) -> Thing:
    thing: Thing = {"@type": "Organization", "name": title}
    if isinstance(entry, Organisation) and entry.website is not None:
        thing["url"] = entry.website
    return thing


def _project(view: View, entry: Entry, title: str, gist: str) -> Thing:
    thing: Thing = {"@type": "Project", "name": title, "description": gist}
    if isinstance(entry, Project) and entry.lead is not None:
        thing["parentOrganization"] = _organisation_named(view, entry.lead)
    return thing


def _term(view: View, entry: Entry, title: str, gist: str) -> Thing:
    glossary = {"@type": "DefinedTermSet", "name": view.heading("kind.term.many")}
    return {
        "@type": "DefinedTerm",
        "name": title,
        "description": gist,
        "inDefinedTermSet": glossary,
    }


def _method(view: View, entry: Entry, title: str, gist: str) -> Thing:
    steps = entry.steps if isinstance(entry, Method) else ()
    thing: Thing = {"@type": "HowTo", "name": title, "description": gist}
    if steps:
        thing["step"] = [{"@type": "HowToStep", "text": view.plain(one)} for one in steps]
    return thing


_THINGS: Mapping[type[Entry], Callable[[View, Entry, str, str], Thing]] = {
    Event: _event,
    Organisation: _organisation,
    Project: _project,
    Source: _source,
    Term: _term,
    Method: _method,
}
"""Kind of entry -> what its page is about; pages of other kinds are articles and no more."""
