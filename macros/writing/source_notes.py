"""Notes behind sentences of a page of prose: each source has one number on the whole page."""

import re

_NOTE = re.compile(
    r'(?P<way>sources/(?P<id>[a-z0-9-]+)/">)[^<]*(?P<title><span class="source-note__title")'
)
"""A note as parts/sources.html.j2 writes it: what its link says stands before its source's name."""


def sources_noted(html: str) -> tuple[str, ...]:
    """Ids of the sources that notes name, in the order of their numbers."""
    return tuple(dict.fromkeys(found["id"] for found in _NOTE.finditer(html)))


def numbered_notes(html: str, word: str) -> str:
    """The page with its notes numbered through; ``word``: what a note calls a source."""
    numbers = {id: number for number, id in enumerate(sources_noted(html), 1)}

    def with_number(found: re.Match[str]) -> str:
        number = numbers[found["id"]]
        return f'{found["way"]}{word} {number}{found["title"]} data-number="{number}"'

    return _NOTE.sub(with_number, html)
