"""HTML so plain that it can be read without a parser; what is not is left to the parser."""

import re
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z-]*(?:="[^"<>]*")?)*)>')
_ATTRIBUTE = re.compile(r' (id|href)="([^"]*)"')
_TELLING = re.compile(
    r" (?:style|src|srcset|imagesrcset|poster|data|action|formaction|name|http-equiv)\b"
)
_NOT_PLAIN = frozenset(
    {"base", "body", "embed", "form", "head", "html", "iframe", "img", "input", "button", "link"}
    | {"math", "meta", "object", "plaintext", "script", "style", "svg", "textarea", "title", "xmp"}
    | {"area", "audio", "image", "noembed", "noframes", "noscript", "source", "template", "video"}
)


class PlainFacts(NamedTuple):
    """What a piece of plain HTML says about itself."""

    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    """What its links lead to; nothing else in it has an address."""
    elements: tuple[str, ...]
    """The names of all its elements, as often as they occur."""


def plain_facts(html: str) -> PlainFacts | None:
    """The facts of ``html``; None unless each ``<`` begins a simple tag of a plain element."""
    tags: list[tuple[str, str, str]] = _TAG.findall(html)
    if len(tags) != html.count("<"):
        return None
    elements = tuple(name for slash, name, _ in tags if not slash)
    if not _NOT_PLAIN.isdisjoint(elements):
        return None
    ids: list[str] = []
    addresses: list[str] = []
    for _, element, attributes in tags:
        if not attributes:
            continue
        if _TELLING.search(attributes):
            return None
        for name, value in _ATTRIBUTE.findall(attributes):
            if name == "id":
                ids.append(unescape(value) if "&" in value else value)
            elif element != "a":
                return None
            else:
                addresses.append(unescape(value) if "&" in value else value)
    return PlainFacts(tuple(ids), tuple(addresses), elements)
