"""The entries of this edition as a form has them."""

import json
from typing import Any

from macros.reading.yaml_file import read_yaml
from tests.conftest import PROJECT


# Any: whatever a YAML file can hold.
def entries_of(folder: str) -> list[dict[str, Any]]:
    """All entries in a folder of data as plain values, but for those that were withdrawn."""
    read = (
        read_yaml(path, path.name)[1].data
        for path in sorted((PROJECT / "data" / folder).glob("*.yml"))
    )
    return [
        json.loads(json.dumps(data))
        for data in read
        if data is not None and data.get("status") != "withdrawn"
    ]
