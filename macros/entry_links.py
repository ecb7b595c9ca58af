"""Links to entries, in entries and in prose: does each lead somewhere, its anchor included?"""

import re
from collections.abc import Iterable, Iterator, Mapping

from .catalogue import AmbiguousTarget, Catalogue, UnknownTarget
from .model.kinds import KINDS
from .reading.entries import Data
from .reading.links import EntryLink
from .reading.nearest import nearest
from .reading.problem import Problem
from .reading.prose import Prose
from .writing.writer import Writer

_ID = re.compile(r'\bid="([^"]+)"')


def link_problems(
    data: Data, prose: Prose, catalogue: Catalogue, writers: Mapping[str, Writer]
) -> Iterator[Problem]:
    """Every link that leads nowhere, with the place where it is written."""
    unread = _unread(data)
    anchors: dict[tuple[str, str], list[str]] = {}
    for link in _links(data, prose):
        kind, _, id = link.target.partition("#")[0].rpartition("/")
        if (kind, id) not in unread:
            yield from _problems_of(link, catalogue, writers, anchors)


def _unread(data: Data) -> set[tuple[str, str]]:
    """Entries that are there but cannot be read until mended; with the kind, and with ""."""
    read = {(record.kind, record.entry.id) for record in data.records}
    gone = {(one.kind, one.tombstone.id) for one in data.tombstones}
    listed = {(kind, id) for kind, ids in data.ids.items() for id in ids}
    return {(name, id) for kind, id in listed - read - gone for name in (kind, "")}


def _links(data: Data, prose: Prose) -> Iterable[EntryLink]:
    for record in data.records:
        yield from record.links
    for page in prose.pages:
        yield from page.links


def _problems_of(
    link: EntryLink,
    catalogue: Catalogue,
    writers: Mapping[str, Writer],
    anchors: dict[tuple[str, str], list[str]],
) -> Iterator[Problem]:
    place = (link.path, link.line, link.column)
    try:
        kind, id, anchor = catalogue.find(link.target)
    except AmbiguousTarget:
        kinds = [kind for kind, entry in catalogue if entry.id == link.target.partition("#")[0]]
        choices = ", ".join(f"entry:{kind}/{link.target}" for kind in kinds)
        values = {"target": link.target, "expected": choices}
        yield Problem(*place, "AMBIGUOUS_LINK", values=values, example=choices.split(", ")[0])
        return
    except UnknownTarget:
        yield _unknown(link, catalogue)
        return
    if KINDS[kind].address is None:
        values = {"target": link.target, "kind": kind}
        yield Problem(*place, "LINK_WITHOUT_PAGE", values=values)
    elif anchor:
        if (kind, id) not in anchors:
            anchors[kind, id] = _anchors_of(kind, id, catalogue, writers)
        yield from _anchor_problems(link, (kind, id, anchor), anchors[kind, id])


def _unknown(link: EntryLink, catalogue: Catalogue) -> Problem:
    known = [f"{kind}/{entry.id}" for kind, entry in catalogue]
    name = link.target.partition("#")[0]
    near = nearest(name, known if "/" in name else [one.partition("/")[2] for one in known])
    values = {"target": link.target} | ({"nearest": near} if near else {})
    example = f"entry:{near}" if near else None
    return Problem(
        link.path, link.line, link.column, "UNKNOWN_LINK", values=values, example=example
    )


def _anchors_of(
    kind: str, id: str, catalogue: Catalogue, writers: Mapping[str, Writer]
) -> list[str]:
    """The page is written to see which places it has; none: it cannot be written yet."""
    writer = next(iter(writers.values()))
    try:
        body = writer.entry_page(kind, id, catalogue.public_file(kind, id)).body
        return _ID.findall(body)
    except UnknownTarget:
        return []  # the page needs an entry that cannot be read until it is mended


def _anchor_problems(
    link: EntryLink, found: tuple[str, str, str], anchors: list[str]
) -> Iterator[Problem]:
    kind, id, anchor = found
    if anchors and anchor not in anchors:
        near = nearest(anchor, anchors)
        values = {"target": link.target, "anchor": anchor, "expected": ", ".join(anchors)}
        example = f"entry:{kind}/{id}#{near or anchors[0]}"
        yield Problem(
            link.path, link.line, link.column, "UNKNOWN_ANCHOR", values=values, example=example
        )
