"""Which pages look at the whole, where they stand in the menu, and what each is filled with."""

from collections.abc import Callable, Mapping

from ..catalogue import Catalogue
from ..writing.page import Page
from ..writing.view import View
from ..writing.writer import Writer
from .codebook import codebook_values
from .counts import numbers_values
from .downloads import downloads_values
from .materials import Materials
from .places import map_values
from .times import timeline_values

SECTIONS = {
    "map": "catalogue",
    "timeline": "catalogue",
    "numbers": "catalogue",
    "open-data": "reference",
    "codebook": "reference",
}
"""Address of a page -> section of the menu."""

Values = Callable[[View, Catalogue, Materials], Mapping[str, object]]
_VALUES: Mapping[str, Values] = {
    "map": map_values,
    "timeline": lambda view, catalogue, _: timeline_values(view, catalogue),
    "numbers": lambda view, catalogue, _: numbers_values(view, catalogue),
    "open-data": lambda _, catalogue, materials: downloads_values(catalogue, materials),
    "codebook": lambda view, catalogue, _: codebook_values(view, catalogue),
}


def overview_page(name: str, catalogue: Catalogue, writer: Writer, materials: Materials) -> Page:
    """The page at ``name`` in the writer's language."""
    return writer.overview_page(name, lambda view: _VALUES[name](view, catalogue, materials))
