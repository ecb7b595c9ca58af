"""Marks that stand for what differs from page to page, and how a theme may print them."""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

Printing = Callable[[str], str]
"""From a page's plain text to what a theme makes of it."""

_LETTERS = "&<>\"'\u00a0 \\{%" + "m" * 300
"""What the ways of printing treat differently, so that a mark tells through which it went; and
more of it than a theme would print of a long text if it cut it.
"""

_MARK = re.compile(r"Xq7(?P<name>[A-Z]+?)(?P<number>\d?)q(?P<letters>.*?)q7X", re.DOTALL)
_ID = "xq7q7x"
"""The mark for an id, which stands in addresses and therefore is one."""

_PART = re.compile(rf"{_MARK.pattern}|(?P<id>{_ID})", re.DOTALL)
_REST = re.compile(r"xq7|q7x", re.IGNORECASE)


class UnknownPrinting(ValueError):
    """A theme prints a mark in a way that we do not know."""


def mark(name: str, number: int | None = None) -> str:
    """Plain text that stands for ``name``; a list's items are numbered."""
    return f"Xq7{name}{'' if number is None else number}q{_LETTERS}q7X"


def bare_mark(name: str) -> str:
    """A mark that is no text but HTML, and can only be printed as it is."""
    return f"Xq7{name}qq7X"


def id_mark() -> str:
    """What stands for an id."""
    return _ID


def _plain(text: str) -> str:
    return text


def _doubly(text: str) -> str:
    """Both MkDocs and a template escape, each in its own way."""
    return _for_markup(escape(text))


def _stripped(text: str) -> str:
    """What Jinja's ``striptags`` leaves of a title that MkDocs has escaped."""
    return unescape(" ".join(escape(text).split()))


def _stripped_for_markup(text: str) -> str:
    return _for_markup(_stripped(text))


def _for_markup(text: str) -> str:
    """As Jinja escapes: quotes by number, not by name."""
    return escape(text, quote=False).replace('"', "&#34;").replace("'", "&#39;")


_PRINTINGS: Mapping[str, Printing] = {
    printing(_LETTERS): printing
    for printing in (_plain, escape, _for_markup, _doubly, _stripped, _stripped_for_markup)
}


def parts_of(html: str) -> list[tuple[str, tuple[str, int | None, Printing] | None]]:
    """``html`` cut at its marks: what stands before each, with its name, number and printing.

    The last part has no mark behind it. Raises UnknownPrinting where a mark is not as it was.
    """
    parts: list[tuple[str, tuple[str, int | None, Printing] | None]] = []
    start = 0
    for found in _PART.finditer(html):
        before = html[start : found.start()]
        start = found.end()
        if found["id"]:
            parts.append((before, ("ID", None, _plain)))
            continue
        printing = _plain if not found["letters"] else _PRINTINGS.get(found["letters"])
        if printing is None:
            raise UnknownPrinting(f"{found['name'].lower()}: {found['letters'][:60]!r}")
        number = int(found["number"]) if found["number"] else None
        parts.append((before, (found["name"], number, printing)))
    parts.append((html[start:], None))
    for literal, _ in parts:
        if left := _REST.search(literal):
            raise UnknownPrinting(repr(literal[max(0, left.start() - 30) : left.end() + 30]))
    return parts
