"""Typography for a finished piece of HTML, such as Markdown leaves it; code stays as it is."""

import re
from collections.abc import Iterator
from html import escape, unescape

from .typography import Typesetter

_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_VERBATIM = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong"}
    | {"sub", "sup", "u", "var"}
)


def typeset_html(html: str, typesetter: Typesetter) -> str:
    """``html`` with the language's spaces, quotes and dashes; tags and code are untouched.

    A sentence that runs through bold words and links is set as one line, so that a short
    word before a link holds on to it.
    """
    parts = _TAG.split(html)
    for line in _lines(parts):
        texts = [unescape(parts[index]) for index in line]
        for index, text in zip(line, typesetter.runs(texts), strict=True):
            if text != unescape(parts[index]):
                parts[index] = escape(text, quote=False)
    return "".join(parts)


def _lines(parts: list[str]) -> Iterator[list[int]]:
    """Positions of the texts that make up one line each: texts are even, tags are odd."""
    line: list[int] = []
    verbatim = 0
    for index, part in enumerate(parts):
        if index % 2 == 0:
            if part and not verbatim:
                line.append(index)
            continue
        name = _NAME.match(part)
        tag = name[1].lower() if name else ""
        if tag in _VERBATIM:
            verbatim += -1 if part.startswith("</") else 1
        if tag and tag not in _INLINE:
            if line:
                yield line
            line = []
    if line:
        yield line


def after_heading(html: str, anchor: str, addition: str) -> str:
    """``html`` with ``addition`` behind the heading of the second level that has the id."""
    start = html.find(f'<h2 id="{anchor}"')
    end = html.find("</h2>", start) + len("</h2>")
    return html if start < 0 else html[:end] + addition + html[end:]
