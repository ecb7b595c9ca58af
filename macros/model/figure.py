"""A figure: a number with its source."""

from typing import Annotated, ClassVar

from .dates import When
from .entry import Evidence, Sourced
from .text import Line
from .values import Choice, Number


class Figure(Sourced):
    """A number that chapters quote."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("wording", "population", "note")

    value: Number | None = None
    """The number; null: the source gives it in words only."""
    wording: Line | None = None
    """The number in the source's words, where it gives no digits."""
    unit: Annotated[str, Choice("figure_units")]
    """What is counted."""
    population: Line | None = None
    """Out of whom; null: the source does not say."""
    as_of: When | None = None
    """When; null: the source does not say."""
    evidence: Evidence
    """planned, self_reported, reported (by an outsider) or documented."""
    note: Line | None = None
    """What has to be said with it."""
