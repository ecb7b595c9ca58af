"""A finished page of the site as text: sections, headings and lines that a reader can find."""

from collections.abc import Iterator
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
LEFT_OUT_SECTIONS = frozenset({"related", "used_by", "sources", "consent", "cite"})
"""Anchors of sections that name other pages."""
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


def article(page: str) -> str | None:
    """The article in a page's HTML; None: it has none or wants no search engine."""
    start = page.find("<article")
    end = page.find("</article>", start)
    if start < 0 or end < 0 or '<meta name="robots" content="noindex"' in page[:start]:
        return None
    return page[start : end + len("</article>")]


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
    return not LEFT_OUT.isdisjoint(element.get("class", "").split())


def _words(element: Element) -> str:
    return " ".join(element.text_content().split())
