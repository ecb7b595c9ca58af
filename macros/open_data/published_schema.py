"""The schema of an entry as the data files have it: with its id, and never withdrawn."""

import json
from collections.abc import Iterator

from ..model.entry import Tombstone
from ..model.json_schema import Schema
from ..model.values import ID_MAX_LENGTH, ID_PATTERN


def published_schema(schema: Schema) -> Iterator[str]:
    """The text of the published form of the schema of a file in data/."""
    name = schema["title"]
    definitions = {key: one for key, one in schema["$defs"].items() if key != Tombstone.__name__}
    whole = definitions.pop(name)
    id = {"type": "string", "pattern": ID_PATTERN, "maxLength": ID_MAX_LENGTH}
    published = {
        "$schema": schema["$schema"],
        **whole,
        "properties": {"id": id, **whole["properties"]},
        "required": ["id", *whole["required"]],
        "$defs": definitions,
    }
    yield json.dumps(published, ensure_ascii=False, indent=1) + "\n"
