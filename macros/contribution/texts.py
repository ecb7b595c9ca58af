"""Which texts the kinds of entries have: for the form in which they are corrected or translated.

All of it comes from the JSON Schemas of the models; nothing is listed a second time.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from macros.model.kinds import KINDS

# Any below: parts of JSON Schemas, nested JSON of no fixed form.


@cache  # the same for every language of a build
def texts_of_kinds() -> Mapping[str, Mapping[str, Any]]:
    """First part of a page's address -> its kind, its folder and its texts: path -> characters."""
    return {
        kind.address: {"kind": name, "folder": kind.folder, "texts": _texts(kind.model)}
        for name, kind in KINDS.items()
        if kind.address is not None
    }


def fields_of_texts() -> frozenset[str]:
    """Every field on the way to a text."""
    kinds = texts_of_kinds().values()
    return frozenset(name for kind in kinds for path in kind["texts"] for name in path.split("."))


def _texts(model: Any) -> Mapping[str, int]:
    """``steps.text``: a text of each item in the list of steps."""
    schema = model.model_json_schema()
    return dict(_found(schema, schema.get("$defs", {}), ()))


def _found(part: Any, known: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    if "$ref" in part:
        part = known[part["$ref"].rpartition("/")[2]]
    if "x-text" in part:
        yield ".".join(path), part["x-text"]["maxLength"]
        return
    inner = (*part.get("anyOf", ()), *part.get("oneOf", ()), *part.get("prefixItems", ()))
    for one in (*inner, part.get("items"), part.get("additionalProperties")):
        if isinstance(one, dict):
            yield from _found(one, known, path)
    for name, one in part.get("properties", {}).items():
        yield from _found(one, known, (*path, name))
