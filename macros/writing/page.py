"""What a page is, before anybody puts it into the site's frame."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .observed import Fact


class Section(NamedTuple):
    """A heading of the second level: its anchor and its title (plain text)."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language: head facts, contents list and body.

    All texts but ``body`` are plain text and must be escaped where they are put into HTML.
    """

    address: str
    """From the site's root, with a leading and a trailing slash: /pl/practices/dum-23-bytu/."""
    language: str
    title: str
    description: str
    body: str
    """HTML of the page's article, with links relative to ``address``."""
    contents: tuple[Section, ...]
    alternates: Mapping[str, str]
    """Language -> address of the same page."""
    leads_to: str | None = None
    """Relative address that a reader is forwarded to; None: this page is the place."""
    edited_file: str | None = None
    """File that the edit link opens, from the project's root; None: a computed page."""
    wide: bool = False
    """Whether the page needs the room beside its article too."""
    structured: str = ""
    """What the page is, as JSON-LD for a script in its head; "": nothing that others would read."""
    shows: frozenset[Fact] = frozenset()
    """What was looked at while it was written."""


def address(language: str, default_language: str, *parts: str) -> str:
    """Address of a page from the site's root; the default language has no folder."""
    folders = parts if language == default_language else (language, *parts)
    return "/" + "".join(f"{folder}/" for folder in folders)


def root_from(page_address: str) -> str:
    """The way from a page to the site's root: ``../../`` from /practices/dum-23-bytu/."""
    return "../" * (page_address.count("/") - 1) or "./"


def preview_path(kind: str, language: str) -> str:
    """Where the picture for links to pages of a kind lies, from the site's root."""
    return f"assets/previews/{kind or 'handbook'}-{language}.png"


def shortened(text: str, length: int) -> str:
    """``text`` cut at a word so that it has at most ``length`` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"
