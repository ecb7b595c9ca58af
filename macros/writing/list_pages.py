"""How the list of all entries of a kind is divided into pages."""

from .view import LISTED

CHOSEN = ("practice", "project")
"""Kinds among whose entries readers choose by facets."""
CARDS = 40
"""Their entries on one page of a list, which is heavier than others by what it chooses with."""


def on_a_page(kind: str) -> int:
    """How many entries of a kind one page of their list has."""
    return CARDS if kind in CHOSEN else LISTED


def index_pages(kind: str, count: int) -> int:
    """How many pages the list of so many entries of a kind has."""
    return max(1, -(-count // on_a_page(kind)))


def index_parts(folder: str, number: int) -> tuple[str, ...]:
    """The parts of the address of a page of an index."""
    return (folder,) if number == 1 else (folder, "page", str(number))
