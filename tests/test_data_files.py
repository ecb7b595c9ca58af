"""Every data file names its schema in the first line, so that editors complete and check."""

from pathlib import Path

import pytest

from macros.model.kinds import KINDS
from tests.conftest import PROJECT

DATA = PROJECT / "data"
SCHEMAS = {kind.folder: kind.name for kind in KINDS.values()} | {
    name: name for name in ("ui", "vocabulary", "language")
}
PRIVACY = {
    "rules": "privacy_rules",
    "exceptions": "privacy_exceptions",
    "first_names": "first_names",
}
FILES = [path for folder in [*SCHEMAS, "privacy"] for path in sorted((DATA / folder).glob("*.yml"))]


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(DATA)) for path in FILES])
def test_the_first_line_names_the_schema(path: Path) -> None:
    name = SCHEMAS.get(path.parent.name) or PRIVACY[path.stem]
    schema = f"../schema/{name}.schema.json"
    first = path.read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={schema}"
    assert (path.parent / schema).is_file()
