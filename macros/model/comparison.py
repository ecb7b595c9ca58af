"""One row of the comparison of the two countries."""

from typing import Annotated

from .entry import Order, Sourced, SourceIds
from .text import Line, Prose
from .values import Choice, Model


class Side(Model):
    """How it is in one country."""

    country: Annotated[str, Choice("countries")]
    """The country."""
    text: Prose | None
    """How it is there; null: no source says."""
    sources: SourceIds = ()
    """Where it can be checked."""


class Comparison(Sourced):
    """One thing, in both countries."""

    order: Order
    """Its place in the table."""
    sides: tuple[Side, ...]
    """One side for each country."""
    note: Line | None = None
    """What to take from it."""
