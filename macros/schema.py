"""Writes the JSON Schemas into data/schema/: ``python -m macros schema``."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from macros.language.rules import LanguageRules
from macros.model.json_schema import DIALECT, Schema, schemas
from macros.reading.settings import read_settings
from macros.reading.vocabularies import read_vocabularies

PROJECT_ROOT = Path(__file__).parent.parent
FOLDER = PROJECT_ROOT / "data" / "schema"


def main(argv: list[str]) -> int:
    """Writes every schema; returns 0, or 2 for wrong use, or 1 when the lists are broken."""
    if argv:
        print("usage: python -m macros schema", file=sys.stderr)
        return 2
    files = schema_files()
    if not files:
        print("schema: mend what `python -m macros check` reports first", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def schema_files() -> Mapping[str, str]:
    """Name of each file in data/schema/ -> its text; nothing when lists are broken."""
    settings = read_settings(PROJECT_ROOT / "mkdocs.yml", project_root=PROJECT_ROOT)
    lists = read_vocabularies(
        PROJECT_ROOT / "data" / "vocabulary", settings.languages, project_root=PROJECT_ROOT
    )
    if settings.problems or lists.problems:
        return {}
    language = {"$schema": DIALECT, **LanguageRules.model_json_schema()}
    found = {**schemas(settings.languages, lists.lists), "language": language}
    return {f"{name}.schema.json": _written(schema) for name, schema in found.items()}


def _written(schema: Schema) -> str:
    """JSON whose fields keep the models' order, which is that of forms and codebooks."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
