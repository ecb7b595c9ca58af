"""An error of a model → a problem: its code, its place and the field it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.model.context import Context
from macros.model.entry import Sourced, Tombstone

from .document import Document
from .explanation import Finding, explanation, right_line
from .problem import FieldPath, Problem
from .shape import Spot, locate

CODES: Mapping[str, str] = {
    "missing": "MISSING_FIELD",
    "union_tag_not_found": "MISSING_FIELD",
    "extra_forbidden": "UNKNOWN_FIELD",
    "string_type": "NOT_TEXT",
    "string_too_short": "TEXT_TOO_SHORT",
    "string_too_long": "TEXT_TOO_LONG",
    "string_pattern_mismatch": "WRONG_FORM",
    "bool_type": "NOT_TRUE_FALSE",
    "int_type": "NOT_WHOLE_NUMBER",
    "float_type": "NOT_NUMBER",
    "greater_than_equal": "NUMBER_TOO_SMALL",
    "less_than_equal": "NUMBER_TOO_LARGE",
    "tuple_type": "NOT_A_LIST",
    "list_type": "NOT_A_LIST",
    "too_short": "LIST_TOO_SHORT",
    "too_long": "LIST_TOO_LONG",
    "dict_type": "NOT_FIELDS",
    "model_type": "NOT_FIELDS",
    "model_attributes_type": "NOT_FIELDS",
    "literal_error": "UNKNOWN_CHOICE",
    "union_tag_invalid": "UNKNOWN_CHOICE",
    "unknown_choice": "UNKNOWN_CHOICE",
    "unknown_reference": "UNKNOWN_REFERENCE",
    "unknown_language": "UNKNOWN_LANGUAGE",
    "no_language": "NO_LANGUAGE",
    "no_such_date": "NO_SUCH_DATE",
    "partial_date": "NOT_A_DATE",
    "day": "NOT_A_DAY",
    "period_order": "PERIOD_ORDER",
    "no_source": "NO_SOURCE",
    "consent_holder": "CONSENT_HOLDER",
    "number_twice": "NUMBER_TWICE",
    "answer_without_block": "ANSWER_WITHOUT_BLOCK",
    "printed_rows": "PRINTED_ROWS",
}
"""Type of a pydantic error -> our code. An unknown type becomes WRONG_VALUE."""

_WRONG_SORT = frozenset(
    {
        "NOT_TEXT",
        "NOT_TRUE_FALSE",
        "NOT_WHOLE_NUMBER",
        "NOT_NUMBER",
        "NOT_A_LIST",
        "NOT_FIELDS",
        "NOT_A_DATE",
        "NOT_A_DAY",
    }
)
_ABOUT_NAMES = frozenset({"UNKNOWN_FIELD", "NOT_IN_WITHDRAWN", "UNKNOWN_LANGUAGE", "WRONG_NAME"})
_ABOUT_PARTS = frozenset({"NO_LANGUAGE", "PERIOD_ORDER"})
_CONCERNS = {
    "period_order": "end",
    "consent_holder": "held_by",
    "no_source": "sources",
    "printed_rows": "rows",
}
"""Errors about several fields -> the field in which they are mended."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges one document by one model."""

    document: Document
    data: dict[str, Any]
    """Any: whatever a YAML file can hold."""
    model: type[BaseModel]
    context: Context | None
    path: str

    def problems(self, errors: list[ErrorDetails]) -> tuple[Problem, ...]:
        """One problem for each place and code; none where the notation has one already."""
        found: dict[tuple[FieldPath, str], Problem] = {}
        if self._unsourced(errors):
            lacking = ErrorDetails(type="no_source", loc=(), msg="", input=self.data)
            errors = [*errors, lacking]
        for error in errors:
            if not self._lacks_list(error) and not _is_long_enough(error):
                problem = self._problem(error)
                if not self._doubtful(problem):
                    found.setdefault((problem.field, problem.code), problem)
        return tuple(found.values())

    def _problem(self, error: ErrorDetails) -> Problem:
        spot = locate(self.model, self._location(error), self.data)
        code = self._code(error, spot)
        line, column = self._place(code, error, spot.path)
        finding = Finding(code, error, spot, self.model, self.context, self.data)
        values = explanation(finding)
        example = right_line(finding, values.get("nearest"))
        return Problem(self.path, line, column, code, spot.path, values, example)

    @staticmethod
    def _location(error: ErrorDetails) -> tuple[str | int, ...]:
        """Where the error is mended, in pydantic's terms."""
        location, kind = error["loc"], error["type"]
        if kind == "unknown_language":
            return (*location, error["ctx"]["key"])
        if "at" in error.get("ctx", {}):
            return (*location, *error["ctx"]["at"])
        if kind in _CONCERNS:
            return (*location, _CONCERNS[kind])
        if kind in ("union_tag_invalid", "union_tag_not_found"):
            return (*location, "type")
        return location

    def _code(self, error: ErrorDetails, spot: Spot) -> str:
        code = CODES.get(error["type"], "WRONG_VALUE")
        sort = spot.shape.sort if spot.shape else "other"
        if error["loc"][-1:] == ("[key]",):
            return "WRONG_NAME"
        if error["input"] is None and code in _WRONG_SORT:
            return "EMPTY_FIELD"
        if code == "TEXT_TOO_SHORT" and not str(error["input"]).strip():
            return "EMPTY_TEXT"
        if code == "UNKNOWN_FIELD" and self.model is Tombstone:
            return "NOT_IN_WITHDRAWN"
        if code == "NOT_FIELDS" and sort in ("text", "words"):
            return "NOT_LANGUAGES"
        return "NOT_NUMBER" if code == "NOT_WHOLE_NUMBER" and sort == "number" else code

    def _place(self, code: str, error: ErrorDetails, path: FieldPath) -> tuple[int, int]:
        if code in _ABOUT_NAMES:
            return self.document.name_place(path)
        if path not in self.document.values:
            return self.document.name_place(path[:-1])
        if isinstance(error["input"], dict | tuple) and code != "PERIOD_ORDER":
            return self.document.name_place(path)
        return self.document.value_place(path)

    def _doubtful(self, problem: Problem) -> bool:
        """Whether the problem only follows from one that the notation has."""
        field = problem.field
        if problem.code == "UNKNOWN_FIELD":
            return False
        if problem.code == "PERIOD_ORDER":
            field = field[:-1]
        if problem.code == "MISSING_FIELD" and len(field) == 1 and self._is_cut_short():
            return True
        return any(
            field[: len(doubtful)] == doubtful
            or (problem.code in _ABOUT_PARTS and doubtful[: len(field)] == field)
            for doubtful in self.document.doubtful
        )

    def _is_cut_short(self) -> bool:
        """Fields that seem to be missing may stand behind the line that ended the document."""
        return any(problem.code == "SEVERAL_DOCUMENTS" for problem in self.document.problems)

    @staticmethod
    def _lacks_list(error: ErrorDetails) -> bool:
        """The closed list itself is missing or broken, which is told once, elsewhere."""
        return error["type"] == "unknown_choice" and not error["ctx"]["expected"]

    def _unsourced(self, errors: list[ErrorDetails]) -> bool:
        """Pydantic asks for a source only when all else is right; we tell it at once."""
        told = any(error["type"] == "no_source" for error in errors)
        asked = (
            issubclass(self.model, Sourced) and not self.model.model_fields["sources"].is_required()
        )
        named = self.data.get("sources") or self.data.get("proposal")
        return asked and not told and not named


def _is_long_enough(error: ErrorDetails) -> bool:
    """Pydantic does not count wrong items, so a list of one wrong item is too short for it."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]
