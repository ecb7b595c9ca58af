"""The mark of data that were made up for measuring."""

from typing import Annotated

from pydantic import Field

from .values import Model


class Synthetic(Model):
    """How a collection was made, so that it can be made again."""

    seed: int
    """What its dice began with."""
    practices: Annotated[int, Field(ge=0)]
    """How many practices were made up."""
    projects: Annotated[int, Field(ge=0)]
    """How many projects were made up."""
