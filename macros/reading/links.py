"""Links to entries in texts: ``[the house](entry:dum-23-bytu#limits)``."""

import re
from collections.abc import Iterable, Iterator
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
    found = [
        (field, target)
        for field, text in texts_in(document.data, _SCHEME)
        for _, target in link_targets(text)
    ]
    targets = [target for _, target in found]
    if len(found) == raw.count(_SCHEME) and _stand_in_order(targets, raw):
        return tuple(_one_by_one(targets, raw, path))
    return tuple(_searched(document, found, raw, path))


def _stand_in_order(targets: Iterable[str], raw: str) -> bool:
    """Whether nothing but links is called so in the file, each behind the one before it."""
    starts = raw.split(_SCHEME)[1:]
    return all(start.startswith(target) for start, target in zip(starts, targets, strict=True))


def _one_by_one(targets: Iterable[str], raw: str, path: str) -> Iterator[EntryLink]:
    offset = -1
    for target in targets:
        offset = raw.index(_SCHEME, offset + 1)
        yield EntryLink(target, path, *position(raw, offset))


def _searched(
    document: Document, found: Iterable[tuple[FieldPath, str]], raw: str, path: str
) -> Iterator[EntryLink]:
    """Each link is looked for from where its text begins."""
    lines = raw.split("\n")
    begun: FieldPath | None = None
    line = column = offset = 0
    for field, target in found:
        if field != begun:
            begun = field
            line, column = document.value_place(field)
            offset = sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1
        place = raw.find(_SCHEME + target, offset)
        if place >= 0:
            line, column = position(raw, place)
            offset = place + 1
        yield EntryLink(target, path, line, column)


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
def texts_in(value: Any, sign: str) -> list[tuple[FieldPath, str]]:
    """Path and text of every text inside ``value`` that holds ``sign``, as the file has them."""
    found: list[tuple[FieldPath, str]] = []
    if value:
        _collect(value, (), sign, found)
    return found


def _collect(value: Any, path: FieldPath, sign: str, found: list[tuple[FieldPath, str]]) -> None:
    """A list is handed down: yielding each text up through all levels took twice the time."""
    for name, inner in value.items() if type(value) is dict else enumerate(value):
        kind = type(inner)
        if kind is str:
            if sign in inner:
                found.append(((*path, name), inner))
        elif kind is dict or kind is tuple:
            _collect(inner, (*path, name), sign, found)


def links_not_shown(document: Document, raw: str, path: str) -> Iterator[Problem]:
    """Links and pictures in texts that a reader will see as plain characters."""
    if "](" not in raw and "\\" not in raw:  # in quotes a backslash can stand for any sign
        return
    for field, text in texts_in(document.data, "]("):
        for match in _OTHER.finditer(text):
            right = _SHOWN.match(match["target"])
            if match["picture"] or not right:
                code = "PICTURE_IN_TEXT" if match["picture"] else "LINK_NOT_SHOWN"
                values = {"value": shown(match["target"])}
                place = document.value_place(field)
                yield Problem(path, *place, code, field, values, severity="warning")
