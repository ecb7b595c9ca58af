"""What the site's frame needs of a page beside its article: head facts and links around it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape

from .writing.page import Page, address, root_from


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    language: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Head:
    """Facts for the page's head and header; plain text, escaped where it is printed."""

    title: str
    description: str
    listed: bool
    """Whether search engines should know the page."""
    alternates: tuple[Alternate, ...]
    languages_label: str
    original_language: str | None = None
    """Language of a page of prose that is not translated; None: it is."""
    original_note: str = ""


def alternates(
    language: str, page_address: str, where: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Alternate, ...]:
    """Links from a page to itself in the other languages."""
    root = root_from(page_address)
    return tuple(
        Alternate(other, names[other], root + target[1:])
        for other, target in where.items()
        if other != language
    )


def chapter_addresses(path: str, languages: tuple[str, ...]) -> dict[str, str]:
    """Language -> address of a page of prose, from its path without a language."""
    parts = [part for part in path.split("/") if part]
    return {language: address(language, languages[0], *parts) for language in languages}


_ENTRY_LINK = re.compile(r'href="entry:([^"]*)"')


class BrokenEntryLink(LookupError):
    """A page of prose links to an entry that does not exist."""


def entry_links_resolved(html: str, resolve: Callable[[str], str | None]) -> str:
    """The HTML of a page of prose with its ``entry:`` links made into addresses.

    Raises BrokenEntryLink for a target that ``resolve`` does not know.
    """

    def address_of(match: re.Match[str]) -> str:
        target = unescape(match[1])
        found = resolve(target)
        if found is None:
            raise BrokenEntryLink(target)
        return f'href="{escape(found)}"'

    return _ENTRY_LINK.sub(address_of, html)


def title_of(page: Page) -> str:
    """The page's title as HTML."""
    return escape(page.title)
