"""A mended line of YAML to show beside a problem."""

import json

from .problem import FieldPath, shown


def line_of(path: FieldPath, value: str) -> str:
    """The line of the field ``path`` with ``value`` as it is to be written."""
    if not path or isinstance(path[-1], int):
        return f"- {value}"
    return f"{path[-1]}: {value}"


def quoted(text: str) -> str:
    """``text`` in double quotes, as every reader of YAML understands it."""
    return json.dumps(shown(text), ensure_ascii=False)


def quoted_line(path: FieldPath, text: str) -> str:
    """The line of the field ``path`` with its text in quotes."""
    return line_of(path, quoted(text))
