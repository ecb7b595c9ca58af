"""What is new and changed, as an Atom feed for each language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID, uuid5

from ..catalogue import Catalogue
from ..model.entry import Entry
from ..model.kinds import KINDS
from ..writing.page import address, shortened
from ..writing.writer import Writer

LENGTH = 50
"""Entries in a feed."""
FIRST = ("practice", "project", "event", "worksheet", "pack")
"""Kinds that come before the others of a day."""
SUMMARY = 280
NAMES = UUID("6f1c2d34-50a5-5a52-9d0e-7e2f0c3f6a11")
"""Under this one the ids of feeds and entries are made, so that they stay when addresses change."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed; texts are plain."""

    kind: str
    id: str
    language: str
    """Of the title, which is the original's where there is no translation."""
    title: str
    summary: str
    href: str
    updated: str


def feeds(catalogue: Catalogue, writers: Mapping[str, Writer]) -> Iterator[tuple[str, str]]:
    """Path and text of each language's feed."""
    newest = _newest(catalogue)
    for language, writer in writers.items():
        home = address(language, catalogue.languages[0])
        entries = [_entry(writer, kind, entry) for kind, entry in newest]
        updated = newest[0][1].updated if newest else catalogue.today
        text = writer.fragment(
            "feed.xml.j2",
            "/",
            entries=entries,
            id=_id("feed", language),
            updated=_moment(updated.isoformat()),
            home=_href(writer, home),
            own=_href(writer, f"{home}feed.xml"),
        )
        yield f"{home[1:]}feed.xml", text + "\n"


def _newest(catalogue: Catalogue) -> list[tuple[str, Entry]]:
    """The entries with pages that were changed last."""
    order = list(dict.fromkeys((*FIRST, *KINDS)))
    listed = [one for one in catalogue if KINDS[one[0]].address is not None]
    listed.sort(key=lambda one: (-one[1].updated.toordinal(), order.index(one[0]), one[1].id))
    return listed[:LENGTH]


def _entry(writer: Writer, kind: str, entry: Entry) -> FeedEntry:
    view = writer.view("/")
    view.watch(kind, entry)
    default = writer.library.languages[0]
    where = address(writer.language, default, KINDS[kind].address or "", entry.id)
    return FeedEntry(
        kind=kind,
        id=_id(kind, entry.id, writer.language),
        language=view.line(entry.heading).language,
        title=view.plain(entry.heading),
        summary=shortened(" ".join(view.plain(entry.gist).split()), SUMMARY),
        href=_href(writer, where),
        updated=_moment(entry.updated.isoformat()),
    )


def _href(writer: Writer, where: str) -> str:
    """With the host where the site has one, else from the host's root."""
    return writer.view(where).whole_address(where) or writer.site_root + where[1:]


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _id(*parts: str) -> str:
    return f"urn:uuid:{uuid5(NAMES, '/'.join(parts))}"
