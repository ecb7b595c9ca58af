"""A finished page of the site as a part of the book: trimmed, its links turned inwards."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import lxml.html

Element = Any
"""An element of lxml, which carries no types."""


class Piece(NamedTuple):
    """What a page of the site has become, and the address at which it stood."""

    section: Element
    address: str

    @property
    def anchor(self) -> str:
        return anchor(self.address)


NOT_FOR_PAPER = frozenset(
    {
        "page-actions",
        "kicker",
        "downloads",
        "handbook-files",
        "cite",
        "page-foot",
        "related__why",
        "sign",
        "leaders",
        "source-note__title",
        "footnote-backref",
    }
)
"""Classes of what only a screen needs."""
NOT_FOR_BOOKS = ("photos", "used_by")
"""Anchors of sections that only a site needs."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
OF_SCREENS = ("role", "tabindex", "aria-label", "aria-hidden", "focusable", "rel")


def article(page: str, address: str, leave_out: tuple[str, ...] = ()) -> Element:
    """The article of a finished page, which stood at ``address``; its anchors begin with that
    address's own. ``leave_out``: anchors of sections that the book does not want."""
    root = lxml.html.document_fromstring(page)
    section = root.find(".//article")
    if section is None:
        raise LookupError(address)
    section.tag = "section"
    section.attrib.clear()
    _trim(section, (*NOT_FOR_BOOKS, *leave_out))
    return anchored(section, address)


def anchored(section: Element, address: str) -> Element:
    """The section with its address as its anchor, and all anchors in it made its own."""
    own = anchor(address)
    for one in section.iter(lxml.etree.Element):
        if "id" in one.attrib:
            one.set("id", f"{own}--{one.get('id')}")
    section.set("id", own)
    return section


def anchor(address: str) -> str:
    """The anchor in the book of the page that stood at ``address``."""
    return "at-" + address.strip("/").replace("/", "-")


def lowered(section: Element) -> Element:
    """The section with every heading one level lower: it becomes a part of something larger."""
    for heading in list(section.iter(*HEADINGS)):
        heading.tag = HEADINGS[HEADINGS.index(heading.tag) + 1] if heading.tag != "h5" else "h6"
    return section


def in_one_line(listed: Element) -> None:
    """A short list as a paragraph."""
    listed.tag = "p"
    items = list(listed.iter("li"))
    for item in items:
        item.tail = "" if item is items[-1] else "; "
        item.drop_tag()


def links(section: Element, address: str) -> Iterator[tuple[Element, str, str]]:
    """Every link inside the site: the element, the address it leads to, and the anchor there."""
    for link in list(section.iter("a")):
        href = link.get("href")
        parts = urlsplit(href or "")
        if href is None or parts.scheme or parts.netloc:
            continue
        whole = urlsplit(urljoin(address, href))
        yield link, whole.path, whole.fragment


def linked(section: Element, address: str, below: str) -> list[str]:
    """Addresses of the pages in the folder ``below`` that the section links to."""
    found = (path for _, path, _ in links(section, address))
    return [path for path in found if path.startswith(below) and path != below]


def as_html(root: Element) -> str:
    """The document as text."""
    for drawing in root.iter("svg"):  # the reader of HTML knows no capitals and no namespaces
        drawing.set("xmlns", "http://www.w3.org/2000/svg")
        if "viewbox" in drawing.attrib:
            drawing.set("viewBox", drawing.attrib.pop("viewbox"))
    text: str = lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html>")
    return text


def _trim(section: Element, anchors: tuple[str, ...]) -> None:
    _drop(section, lambda one: not NOT_FOR_PAPER.isdisjoint(one.get("class", "").split()))
    _drop(section, lambda one: one.tag in ("script", "style", "button", "nav"))
    for heading in list(section.iter("h2")):
        if heading.get("id") in anchors:
            _drop_section(heading)
    for one in section.xpath(".//dl/div"):
        one.drop_tag()  # PDF's tags know no groups in a list
    for link in section.xpath(".//a[count(*) = 1 and not(text()[normalize-space()])]"):
        _turn_out(link)
    for one in section.iter(lxml.etree.Element):
        for name in OF_SCREENS:
            one.attrib.pop(name, None)


def _drop(section: Element, unwanted: Callable[[Element], bool]) -> None:
    for one in list(section.iter(lxml.etree.Element)):
        if one is not section and unwanted(one):
            one.drop_tree()


def _drop_section(heading: Element) -> None:
    """A heading and all that stands below it, up to the next one."""
    following = heading.getnext()
    while following is not None and following.tag not in ("h1", "h2"):
        after = following.getnext()
        following.drop_tree()
        following = after
    heading.drop_tree()


def _turn_out(link: Element) -> None:
    """What marks a whole link goes around it: inside, it would keep the link from being tagged
    as one."""
    mark = link[0]
    around = link.makeelement(mark.tag, dict(mark.attrib))
    around.tail, link.tail = link.tail, None
    mark.drop_tag()
    link.getparent().replace(link, around)
    around.append(link)
