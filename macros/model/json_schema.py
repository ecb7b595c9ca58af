"""JSON Schema of everything that stands in data/, made from the models."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from .chapter import Chapter
from .entry import Tombstone
from .kinds import KINDS
from .operator import Operator
from .privacy import FirstNames, PrivacyExceptions, PrivacyRules
from .public_facts import PublicFacts
from .towns import Towns
from .translation import TranslationRecord
from .vocabulary import Vocabulary
from .words import InterfaceWords

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# Any: a JSON Schema is nested JSON of no fixed form.
Schema = dict[str, Any]

_OTHERS: Mapping[str, type[BaseModel]] = {
    "chapter": Chapter,
    "first_names": FirstNames,
    "operator": Operator,
    "privacy_exceptions": PrivacyExceptions,
    "privacy_rules": PrivacyRules,
    "towns": Towns,
    "translations": TranslationRecord,
    "ui": InterfaceWords,
    "vocabulary": Vocabulary,
}


def schemas(
    languages: tuple[str, ...], vocabularies: Mapping[str, tuple[str, ...]]
) -> Mapping[str, Schema]:
    """Name of a kind (or of another sort of file) -> the schema of such a file."""
    entries = {
        kind.name: _filled_in(_entry_schema(kind.model), languages, vocabularies)
        for kind in KINDS.values()
    }
    others = {
        name: _filled_in({"$schema": DIALECT} | model.model_json_schema(), languages, vocabularies)
        for name, model in _OTHERS.items()
    }
    return entries | others


def facts_schema(languages: tuple[str, ...]) -> Schema:
    """The schema of what data/catalogue.json says of every entry."""
    schema: Schema = _filled_in(PublicFacts.model_json_schema(), languages, {})
    return schema


def _entry_schema(model: type[BaseModel]) -> Schema:
    """An entry or what remains of a withdrawn one; the id is the file's name, no field."""
    whole, left = _without_id(model), _without_id(Tombstone)
    definitions = left.pop("$defs", {}) | whole.pop("$defs", {})
    definitions |= {model.__name__: whole, Tombstone.__name__: left}
    return {
        "$schema": DIALECT,
        "title": model.__name__,
        "description": model.__doc__ or "",
        "anyOf": [
            {"$ref": f"#/$defs/{model.__name__}"},
            {"$ref": f"#/$defs/{Tombstone.__name__}"},
        ],
        "$defs": definitions,
    }


def _without_id(model: type[BaseModel]) -> Schema:
    schema = model.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return schema


def _filled_in(
    schema: Any, languages: tuple[str, ...], vocabularies: Mapping[str, tuple[str, ...]]
) -> Any:
    """``schema`` with the site's languages and closed lists in place of their names."""
    if isinstance(schema, list):
        return [_filled_in(part, languages, vocabularies) for part in schema]
    if not isinstance(schema, dict):
        return schema
    filled = {name: _filled_in(part, languages, vocabularies) for name, part in schema.items()}
    if text := schema.get("x-text"):
        wording = {"type": ["string", "null"], "minLength": 1, "maxLength": text["maxLength"]}
        filled |= _each_language(wording, languages) | {"minProperties": 1}
    elif words := schema.get("x-words"):
        word = {"type": "string", "minLength": 1, "maxLength": words["maxLength"]}
        filled |= _each_language({"type": "array", "items": word}, languages)
    elif schema.get("x-each-language"):
        filled |= _each_language(filled["additionalProperties"], languages)
        filled["required"] = list(languages)
    elif isinstance(name := schema.get("x-vocabulary"), str) and name in vocabularies:
        filled["enum"] = list(vocabularies[name])
    return filled


def _each_language(schema: Schema, languages: tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {language: dict(schema) for language in languages},
        "additionalProperties": False,
    }
