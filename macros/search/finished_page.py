"""A finished page of the site as text: sections, headings and lines that a reader can find."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

import lxml.html

from .record import Section

Element = Any
"""An element of lxml, which carries no types."""

LEFT_OUT = frozenset(
    {
        "page-actions",
        "kicker",
        "downloads",
        "handbook-files",
        "cite",
        "page-foot",
        "footnote-backref",
        "headerlink",
        "links",
        "source-note",
        "sources",
        "unknown",
        "proposal",
        "proposal-mark",
    }
)
"""Classes of what says nothing of the page's own matter."""
LEFT_OUT_TAGS = frozenset({"script", "style", "template", "button", "nav", "svg", "sup", "form"})
LEFT_OUT_SECTIONS = frozenset({"related", "used_by", "sources", "consent", "cite", "example"})
"""Anchors of sections that name other pages or show made-up answers."""
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
FACTS = frozenset({"facts", "ladder"})
"""Classes of lists whose terms are labels, the same on every page of a kind."""
HEADINGS = frozenset({"h2", "h3"})
LINES = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "tr", "div", "figcaption", "blockquote", "h4", "h5"}
    | {"ul", "ol", "dl", "table", "section", "aside", "caption", "br", "pre", "summary", "details"}
)
"""What stands on lines of its own."""


class FinishedPage(NamedTuple):
    """The article of a page."""

    title: str
    sections: list[Section]
    """The first one is what stands before all headings."""


class Article(NamedTuple):
    """A page as it was built."""

    address: str
    """From the site's root: /practices/dum-23-bytu/."""
    description: str
    """What the page says of itself, as it stands in its head."""
    html: str


def article(address: str, page: str) -> Article | None:
    """The article in a page's HTML; None: it has none or wants no search engine."""
    start = page.find("<article")
    end = page.find("</article>", start)
    if start < 0 or end < 0 or '<meta name="robots" content="noindex"' in page[:start]:
        return None
    described = DESCRIPTION.search(page, 0, start)
    description = " ".join(unescape(described[1]).split()) if described else ""
    return Article(address, description, page[start : end + len("</article>")])


def read(html: str) -> FinishedPage:
    """The text of an article."""
    root = lxml.html.fragment_fromstring(html)
    title = root.find(".//h1")
    text = _Text()
    text.walk(root)
    return FinishedPage(_words(title) if title is not None else "", list(text.sections()))


class _Text:
    def __init__(self) -> None:
        self._parts: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._line: list[str] = []

    def walk(self, element: Element) -> None:
        """Take the text below an element; its tail belongs to its parent."""
        for one in element:
            tag = one.tag
            if _is_left_out(one):
                pass
            elif tag in HEADINGS:
                self._begin(one)
            else:
                alone = tag in LINES
                if alone:
                    self._end_line()
                if one.text:
                    self._line.append(one.text)
                self.walk(one)
                if alone:
                    self._end_line()
            if one.tail:
                self._line.append(one.tail)

    def sections(self) -> Iterator[Section]:
        """Everything that was taken, without what names other pages and without empty parts."""
        self._end_line()
        for anchor, heading, lines in self._parts:
            if anchor not in LEFT_OUT_SECTIONS and (lines or not anchor):
                yield Section(anchor, heading, tuple(lines))

    def _begin(self, heading: Element) -> None:
        self._end_line()
        anchor = heading.get("id") or self._parts[-1][0]
        self._parts.append((anchor, _words(heading), []))

    def _end_line(self) -> None:
        words = " ".join("".join(self._line).split())
        self._line.clear()
        if len(words) > 1:
            self._parts[-1][2].append(words)


def _is_left_out(element: Element) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in LEFT_OUT_TAGS or tag == "h1":
        return True
    if tag == "dt" and any(_is_of(FACTS, one) for one in element.iterancestors("dl")):
        return True
    return _is_of(LEFT_OUT, element)


def _is_of(classes: frozenset[str], element: Element) -> bool:
    return not classes.isdisjoint(element.get("class", "").split())


def _words(element: Element) -> str:
    return " ".join(element.text_content().split())
