"""What a finished HTML page says about itself: its addresses, anchors, language and title."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from .stylesheet import addresses_in

_Attributes = list[tuple[str, str | None]]

# Attributes that interest us; all others are passed over at the cost of one look.
_TELLING = frozenset(
    {"id", "style", "href", "xlink:href", "src", "srcset", "imagesrcset", "poster", "data"}
    | {"action", "formaction"}
)
_HOLDING = frozenset({"script", "style", "svg", "title"})
_FOLLOWED = frozenset({"a", "area", "form", "button", "input"})
_LOADING_RELATIONS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"}
    | {"preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"}
)


class Reference(NamedTuple):
    """An address on a page; `loads` if a browser fetches it without being asked."""

    address: str
    loads: bool


class Page(HTMLParser):
    """One page, read once from beginning to end; `selectors` are counted on the way.

    A selector is the name of an element, `h1`, or of an element with a class, `p.lead`.
    """

    def __init__(self, html: str, selectors: Collection[str] = ()) -> None:
        super().__init__(convert_charrefs=True)
        self.references: list[Reference] = []
        self.ids: Counter[str] = Counter()
        self.names: set[str] = set()
        self.language = ""
        self.title = ""
        self.forwards = False
        """Whether the page only sends its reader on to another one."""
        self.rebased = False
        """Whether `<base>` gives every address a meaning that it does not show."""
        self.counts = dict.fromkeys(selectors, 0)
        self._selectors = [(name, *name.partition(".")[::2]) for name in selectors]
        self._counted = {element for _, element, _ in self._selectors}
        self._listening_to = ""
        self._drawings = 0
        self.feed(_telling_part(html, self._counted))
        self.close()

    @property
    def anchors(self) -> frozenset[str]:
        return frozenset(self.ids) | self.names

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines: a third of the parser's time, and nobody asks for them."""
        return j

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        for name, value in attrs:
            if name in _TELLING and value is not None:
                self._note(tag, name, value, attrs)
        if tag in self._counted:
            self._count(tag, attrs)
        match tag:
            case "html":
                self.language = _value("lang", attrs).strip()
            case "svg":
                self._drawings += 1
            case "title" if not self._drawings:  # a drawing has a title of its own
                self._listening_to = "title"
            case "style":
                self._listening_to = "style"
            case "meta" if _value("http-equiv", attrs).lower() == "refresh":
                self._note_forwarding(_value("content", attrs))
            case "a":
                self.names.add(_value("name", attrs))
            case "base":
                self.rebased = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self._listening_to:
            self._listening_to = ""
        elif tag == "svg":
            self._drawings -= 1

    def handle_data(self, data: str) -> None:
        if self._listening_to == "title":
            self.title += data.strip()
        elif self._listening_to == "style":
            self._note_style(data)

    def _note(self, tag: str, name: str, value: str, attrs: _Attributes) -> None:
        match name:
            case "id":
                self.ids[value] += 1
            case "href" | "xlink:href":
                loads = _link_loads(attrs) if tag == "link" else tag not in _FOLLOWED
                self.references.append(Reference(value, loads))
            case "srcset" | "imagesrcset":
                self.references += (Reference(each, True) for each in _candidates(value))
            case "style":
                self._note_style(value)
            case "data" if tag != "object":
                pass
            case _:
                self.references.append(Reference(value, not name.endswith("action")))

    def _note_style(self, style: str) -> None:
        self.references += (Reference(each, True) for each in addresses_in(style))

    def _note_forwarding(self, content: str) -> None:
        _, equals, address = content.partition("=")
        if equals:
            self.forwards = True
            self.references.append(Reference(address.strip(" '\""), False))

    def _count(self, tag: str, attrs: _Attributes) -> None:
        classes = _value("class", attrs).split()
        for selector, element, wanted in self._selectors:
            if element == tag and (not wanted or wanted in classes):
                self.counts[selector] += 1


def _telling_part(html: str, counted: Collection[str]) -> str:
    """Leave out the tags that say nothing here, before the parser spends its time on them:
    ends, and beginnings without attributes, unless what they hold or how many they are matters."""
    kept = "|".join(map(re.escape, sorted({*_HOLDING, *counted})))
    return re.sub(rf"<(?!/?(?:{kept})>)/?[a-zA-Z][a-zA-Z0-9]*>", "", html)


def _value(name: str, attrs: _Attributes) -> str:
    return next((value or "" for each, value in attrs if each == name), "")


def _link_loads(attrs: _Attributes) -> bool:
    return not _LOADING_RELATIONS.isdisjoint(_value("rel", attrs).lower().split())


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses in a `srcset`; a comma may be part of an address, but not of a width."""
    begins = True
    for token in srcset.split():
        if not begins:
            _, comma, token = token.partition(",")
            begins = bool(comma)
        if begins and token:
            if address := token.rstrip(","):
                yield address
            begins = token.endswith(",")
