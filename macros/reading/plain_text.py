"""Text without quotes: what YAML silently takes away from it or adds to it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from .mending import quoted_line
from .problem import FieldPath, Problem

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_NO_TEXT = re.compile(r"[a-z0-9_-]*|[A-Z0-9.-]*")
"""An id, a choice, or nothing at all: what follows it after # is but a comment."""


# Any: PyYAML's own types leave out that a scalar always has marks.
def plain_text_problems(
    scalar: Any, lines: Sequence[str], field: FieldPath, path: str
) -> Iterator[Problem]:
    """Text lost behind # and list items taken for text, at the place of either."""
    yield from _lost(scalar, lines, field, path)
    yield from _swallowed(scalar, lines, field, path)


def _lost(scalar: Any, lines: Sequence[str], field: FieldPath, path: str) -> Iterator[Problem]:
    """``cs: Block of flats #5`` is cut at the sign."""
    line, column = scalar.end_mark.line, scalar.end_mark.column
    rest = lines[line][column:]
    is_text = field and (
        _LANGUAGE.fullmatch(str(field[-1])) or not _NO_TEXT.fullmatch(scalar.value)
    )
    if is_text and rest.lstrip().startswith("#"):
        place = line + 1, column + rest.index("#") + 1
        example = quoted_line(field, (scalar.value + rest).strip())
        yield Problem(path, *place, "HASH_IN_TEXT", field, example=example)


def _swallowed(scalar: Any, lines: Sequence[str], field: FieldPath, path: str) -> Iterator[Problem]:
    """A list item indented too far becomes part of the text above it."""
    for number in range(scalar.start_mark.line + 1, scalar.end_mark.line + 1):
        line = lines[number]
        if line.lstrip().startswith("- "):
            column = len(line) - len(line.lstrip()) + 1
            yield Problem(path, number + 1, column, "BAD_INDENTATION", field)
