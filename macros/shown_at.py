"""Where readers find entries that have no page of their own: on which page of prose."""

import re
from collections.abc import Iterator, Sequence

from .catalogue import Catalogue
from .reading.chapter_file import Page
from .reading.prose import Prose
from .reading.settings import Part

SHOWN_BY = {
    "figures": "figure",
    "comparisons": "comparison",
    "evaluation_questions": "evaluation_question",
}
"""Macro -> the kind that it shows, each entry at an anchor."""

_CODE = re.compile(r"`[^`]*`")
_CALL = re.compile(rf"\{{\{{\s*({'|'.join(SHOWN_BY)})\(([^)]*)\)")
_ID = re.compile(r"[\"']([a-z0-9-]+)[\"']")

Place = tuple[str, str]
"""Name of a page of prose, and an anchor with its sign."""


def shown_at(
    catalogue: Catalogue, prose: Prose, parts: Sequence[Part]
) -> dict[tuple[str, str], Place]:
    """Kind and id -> the first place that shows the entry; chapters before other pages.

    On other pages entries stand as examples.
    """
    order = [chapter for part in parts for chapter in part.chapters]
    default = catalogue.languages[0]
    pages = [page for page in prose.pages if page.language == default]
    pages.sort(key=lambda page: order.index(page.name) if page.name in order else len(order))
    found: dict[tuple[str, str], Place] = {}
    for page in pages:
        for kind, id in _shown_on(page, catalogue):
            found.setdefault((kind, id), (page.name, f"#{place_of(kind, id)}"))
    return found


def place_of(kind: str, id: str) -> str:
    """Where a page shows an entry that has no page."""
    return f"{kind.replace('_', '-')}-{id}"


def _shown_on(page: Page, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for macro, arguments in _CALL.findall(_CODE.sub("", page.body)):
        kind = SHOWN_BY[macro]
        ids = _ID.findall(arguments) or catalogue.by_kind.get(kind, {})
        yield from ((kind, id) for id in ids)
