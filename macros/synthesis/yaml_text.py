"""Plain values → YAML as a contributor would write it.

PyYAML's own writer takes a minute for what this takes seconds for, and ten thousand entries
are what this room is for. It writes only what stands in entries: fields, lists and scalars.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from macros.reading.scalars import plain_value

_BARE = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")
_LONGEST_LINE = 100

Value = Mapping[str, "Value"] | Sequence["Value"] | str | int | float | bool | None


def yaml_text(fields: Mapping[str, Value], comment: str) -> str:
    """The fields as a file with one line of comment at its head."""
    return "\n".join((f"# {comment}", *_fields(fields, ""), ""))


def _fields(fields: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, Mapping) and value:
            yield f"{indent}{name}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, str) and ("\n" in value or len(value) > _LONGEST_LINE):
            yield f"{indent}{name}: |-"
            yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
        elif _is_list_of_fields(value):
            yield f"{indent}{name}:"
            yield from _items(value, indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _is_list_of_fields(value: Value) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _items(items: Value, indent: str) -> Iterator[str]:
    assert isinstance(items, list)
    for item in items:
        lines = _fields(item, indent + "  ")
        yield f"{indent}- {next(lines).lstrip()}"
        yield from lines


def _scalar(value: Value) -> str:
    if isinstance(value, str):
        bare = _BARE.fullmatch(value) and type(plain_value(value)) is str
        return value if bare else json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(_scalar, value))}]"
    return json.dumps(value)
