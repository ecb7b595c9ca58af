"""What a message says beside its sentence: limits, suggestions and a right line."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.model.context import Context
from macros.model.kinds import KINDS

from .example import example_line
from .mending import line_of, mended_day, quoted_line
from .nearest import suggestion
from .problem import shown
from .scalars import undisputed_number
from .shape import Spot, locate

_MOST_CHOICES = 12
_BOUNDS = {"min_length": "minimum", "max_length": "maximum", "ge": "minimum", "le": "maximum"}
_BOUNDED = frozenset(
    {"TEXT_TOO_SHORT", "LIST_TOO_SHORT", "LIST_TOO_LONG", "NUMBER_TOO_SMALL", "NUMBER_TOO_LARGE"}
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An error with its code and its spot in the file."""

    code: str
    error: ErrorDetails
    spot: Spot
    model: type[BaseModel]
    context: Context | None
    data: dict[str, Any]
    """Any: whatever a YAML file can hold."""

    @property
    def details(self) -> dict[str, Any]:
        """Any: what pydantic says beside the type of an error."""
        return self.error.get("ctx", {})

    @property
    def written(self) -> str:
        """What stands in the file instead of a right value."""
        details = self.details
        value = details.get("tag", details.get("value", self.error["input"]))
        return str(value).lower() if isinstance(value, bool) else str(value)


def explanation(finding: Finding) -> dict[str, str]:
    """The values that the message of this code is filled with."""
    code, spot, details = finding.code, finding.spot, finding.details
    if code in ("UNKNOWN_FIELD", "MISSING_FIELD", "NOT_IN_WITHDRAWN", "WRONG_NAME"):
        name = str(spot.path[-1]) if spot.path else ""
        known = spot.owner.model_fields if code == "UNKNOWN_FIELD" and spot.owner else ()
        return {"name": shown(name)} | suggestion(name, (field for field in known if field != "id"))
    if code == "UNKNOWN_CHOICE":
        choices = _choices(finding)
        listed = {"choices": ", ".join(choices)} if 0 < len(choices) <= _MOST_CHOICES else {}
        return {"value": shown(finding.written)} | suggestion(finding.written, choices) | listed
    if code == "UNKNOWN_REFERENCE":
        kind = str(details["kind"])
        ids = finding.context.ids.get(kind, ()) if finding.context else ()
        values = {"value": shown(finding.written), "kind": kind, "folder": KINDS[kind].folder}
        return values | suggestion(finding.written, ids)
    if code == "UNKNOWN_LANGUAGE":
        return {"value": shown(details["key"]), "choices": str(details["expected"])}
    if code in ("NUMBER_TWICE", "ANSWER_WITHOUT_BLOCK"):
        return {"number": str(details["number"])}
    if code == "NO_SUCH_DATE":
        return {"value": shown(finding.written)}
    if code == "TEXT_TOO_LONG":
        length = len(str(finding.error["input"]).strip())
        return {"maximum": str(details["max_length"]), "length": str(length)}
    if code not in _BOUNDED:
        return {}
    return {_BOUNDS[name]: str(value) for name, value in details.items() if name in _BOUNDS}


def right_line(finding: Finding, suggested: str | None) -> str | None:
    """The line as it should be, with what the contributor wrote where that can be kept.

    None where only the contributor can know it.
    """
    code, spot, context = finding.code, finding.spot, finding.context
    path, written = spot.path, finding.error["input"]
    if code in ("TEXT_TOO_LONG", "TEXT_TOO_SHORT", "NUMBER_TWICE", "ANSWER_WITHOUT_BLOCK"):
        return None
    if code in ("UNKNOWN_FIELD", "NOT_IN_WITHDRAWN", "WRONG_NAME"):
        if suggested is None or spot.owner is None:
            return None
        right = locate(spot.owner, (suggested,), {})
        return example_line(right.path, right.shape, context)
    if code == "NOT_TEXT" and isinstance(written, bool | int | float):
        return quoted_line(path, str(written).lower())
    if meant := _value_meant(code, written):
        return line_of(path, meant)
    if code == "NOT_LANGUAGES" and isinstance(written, str) and context:
        return line_of(path, "{" + quoted_line((context.languages[0],), written) + "}")
    if code == "UNKNOWN_LANGUAGE":
        text = locate(finding.model, path[:-1], finding.data)
        return example_line(text.path, text.shape, context)
    if code == "PERIOD_ORDER" and isinstance(written, dict):
        return line_of(path, str(written["start"]))
    if finding.error["type"] == "union_tag_invalid" and suggested is None:
        return line_of(path, _choices(finding)[0])
    return example_line(path, spot.shape, context, suggested)


def _value_meant(code: str, written: object) -> str | None:
    """``"23"`` is a 23, and ``21. 11. 2026`` a day, that are only written in another way."""
    if code in ("NOT_A_DAY", "NOT_A_DATE") and isinstance(written, str):
        return mended_day(written)
    if code not in ("NOT_WHOLE_NUMBER", "NOT_NUMBER") or not isinstance(written, str | float):
        return None
    number = undisputed_number(str(written))
    return None if code == "NOT_WHOLE_NUMBER" and not (number or "").isdecimal() else number


def _choices(finding: Finding) -> tuple[str, ...]:
    shape, context = finding.spot.shape, finding.context
    if finding.error["type"] == "union_tag_invalid":
        return tuple(str(finding.details["expected_tags"]).replace("'", "").split(", "))
    if shape is not None and shape.sort == "choice" and context is not None:
        return tuple(context.vocabulary.get(shape.name, ()))
    return shape.values if shape is not None else ()
