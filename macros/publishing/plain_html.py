"""HTML so plain that it can be read without a parser; what is not is left to the parser."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z-]*(?:="[^"<>]*")?)*) ?/?>')
_WRITTEN_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r' (id|href)="([^"]*)"')
_ANCHOR = re.compile(r'<[^<>]* id="([^"]*)"')
_TELLING = re.compile(
    r" (?:style|src|srcset|imagesrcset|poster|data|action|formaction|name|http-equiv)(?![\w-])"
)
_NOT_PLAIN = frozenset(
    {"base", "body", "embed", "form", "head", "html", "iframe", "img", "input", "link", "math"}
    | {"meta", "object", "plaintext", "script", "style", "textarea", "title", "xmp", "use"}
    | {"area", "audio", "image", "noembed", "noframes", "noscript", "source", "template", "video"}
)


class PlainFacts(NamedTuple):
    """What a piece of plain HTML says about itself."""

    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    """What its links lead to; nothing else in it has an address."""
    elements: Mapping[str, int]
    """The names of all its elements, and how often they occur."""


class _Tag(NamedTuple):
    element: str
    """Empty for the end of one."""
    ids: tuple[str, ...]
    addresses: tuple[str, ...]


def plain_facts(html: str) -> PlainFacts | None:
    """The facts of ``html``; None unless each ``<`` begins a simple tag of a plain element."""
    written = _WRITTEN_TAG.findall(html)
    if len(written) != html.count("<"):
        return None
    ids: list[str] = []
    addresses: list[str] = []
    elements: dict[str, int] = {}
    for text, count in Counter(written).items():
        tag = _tag(text)
        if tag is None:
            return None
        element, own, leads_to = tag
        if element:
            elements[element] = elements.get(element, 0) + count
        if own:
            ids += own * count
        if leads_to:
            addresses += leads_to
    return PlainFacts(tuple(ids), tuple(addresses), elements)


def anchors_in(html: str) -> frozenset[str]:
    """The anchors of a page whose article is plain and whose frame has none but ``id``."""
    return frozenset(map(unescape, _ANCHOR.findall(html)))


@lru_cache(4096)  # most tags of a page stand on all the others too
def _tag(written: str) -> _Tag | None:
    """What one tag says; None where it is not plain."""
    tag = _TAG.fullmatch(written)
    if tag is None or _TELLING.search(tag[3]):
        return None
    if tag[1]:
        return _Tag("", (), ())
    if tag[2] in _NOT_PLAIN:
        return None
    ids: list[str] = []
    addresses: list[str] = []
    for name, value in _ATTRIBUTE.findall(tag[3]):
        if name == "id":
            ids.append(unescape(value))
        elif tag[2] != "a":
            return None
        else:
            addresses.append(unescape(value))
    return _Tag(tag[2], tuple(ids), tuple(addresses))
