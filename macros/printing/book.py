"""The whole handbook in one language as one document, put together from the finished site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import lxml.html

from ..model.kinds import KINDS
from ..writing.page import address
from ..writing.printed_sheet import LAYOUTS, printed_sheet, sheet_address
from ..writing.writer import Writer
from .book_article import (
    Element,
    Piece,
    anchor,
    anchored,
    article,
    as_html,
    in_one_line,
    linked,
    lowered,
)
from .book_links import Links

SHEET_ALONE = 1
"""The first layout without steps: how to use a sheet stands on its page in the site."""


class Heading(NamedTuple):
    """A line of the contents."""

    title: str
    anchor: str


class Chapter(NamedTuple):
    """A chapter in the contents, with what stands below it."""

    title: str
    anchor: str
    sections: Sequence[Heading]


class BookPart(NamedTuple):
    """Chapters under a title of their own; "": under none."""

    title: str
    chapters: Sequence[Chapter]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the cover says of this edition."""

    author: str
    words: str
    """Who runs it, and the licence."""
    day: date


@dataclass(frozen=True, slots=True)
class Book:
    """One language's book; ``site``: the folder with the finished site."""

    writer: Writer
    site: Path
    imprint: Imprint
    sheet_layouts: Mapping[str, int] = field(default_factory=dict)
    """Id of a worksheet -> which of its layouts takes the fewest pages."""

    def html(self, parts: Sequence[tuple[str, Sequence[str]]]) -> str:
        """The document. ``parts``: titles, and the names of the chapters below each."""
        told = [(title, [self._page(self._home(name)) for name in names]) for title, names in parts]
        chapters = [piece for _, pieces in told for piece in pieces]
        collections = [
            (self._opening("term", "kind.term.about"), self._terms()),
            (self._opening("worksheet", "book.sheets_about"), self._sheets()),
            (self._opening("practice", "book.practices_about"), self._practices(chapters)),
        ]
        entries = [piece for _, pieces in collections for piece in pieces]
        links = self._links([*chapters, *entries])
        links.turn(chapters)
        for piece in entries:
            links.cite_below(piece, self.writer.phrases.word("field.sources"))
        links.turn(entries)
        for opening, pieces in collections:
            opening.section.extend(lowered(piece.section) for piece in pieces)
        added = [*(opening for opening, _ in collections), self._sources(links.cited)]
        listed = [
            *(BookPart(title, [_told(piece) for piece in pieces]) for title, pieces in told),
            BookPart("", [_told(piece, limit=40) for piece in added]),
        ]
        return self._bound(listed, [*chapters, *added])

    def _bound(self, listed: Sequence[BookPart], pieces: Sequence[Piece]) -> str:
        """Cover, contents and chapters in one document."""
        skeleton = self.writer.fragment(
            "book/book.html.j2",
            "/",
            author=self.imprint.author,
            imprint=self.imprint.words,
            day=self.imprint.day,
            parts=listed,
        )
        root = lxml.html.document_fromstring(skeleton)
        for piece in pieces:
            sort = "book__sheets" if piece.address == self._folder("worksheet") else "book__text"
            piece.section.set("class", f"book__chapter {sort}")
            root.find("body").append(piece.section)
        return as_html(root)

    def _home(self, *parts: str) -> str:
        return address(self.writer.language, self.writer.library.languages[0], *parts)

    def _folder(self, kind: str) -> str:
        return self._home(KINDS[kind].address or "")

    def _page(self, where: str, leave_out: tuple[str, ...] = ()) -> Piece:
        page = (self.site / where[1:] / "index.html").read_text("utf-8")
        return Piece(article(page, where, leave_out), where)

    def _opening(self, kind: str, about: str) -> Piece:
        """The beginning of a chapter that is put together from entries."""
        view = self.writer.view("/")
        words = (view.word(about),)
        title = view.heading(f"kind.{kind}.many")
        html = self.writer.fragment("book/part.html.j2", "/", title=title, words=words)
        return self._made(html, self._folder(kind))

    def _made(self, html: str, where: str) -> Piece:
        return Piece(anchored(lxml.html.fragment_fromstring(html.strip()), where), where)

    def _terms(self) -> list[Piece]:
        pieces = [
            self._page(self._home(KINDS["term"].address or "", entry.id))
            for entry in self.writer.view("/").entries("term")
        ]
        for piece in pieces:
            piece.section.set("class", "book__term")
            for heading in piece.section.findall(f".//h2[@id='{piece.anchor}--definition']"):
                heading.drop_tree()  # that a glossary says what a word means goes without saying
            for listed in piece.section.findall(".//ul[@class='links']"):
                in_one_line(listed)
        return pieces

    def _sheets(self) -> list[Piece]:
        return [self._sheet(entry.id) for entry in self.writer.view("/").entries("worksheet")]

    def _sheet(self, id: str) -> Piece:
        layout = LAYOUTS["print"][max(SHEET_ALONE, self.sheet_layouts.get(id, SHEET_ALONE))]
        html = printed_sheet([self.writer], "print", id, layout, lambda _: "")
        body = lxml.html.document_fromstring(html).find("body")
        body.tag = "section"
        body.set("class", f"{body.get('class')} book__sheet")
        for total in body.find_class("paper__pages"):
            total.drop_tree()  # the book's own pages are counted
        where = sheet_address(self.writer, id)
        return Piece(anchored(body, where), where)

    def _practices(self, chapters: Sequence[Piece]) -> list[Piece]:
        """Those that the chapters lead to: whoever writes a chapter chooses."""
        below = self._folder("practice")
        found = {
            path.removeprefix(below).strip("/")
            for chapter in chapters
            for path in linked(chapter.section, chapter.address, below)
        }
        pieces = [
            self._page(f"{below}{entry.id}/", ("related",))
            for entry in self.writer.view("/").entries("practice")
            if entry.id in found
        ]
        for piece in pieces:
            piece.section.set("class", "book__practice")
        return pieces

    def _sources(self, ids: Sequence[str]) -> Piece:
        html = self.writer.fragment("book/sources.html.j2", "/", ids=ids)
        return self._made(html, self._folder("source"))

    def _links(self, pieces: Sequence[Piece]) -> Links:
        indexes = [self._folder(kind) for kind in ("term", "worksheet", "practice", "source")]
        stand_for = {where: anchor(where) for where in indexes}
        own = {one.get("id") for piece in pieces for one in piece.section.iter()}
        return Links(
            sources=self._folder("source"),
            chapters=stand_for,
            site_url=self.writer.site_url,
            page_word=self.writer.phrases.word("printing.page"),
            anchors={*own, *stand_for.values()},
        )


def _told(piece: Piece, limit: int | None = None) -> Chapter:
    """The chapter's lines in the contents; none below it where they would be over ``limit``."""
    sections = [Heading(_words(one), _anchor(one)) for one in piece.section.iter("h2")]
    if limit is not None and len(sections) > limit:
        sections = []
    return Chapter(_words(piece.section.find(".//h1")), piece.anchor, sections)


def _words(heading: Element) -> str:
    return " ".join(heading.text_content().split())


def _anchor(heading: Element) -> str:
    """Its own, or that of the section that it begins."""
    own: str | None = heading.get("id")
    around = heading.iterancestors("section")
    return own or next(one.get("id") for one in around if one.get("id"))
