"""The JSON Schemas say the same as the models, and those in data/schema/ are not stale."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.model.kinds import KINDS
from macros.schema import schema_files

PROJECT = Path(__file__).parent.parent.parent
DATA = PROJECT / "data"
# Any: a schema is nested JSON.
SCHEMAS: dict[str, Any] = {
    name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()
}
FILES = [
    *(
        (kind.name, path)
        for kind in KINDS.values()
        for path in sorted((DATA / kind.folder).glob("*.yml"))
    ),
    *(("vocabulary", path) for path in sorted((DATA / "vocabulary").glob("*.yml"))),
    *(("translations", path) for path in sorted((DATA / "translations").rglob("*.yml"))),
    *(("ui", path) for path in sorted((DATA / "ui").glob("*.yml"))),
    ("operator", DATA / "operator.yml"),
    ("privacy_rules", DATA / "privacy" / "rules.yml"),
    ("privacy_exceptions", DATA / "privacy" / "exceptions.yml"),
    ("first_names", DATA / "privacy" / "first_names.yml"),
]


class TextLoader(yaml.SafeLoader):
    """Days stay text, as they are in JSON."""


TextLoader.add_constructor(
    "tag:yaml.org,2002:timestamp",
    yaml.SafeLoader.construct_yaml_str,  # type: ignore[type-var]
)


def faults(name: str, text: str) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name])
    found = validator.iter_errors(yaml.load(text, Loader=TextLoader))
    return [error.message for error in found]


def test_written_schemas_are_not_stale() -> None:
    stale = [
        name
        for name, text in schema_files().items()
        if not (DATA / "schema" / name).exists()
        or (DATA / "schema" / name).read_text("utf-8") != text
    ]
    assert stale == [], "run: python -m macros schema"
    assert {path.name for path in (DATA / "schema").iterdir()} == set(schema_files())


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(kind: str) -> None:
    """The sort of a block and the ends of a range say by their names what they are."""
    schema = SCHEMAS[kind]
    unexplained = [
        f"{model}.{name}"
        for model, fields in schema["$defs"].items()
        for name, field in fields.get("properties", {}).items()
        if "description" not in field and name not in {"type", "minimum", "maximum"}
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_a_right_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    text = json.dumps(SCHEMAS[name])
    assert '"id":' not in text


@pytest.mark.parametrize(
    ("name", "path"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_file_passes_its_schema(name: str, path: Path) -> None:
    assert faults(name, path.read_text("utf-8")) == []


def test_language_and_choice_are_listed_in_the_schema() -> None:
    practice = SCHEMAS["practice"]["$defs"]["Practice"]
    title = practice["properties"]["title"]
    assert list(title["properties"]) == ["cs", "pl"]
    assert title["additionalProperties"] is False
    assert title["properties"]["cs"]["maxLength"] == 120
    countries = yaml.safe_load((DATA / "vocabulary" / "countries.yml").read_text("utf-8"))
    assert practice["properties"]["country"]["enum"] == countries["values"]
    assert practice["properties"]["country"]["x-vocabulary"] == "countries"
    assert "limits" in practice["required"]
    fields = practice["properties"].values()
    assert all("description" in field or "$ref" in field for field in fields)


def test_withdrawn_entry_passes_the_schema_of_every_kind() -> None:
    gone = "status: withdrawn\nupdated: 2026-03-01\nreason: {cs: x}\n"
    assert {kind: faults(kind, gone) for kind in KINDS} == {kind: [] for kind in KINDS}


def test_unknown_field_fails_the_schema() -> None:
    gone = "status: withdrawn\nupdated: 2026-03-01\nreason: {cs: x}\nid: x\n"
    assert faults("practice", gone) != []
