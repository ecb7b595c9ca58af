"""Schemas of the data files: of an entry with its id, never withdrawn, and of the catalogue.

In data/catalogue.json an entry has more fields than in the file of its kind; its schema knows
them, and that of the catalogue requires them.
"""

import json
from collections.abc import Iterator, Mapping

from ..model.entry import Tombstone
from ..model.json_schema import DIALECT, Schema, facts_schema
from ..model.kinds import KINDS
from ..model.values import ID_MAX_LENGTH, ID_PATTERN

FOLDER = "data/schema/"
CATALOGUE = "catalogue"
HANDBOOK = "handbook"
"""The whole as an entry of the catalogue: it has a name, pages and files, and nothing else."""


def published_schemas(
    schemas: Mapping[str, Schema], languages: tuple[str, ...], home: str
) -> Iterator[tuple[str, Iterator[str]]]:
    """Path and text of the schema of each kind, and of the catalogue with all of them in it.

    ``schemas``: of files in data/; ``home``: the site's address, or its root where it has none.
    """
    facts = facts_schema(languages)
    kinds = {name: _of_kind(schemas[name], name, facts, home) for name in KINDS}
    for name, schema in kinds.items():
        yield _path(name), _written(schema)
    yield _path(CATALOGUE), _written(_of_catalogue(kinds, facts, languages, home))


def _of_kind(schema: Schema, name: str, facts: Schema, home: str) -> Schema:
    title = schema["title"]
    definitions = {key: one for key, one in schema["$defs"].items() if key != Tombstone.__name__}
    whole = definitions.pop(title)
    id = {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_MAX_LENGTH}
    told = {**facts["properties"], "kind": {"const": name}}
    return {
        "$schema": DIALECT,
        "$id": home + _path(name),
        **whole,
        "properties": {"id": id} | told | whole["properties"],
        "required": ["id", *whole["required"]],
        "$defs": {**facts["$defs"], **definitions},
    }


def _of_catalogue(
    kinds: Mapping[str, Schema], facts: Schema, languages: tuple[str, ...], home: str
) -> Schema:
    """The schemas of all kinds lie in it, so that one file is enough to judge by."""
    handbook = {**facts, "$id": home + _path(HANDBOOK)}
    parts = {**kinds, HANDBOOK: handbook}
    choices = [
        {
            "if": {"properties": {"kind": {"const": name}}},
            "then": {"$ref": part["$id"]},
        }
        for name, part in parts.items()
    ]
    entry = {
        "type": "object",
        "properties": {"kind": {"enum": list(parts)}},
        "required": facts["required"],
        "allOf": choices,
    }
    return {
        "$schema": DIALECT,
        "$id": home + _path(CATALOGUE),
        "title": "Catalogue",
        "type": "object",
        "properties": {
            "languages": {"const": list(languages)},
            "entries": {"type": "array", "items": entry},
        },
        "required": ["languages", "entries"],
        "additionalProperties": False,
        "$defs": parts,
    }


def _path(name: str) -> str:
    return f"{FOLDER}{name}.schema.json"


def _written(schema: Schema) -> Iterator[str]:
    yield json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
