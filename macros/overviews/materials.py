"""What pages that look at the whole are made from, beside the catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..drawing.topology import Ring


@dataclass(frozen=True, slots=True, repr=False)
class Materials:
    """Nothing of it need be there: a page says what it has."""

    data_sizes: Mapping[str, int] = field(default_factory=dict)
    """Path of a file of open data -> its bytes."""
    outlines: Mapping[str, Sequence[Ring]] = field(default_factory=dict)
    """Country -> its borders."""
