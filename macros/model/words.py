"""The words of the interface in one language."""

from typing import Annotated

from pydantic import RootModel, StringConstraints

WordKey = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9_]*(\.[A-Za-z0-9_-]+)*$")
]
"""Dotted, flat: ``worksheet.title``; the last parts may be values of a closed list."""
Wording = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=2000)
]


class InterfaceWords(RootModel[dict[WordKey, Wording]]):
    """Key -> word or sentence, the same keys in every language."""
