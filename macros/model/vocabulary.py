"""A closed list of values; their labels stand with the interface words."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .values import Model

VocabularyValue = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([_-][A-Za-z0-9.]+)*$")]


class Vocabulary(Model):
    """One closed list, in the order in which it is shown."""

    values: Annotated[tuple[VocabularyValue, ...], Field(min_length=1)]
    """The values; the label of each stands in data/ui as vocabulary.<list>.<value>."""
