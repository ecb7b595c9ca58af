"""What a practice may hold, as plain data: for the form, for the browser's judgement, for Ajv.

All of it comes from the JSON Schema of the model; nothing is listed a second time.
"""

from collections.abc import Mapping
from typing import Any

from macros.model.practice import Practice

# Any: parts of JSON Schemas and what is made of them are nested JSON of no fixed form.
Node = dict[str, Any]

BY_ITSELF = frozenset({"id", "source_language", "updated", "former_ids", "proposal", "licence"})
"""Fields that nobody is asked for."""


def practice_fields() -> Node:
    """A practice: each node has a ``sort`` and, but for the first, a ``name``."""
    schema = Practice.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return _node(schema, schema["$defs"])


def pointed_at(node: Node) -> frozenset[str]:
    """The closed lists and kinds of entries from which a node's values are chosen."""
    inner = (*node.get("fields", ()), *([node["item"]] if "item" in node else ()))
    own = {node[name] for name in ("list", "kind") if name in node}
    return frozenset(own).union(*map(pointed_at, inner))


def practice_schema() -> Node:
    """What Ajv judges practices by."""
    return ajv_schema(practice_fields())


def ajv_schema(node: Node) -> Node:
    """The JSON Schema of a node, for a validator that names each fault once.

    Days, closed lists, references and languages depend on more than the model; the browser
    judges them by itself.
    """
    schema: Node = _SCHEMAS[node["sort"]](node)
    if node["nullable"]:
        return {"if": {"type": "null"}, "then": True, "else": schema}
    return schema


def _node(part: Node, known: Mapping[str, Node]) -> Node:
    if "$ref" in part:
        part = known[part["$ref"].rpartition("/")[2]]
    if "anyOf" in part:
        members = [one for one in part["anyOf"] if one.get("type") != "null"]
        node = _node(members[-1], known)
        return node | {"nullable": len(members) < len(part["anyOf"])}
    return {"name": "", "nullable": False, "required": False} | _sorted(part, known)


def _sorted(part: Node, known: Mapping[str, Node]) -> Node:
    """The node's sort and what belongs to it."""
    if text := part.get("x-text"):
        return {"sort": "text", "longest": text["maxLength"], "markup": text["markup"]}
    if "x-vocabulary" in part:
        return {"sort": "choice", "list": part["x-vocabulary"]}
    if "x-reference" in part:
        return {"sort": "reference", "kind": part["x-reference"]}
    if "oneOf" in part:
        return {"sort": "when"}
    if part.get("format") == "date":
        return {"sort": "day"}
    if "const" in part or "enum" in part:
        return {"sort": "literal", "values": part.get("enum", [part.get("const")])}
    return _plain(part, known)


def _plain(part: Node, known: Mapping[str, Node]) -> Node:
    sort = part["type"]
    if sort == "array":
        return {
            "sort": "list",
            "item": _node(part["items"], known),
            "shortest": part.get("minItems", 0),
            "most": part.get("maxItems"),
        }
    if sort == "object":
        required = part.get("required", ())
        fields = [
            _node(inner, known) | {"name": name, "required": name in required}
            for name, inner in part["properties"].items()
        ]
        return {"sort": "fields", "fields": fields}
    if sort in ("integer", "number"):
        bounds = {"minimum": part.get("minimum"), "maximum": part.get("maximum")}
        return {"sort": "whole_number" if sort == "integer" else "number", **bounds}
    if sort == "boolean":
        return {"sort": "yes_no"}
    return {"sort": "line", "pattern": part.get("pattern"), "longest": part.get("maxLength")}


def _fields(node: Node) -> Node:
    return {
        "type": "object",
        "properties": {one["name"]: ajv_schema(one) for one in node["fields"]},
        "required": [one["name"] for one in node["fields"] if one["required"]],
        "additionalProperties": False,
    }


def _text(node: Node) -> Node:
    wording = {"type": "string", "minLength": 1, "maxLength": node["longest"]}
    return {"type": "object", "additionalProperties": ajv_null(wording)}


def ajv_null(schema: Node) -> Node:
    """``schema``, or null."""
    return {"if": {"type": "null"}, "then": True, "else": schema}


def _bounded(kind: str) -> Any:
    """Any: a function, as the table below wants it."""
    return lambda node: (
        {"type": kind}
        | {name: node[name] for name in ("minimum", "maximum") if node[name] is not None}
    )


def _line(node: Node) -> Node:
    limits = {"pattern": node["pattern"], "maxLength": node["longest"]}
    return {"type": "string"} | {name: value for name, value in limits.items() if value is not None}


def _list(node: Node) -> Node:
    most = {"maxItems": node["most"]} if node["most"] is not None else {}
    return {
        "type": "array", "items": ajv_schema(node["item"]), "minItems": node["shortest"], **most,
    }  # fmt: skip


_SCHEMAS = {
    "fields": _fields,
    "text": _text,
    "list": _list,
    "choice": lambda _: {"type": "string"},
    "reference": lambda _: {"type": "string"},
    "literal": lambda node: {"enum": node["values"]},
    "yes_no": lambda _: {"type": "boolean"},
    "whole_number": _bounded("integer"),
    "number": _bounded("number"),
    "line": _line,
    "day": lambda _: True,
    "when": lambda _: True,
}
