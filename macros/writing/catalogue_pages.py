"""The pages for choosing and comparing: the whole catalogue, its facets, the matrix."""

from .choosing import FOLDER, facet_choices, facet_id, frameworks_of, in_order, labelled
from .list_pages import CHOSEN
from .page import Page
from .view import View
from .writer import Writer

TOGETHER = 50
"""Cards on the page with practices and projects; it has no table below them."""
COMPARE, MATRIX = "compare", "traceability"
"""Addresses of the comparison and of the matrix from goals to questions."""


def catalogue_page(writer: Writer) -> Page:
    """Practices and projects together."""

    def values(view: View) -> dict[str, object]:
        named = in_order(view, CHOSEN)
        entries = [(kind, view.entry(kind, id)) for kind, id, _ in named[:TOGETHER]]
        return {
            "title": view.word("catalogue.title"),
            "description": view.word("catalogue.lead"),
            "total": len(named),
            "entries": entries,
            "kinds": [kind for kind in CHOSEN if view.library.entries(kind)],
            "choosing": facet_choices(view, CHOSEN),
        }

    return writer.computed_page("catalogue/index.html.j2", (FOLDER,), values, wide=True)


def facet_page(writer: Writer, facet: str, number: int) -> Page:
    """The entries under each value of a facet, for readers without scripts."""

    def values(view: View) -> dict[str, object]:
        facets = view.library.facets
        parts = facets.parts(facet)
        here = parts[number - 1]
        title = view.word("facet.page", facet=view.word(f"facet.{facet}"))
        pages = [view.page_href(FOLDER, facet_id(facet, one)) for one in range(1, len(parts) + 1)]
        if number > 1:
            title = f"{title}, {view.word('index.page', number=number)}"
        frameworks = frameworks_of(view, facet, facets.holders[facet])
        named = {value: f" ({framework})" for value, framework in frameworks.items()}
        return {
            "title": title,
            "description": view.word("catalogue.lead"),
            "facet": facet,
            "groups": [
                (value, label + named.get(value, ""), facets.holders[facet][value])
                for value, label in labelled(view, facet, here)
            ],
            "pages": pages,
            "number": number,
        }

    return writer.computed_page(
        "catalogue/facet.html.j2", (FOLDER, facet_id(facet, number)), values
    )


def matrix_page(writer: Writer) -> Page:
    """From every goal to the questions that ask whether it was reached."""

    def values(view: View) -> dict[str, object]:
        return {
            "title": view.word("traceability.title"),
            "description": view.word("traceability.lead"),
            "matrix": view.library.traceability,
        }

    return writer.computed_page("traceability.html.j2", (MATRIX,), values, wide=True)


def compare_page(writer: Writer) -> Page:
    """The place where a reader's browser puts entries side by side."""

    def values(view: View) -> dict[str, object]:
        return {
            "title": view.word("compare.title"),
            "description": view.word("compare.lead"),
        }

    return writer.computed_page("compare.html.j2", (COMPARE,), values, wide=True)
