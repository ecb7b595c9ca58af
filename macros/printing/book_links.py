"""Links between the pages of the site, made into links within the book."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from .book_article import Element, Piece, anchor, linked, links

OF_SOURCES = ("source-note", "sources__more")
"""Classes of links that become a source's number."""


@dataclass(slots=True)
class Links:
    """Turns the links of one language's book.

    What leads to a page that is not in the book becomes a whole address where the site has
    one, and plain text where it has none: a book must not promise what it does not hold.
    """

    sources: str
    """Address of the folder in which the sources' pages stand."""
    chapters: Mapping[str, str]
    """Address of an index -> anchor of the chapter that stands for it."""
    site_url: str
    page_word: str
    """What stands before a page's number."""
    anchors: Collection[str]
    """All anchors in the book."""
    cited: list[str] = field(default_factory=list)
    """Ids of the sources cited, in the order of their numbers."""

    def turn(self, pieces: Sequence[Piece]) -> None:
        """All links of all pieces; sources are numbered as they come."""
        for piece in pieces:
            told: set[str] = set()
            for link, path, fragment in links(piece.section, piece.address):
                self._turn(link, path, fragment, told, piece)
            for note in piece.section.find_class("source-note"):
                _hold(note)

    def number(self, address: str) -> int:
        """The number of the source whose page stood at ``address``."""
        id = address.removeprefix(self.sources).strip("/")
        if id not in self.cited:
            self.cited.append(id)
        return self.cited.index(id) + 1

    def cite_below(self, piece: Piece, word: str) -> None:
        """An entry's list of sources as numbers: the list itself stands at the end."""
        for listed in piece.section.findall(".//ul[@class='sources']"):
            paragraph = listed.makeelement("p", {"class": "book__cited"})
            paragraph.text = f"{word}: "
            for path in dict.fromkeys(linked(listed, piece.address, self.sources)):
                link = paragraph.makeelement("a", {"href": f"#{self._source(path)}"})
                link.text = f"[{self.number(path)}]"
                link.tail = " "
                paragraph.append(link)
            heading = listed.getprevious()
            if heading is not None and heading.get("id", "").endswith("--sources"):
                heading.drop_tree()
            listed.getparent().replace(listed, paragraph)

    def _turn(
        self,
        link: Element,
        path: str,
        fragment: str,
        told: set[str],
        piece: Piece,
    ) -> None:
        if path.startswith(self.sources) and path != self.sources:
            number = self.number(path)
            link.set("href", f"#{self._source(path)}")
            if _marks_a_source(link):
                more = "sources__more" in link.get("class", "")
                link.text = f"[{number}]" if more else str(number)
            return
        whole = self.chapters.get(path, anchor(path))
        exact = f"{anchor(path)}--{fragment}"
        target = exact if fragment and exact in self.anchors else whole
        if target not in self.anchors:
            self._lead_out(link, path, fragment)
            return
        link.set("href", f"#{target}")
        if path != piece.address and target not in told:
            told.add(target)
            link.set("class", "book__reference")
            link.set("data-page", self.page_word)

    def _lead_out(self, link: Element, path: str, fragment: str) -> None:
        if not self.site_url:
            link.drop_tag()
            return
        tail = f"#{fragment}" if fragment else ""
        link.set("href", self.site_url.rstrip("/") + path + tail)

    def _source(self, address: str) -> str:
        id = address.removeprefix(self.sources).strip("/")
        return f"{anchor(self.sources)}--{id}"


def _marks_a_source(link: Element) -> bool:
    around = link.getparent()
    classes = f"{link.get('class', '')} {around.get('class', '') if around is not None else ''}"
    return any(name in classes.split() for name in OF_SOURCES)


def _hold(note: Element) -> None:
    """A number in brackets must not stand alone at the beginning of a line."""
    before = note.getprevious()
    owner, name = (note.getparent(), "text") if before is None else (before, "tail")
    text: str = getattr(owner, name) or ""
    if text.endswith(" "):
        setattr(owner, name, f"{text[:-1]}\N{NO-BREAK SPACE}")
