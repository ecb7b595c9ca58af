"""The text of an article by sections and lines, taken tag by tag."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from .record import Section

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
        "sheet__sources",
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
FACTS = frozenset({"facts", "ladder"})
"""Classes of lists whose terms are labels, the same on every page of a kind."""
TITLE = "h1"
HEADINGS = frozenset({"h2", "h3"})
NAMES = HEADINGS | {TITLE}
LINES = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "tr", "div", "figcaption", "blockquote", "h4", "h5"}
    | {"ul", "ol", "dl", "table", "section", "aside", "caption", "br", "pre", "summary", "details"}
)
"""What stands on lines of its own."""
ALONE = frozenset({"area", "br", "col", "hr", "img", "input", "source", "wbr"})
"""Elements without an end."""
_TAG = re.compile(r'([a-z][a-z0-9]*)((?:\s+[\w:.-]+(?:="[^"]*")?)*)\s*(/?)')
_CLASS = re.compile(r'\sclass="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


class _Tag(NamedTuple):
    """The beginning of an element."""

    name: str
    left_out: bool
    labels: bool
    """It is a list whose terms are labels."""
    empty: bool
    anchor: str


class ArticleText:
    """One article."""

    def __init__(self) -> None:
        self.title = ""
        self._parts: list[tuple[str, str, list[str]]] = [("", "", [])]
        self._line: list[str] = []

    def take(self, html: str) -> bool:
        """Take everything; False where only a parser knows what ends where."""
        around: list[str] = []
        lists: list[bool] = []
        # What is taken apart or left out, and how many elements are open around it.
        apart: _Tag | None = None
        depth, into = -1, self._line
        for piece in html.split("<")[1:]:
            written, closed, text = piece.partition(">")
            if written.startswith("/"):
                name = written[1:]
                if not around or around.pop() != name:
                    return False
                if name == "dl":
                    lists.pop()
                ended = len(around) == depth
            else:
                tag = _tag(written)
                if tag is None or not closed:
                    return False
                name, left_out, labels, empty, _ = tag
                if apart is None and (
                    left_out or name in NAMES or (name == "dt" and True in lists)
                ):
                    apart, depth, into = tag, len(around), []
                ended = empty and len(around) == depth
                if not empty:
                    around.append(name)
                    if name == "dl":
                        lists.append(labels)
            if ended:
                self._name(apart, into)
                apart, depth, into = None, -1, self._line
            elif apart is None and into and name in LINES:
                self._end_line()
            if text and (into or not text.isspace()):
                into.append(text)
        return not around

    def sections(self) -> Iterator[Section]:
        """Everything that was taken, without what names other pages and without empty parts."""
        self._end_line()
        for anchor, heading, lines in self._parts:
            if anchor not in LEFT_OUT_SECTIONS and (lines or not anchor):
                yield Section(anchor, heading, tuple(lines))

    def _name(self, apart: _Tag | None, told: list[str]) -> None:
        if apart is None or apart.left_out:
            pass
        elif apart.name == TITLE:
            self.title = self.title or _words(told)
        elif apart.name in HEADINGS:
            self._end_line()
            self._parts.append((apart.anchor or self._parts[-1][0], _words(told), []))

    def _end_line(self) -> None:
        if self._line:
            words = _words(self._line)
            self._line.clear()
            if len(words) > 1:
                self._parts[-1][2].append(words)


@lru_cache(4096)  # most tags are written like many others
def _tag(written: str) -> _Tag | None:
    """The beginning of an element; None where it is not as our own pages have it."""
    tag = _TAG.fullmatch(written)
    if tag is None:
        return None
    name, attributes, slash = tag.groups()
    found, anchor = _CLASS.search(attributes), _ID.search(attributes)
    classes = found[1].split() if found else ()
    left_out = name in LEFT_OUT_TAGS or not LEFT_OUT.isdisjoint(classes)
    labels = not FACTS.isdisjoint(classes)
    empty = bool(slash) or name in ALONE
    return _Tag(name, left_out, labels, empty, unescape(anchor[1]) if anchor else "")


def _words(told: list[str]) -> str:
    words = " ".join("".join(told).split())
    return " ".join(unescape(words).split()) if "&" in words else words
