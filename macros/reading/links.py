"""Links to entries in texts: ``[the house](entry:dum-23-bytu#limits)``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .characters import position
from .document import Document
from .problem import FieldPath, Problem, shown

_LINK = re.compile(
    r"""\]\(\s*<?entry:(?P<inline>[^)\s>]*)      # [text](entry:id "title")
      | ^[ ]{0,3}\[[^\]]+\]:\s*<?entry:(?P<reference>[^\s>]*)
      | <entry:(?P<bare>[^>\s]*)>""",
    re.VERBOSE | re.MULTILINE,
)
_SCHEME = "entry:"


_OTHER = re.compile(r"(?P<picture>!?)\[[^\]\n]*\]\(\s*<?(?P<target>[^)\s>]*)")
_SHOWN = re.compile(r"https://[^/?#@\\\s]+|entry:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EntryLink:
    """A link to ``target`` (``id`` or ``id#anchor``) and where it stands."""

    target: str
    path: str
    line: int
    column: int


def link_targets(text: str) -> Iterator[tuple[int, str]]:
    """Offset of ``entry:`` and target of each link in ``text``."""
    for match in _LINK.finditer(text):
        if match.lastgroup is not None:
            yield match.start(match.lastgroup) - len(_SCHEME), match[match.lastgroup]


def links_in_document(document: Document, raw: str, path: str) -> tuple[EntryLink, ...]:
    """All links of an entry, each with its true line, inside block scalars too."""
    if _SCHEME not in raw:
        return ()
    lines = raw.split("\n")
    links: list[EntryLink] = []
    for field, text in texts_in(document.data):
        if _SCHEME not in text:
            continue
        line, column = document.value_place(field)
        offset = sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1
        for _, target in link_targets(text):
            found = raw.find(_SCHEME + target, offset)
            if found >= 0:
                line, column = position(raw, found)
                offset = found + 1
            links.append(EntryLink(target, path, line, column))
    return tuple(links)


@dataclass(frozen=True, slots=True)
class ChapterName:
    """The name of a page of prose in an entry's field ``chapters``, and where it stands."""

    name: str
    path: str
    line: int
    column: int


def chapters_in_document(document: Document, path: str) -> tuple[ChapterName, ...]:
    """The pages of prose that an entry names."""
    names = (document.data or {}).get("chapters")
    if not isinstance(names, tuple):
        return ()
    return tuple(
        ChapterName(name, path, *document.value_place(("chapters", number)))
        for number, name in enumerate(names)
    )


# Any: whatever a YAML file can hold.
def texts_in(value: Any) -> list[tuple[FieldPath, str]]:
    """Path and text of every text inside ``value``, in the order of the file."""
    found: list[tuple[FieldPath, str]] = []
    _collect(value, (), found)
    return found


def _collect(value: Any, path: FieldPath, found: list[tuple[FieldPath, str]]) -> None:
    """A list is handed down: yielding each text up through all levels took twice the time."""
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for name, inner in value.items():
            _collect(inner, (*path, name), found)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            _collect(inner, (*path, number), found)


def links_not_shown(document: Document, path: str) -> Iterator[Problem]:
    """Links and pictures in texts that a reader will see as plain characters."""
    for field, text in texts_in(document.data):
        if "](" not in text:
            continue
        for match in _OTHER.finditer(text):
            right = _SHOWN.match(match["target"])
            if match["picture"] or not right:
                code = "PICTURE_IN_TEXT" if match["picture"] else "LINK_NOT_SHOWN"
                values = {"value": shown(match["target"])}
                place = document.value_place(field)
                yield Problem(path, *place, code, field, values, severity="warning")
