"""Plain values → YAML as a contributor would write it.

PyYAML's own writer takes a minute for what this takes seconds for where ten thousand entries
are made up. It writes only what stands in entries: fields, lists and scalars, and every text so
that all readers of YAML read it alike.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from macros.reading.scalars import plain_value

_BARE = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")
_LONGEST_LINE = 100
_LINE = r"[^\W_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*"
_BLOCK = re.compile(rf"(?:{_LINE}\n\n?)*{_LINE}")
"""Lines that begin with a letter or digit: no indentation and no sign that could be lost."""

Value = Mapping[str, "Value"] | Sequence["Value"] | str | int | float | bool | None


def yaml_text(fields: Mapping[str, Value], comment: str) -> str:
    """The fields as a file with a comment at its head."""
    head = (f"# {line}".rstrip() for line in comment.split("\n"))
    return "\n".join((*head, *_fields(fields, ""), ""))


def _fields(fields: Mapping[str, Value], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, Mapping) and value:
            yield f"{indent}{name}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, str) and _is_block(value):
            yield f"{indent}{name}: |-"
            yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
        elif _is_list_of_fields(value):
            yield f"{indent}{name}:"
            yield from _items(value, indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}"


def _is_block(text: str) -> bool:
    """Whether ``text`` is long, and safe to be written as it is below its field."""
    long = "\n" in text or len(text) > _LONGEST_LINE
    return long and _BLOCK.fullmatch(text) is not None


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
