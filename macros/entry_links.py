"""Links to entries, in entries and in prose: does each lead somewhere, its anchor included?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import cast

from .catalogue import AmbiguousTarget, Catalogue, UnknownTarget
from .model.kinds import KINDS
from .model.practice import Practice
from .reading.entries import Data
from .reading.links import EntryLink
from .reading.nearest import nearest
from .reading.problem import Problem
from .reading.prose import Prose
from .related import Relation, relations
from .writing.library import Library
from .writing.writer import Writer

_ID = re.compile(r'\bid="([^"]+)"')


def link_problems(
    data: Data, prose: Prose, catalogue: Catalogue, writers: Mapping[str, Writer]
) -> Iterator[Problem]:
    """Every link that leads nowhere, with the place where it is written."""
    unread = _unread(data)
    anchors: dict[tuple[str, str], list[str]] = {}
    sound: set[str] = set()
    for link in _links(data, prose):
        if link.target in sound:
            continue
        kind, _, id = link.target.partition("#")[0].rpartition("/")
        if (kind, id) not in unread:
            problems = list(_problems_of(link, catalogue, writers, anchors))
            if not problems:
                sound.add(link.target)
            yield from problems


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
    few = cast(Library, _FewUsers(catalogue))
    writer = replace(writer, library=few, memory={})
    try:
        body = writer.entry_page(kind, id, catalogue.public_file(kind, id)).body
        return _ID.findall(body)
    except UnknownTarget:
        return []  # the page needs an entry that cannot be read until it is mended


class _FewUsers:
    """The catalogue, where of many entries that refer to one, or are like it, one is told.

    The places of a page are the same, and thousands of links need not be written, nor all
    practices be compared.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def __getattr__(self, name: str) -> object:
        return getattr(self._catalogue, name)

    def users(self, kind: str, id: str) -> Mapping[str, Sequence[str]]:
        named = self._catalogue.named_by(kind, id)
        users = self._catalogue.users(kind, id).items()
        others = {user: [one for one in ids if (user, one) not in named] for user, ids in users}
        return {user: ids[:1] for user, ids in others.items()}

    def related_to(self, id: str) -> Sequence[Relation]:
        practice = self._catalogue.entry("practice", id)
        if not isinstance(practice, Practice):
            return ()
        others = (one for one in self._catalogue.practices if one.id != id)
        return tuple(islice((one for one in relations(practice, others) if one.shared), 1))


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
