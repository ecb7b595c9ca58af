"""What the site's frame needs of a page beside its article: head facts and links around it."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from .assets.needs import styles_in
from .model.phrases import Phrases
from .writing.page import Page, address, preview_path, root_from
from .writing.source_notes import sources_noted
from .writing.writer import Writer

FOOT_PAGES = ("about", "contribute", "how-to-contribute", "how-to-cite", "accessibility", "privacy")
"""Pages of prose to which every page leads."""
STANDS_BELOW = {"compare": "catalogue"}
"""Folders of pages that no menu names -> the folder of the page below which they stand."""

REPORT = "report"
"""Page of prose with the short form."""
FORMS = (REPORT, "contribute", "change")
"""Pages that are forms themselves."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language."""

    language: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the foot of every page, beside who runs the edition and the licence."""

    label: str
    """What its links are, for those who hear the page."""
    links: tuple[tuple[str, str], ...]
    """Relative address and title of pages about the handbook."""
    privacy: str


@dataclass(frozen=True, slots=True)
class Head:
    """Facts for the page's head and header; plain text, escaped where it is printed."""

    language: str
    title: str
    description: str
    listed: bool
    """Whether search engines should know the page."""
    alternates: tuple[Alternate, ...]
    languages_label: str
    feed: str
    """Relative address of what is new and changed."""
    feed_title: str
    foot: Foot
    preview: str = ""
    """Whole address of the picture shown with links to the page; "" where there is none."""
    styles: tuple[str, ...] = ()
    """Stylesheets that the page loads beside those of every page."""
    structured: str = ""
    """What the page is, as JSON-LD; it can stand in a script as it is."""
    is_home: bool = False
    leads_to: str | None = None
    """Relative address that readers are forwarded to."""
    original_language: str | None = None
    """Language of a page of prose that is not translated; None: it is."""
    original_note: str = ""
    report: str = ""
    """Relative address of the form in which a page of prose is corrected; "" elsewhere."""
    search_page: str | None = None
    """Path of the page of search results; None: there is no index to search in."""
    part: str = ""
    """Path of the page of the menu below which the page stands; "" for one of the menu itself."""
    sources: str = ""
    """HTML: the sources that a page of prose names, to stand below it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Makes the heads of the pages of one language."""

    writer: Writer
    languages: tuple[str, ...]
    """The default language first."""
    language_names: Mapping[str, str]
    """Language -> what its readers call it."""
    previews: Collection[str] = ()
    """Paths of the pictures for links, from the site's root."""

    def page_head(self, page: Page, listed: bool, kind: str = "") -> Head:
        """The head of a page made from data."""
        return Head(
            language=page.language,
            title=page.title,
            description=page.description,
            listed=listed,
            alternates=self._alternates(page.address, page.alternates),
            languages_label=self.writer.phrases.word("languages.label"),
            feed=self._feed(page.address),
            feed_title=self.writer.phrases.word("feed.title"),
            structured=page.structured,
            foot=self._foot(page.address),
            preview=self._preview(kind),
            styles=styles_in(page.body),
            leads_to=page.leads_to,
            search_page=self._search_page(),
            part=self._part(page.address),
        )

    def chapter_head(
        self, path: str, title: str, description: str, written_in: str, html: str
    ) -> Head:
        """The head of a page of prose; ``path`` is its place without a language."""
        parts = [part for part in path.split("/") if part]
        where = {one: address(one, self.languages[0], *parts) for one in self.languages}
        original = written_in if written_in != self.writer.language else None
        phrases, tongue = self.writer.phrases, self.writer.tongues[written_in]
        return Head(
            language=self.writer.language,
            title=tongue.typeset(title),
            description=tongue.typeset(description),
            listed=original is None,
            alternates=self._alternates(where[self.writer.language], where),
            languages_label=phrases.word("languages.label"),
            feed=self._feed(where[self.writer.language]),
            feed_title=phrases.word("feed.title"),
            foot=self._foot(where[self.writer.language]),
            preview=self._preview(""),
            styles=styles_in(html),
            is_home=not parts,
            original_language=original,
            original_note=phrases.word("translation.page_missing") if original else "",
            report=self._report(parts, where[self.writer.language]),
            search_page=self._search_page(),
            sources=self._sources(where[self.writer.language], html),
        )

    def _report(self, parts: Sequence[str], page_address: str) -> str:
        forms = self.writer.view(page_address).page_href(REPORT)
        return "" if parts and parts[0] in FORMS else f"{forms}?page={page_address}&about=change"

    def _feed(self, page_address: str) -> str:
        home = address(self.writer.language, self.languages[0])
        return f"{root_from(page_address)}{home[1:]}feed.xml"

    def _preview(self, kind: str) -> str:
        path = preview_path(kind, self.writer.language)
        return self.writer.view("/").whole_address(f"/{path}") if path in self.previews else ""

    def _foot(self, page_address: str) -> Foot:
        view, word = self.writer.view(page_address), self.writer.phrases.word
        return Foot(word("foot.label"), tuple(view.chapters(FOOT_PAGES)), word("foot.privacy"))

    def _search_page(self) -> str | None:
        home = self.languages[0]
        own = self.writer.language
        return address(own, home, "search")[1:] if self.writer.searchable else None

    def _part(self, page_address: str) -> str:
        """The list of a kind, or what else the first folder of an address is the page of."""
        home = address(self.writer.language, self.languages[0])
        folder = page_address.removeprefix(home).partition("/")[0]
        return f"{home}{STANDS_BELOW.get(folder, folder)}/"[1:]

    def _sources(self, page_address: str, html: str) -> str:
        ids = sources_noted(html)
        name = "chapter_sources.html.j2"
        return self.writer.fragment(name, page_address, ids=ids) if ids else ""

    def _alternates(self, page_address: str, where: Mapping[str, str]) -> tuple[Alternate, ...]:
        root = root_from(page_address)
        return tuple(
            Alternate(other, self.language_names[other], root + target[1:])
            for other, target in where.items()
            if other != self.writer.language
        )


def menu_items(
    prose: Sequence[object], indexes: Mapping[str, Sequence[str]], phrases: Phrases
) -> list[object]:
    """The menu: home, the pages of prose, then the indexes of entries, section by section."""
    chapters = [_named(item, phrases) for item in prose[1:]]
    return [
        *({phrases.word("menu.home"): home} for home in prose[:1]),
        *([{phrases.word("menu.handbook"): chapters}] if chapters else []),
        *({phrases.word(f"menu.{section}"): list(paths)} for section, paths in indexes.items()),
    ]


def _named(item: object, phrases: Phrases) -> object:
    """A part of the menu with its interface word for a name; a page stays as it is."""
    if isinstance(item, dict):
        return {phrases.word(name): pages for name, pages in item.items()}
    return item


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
