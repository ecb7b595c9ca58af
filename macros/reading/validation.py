"""A document → a value of a model, or the problems of its notation and of its content."""

from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from macros.model.context import Context

from .document import Document
from .example import example_line
from .judgement import Judge
from .mending import line_of
from .problem import Problem
from .scalars import undisputed_number
from .shape import locate

M = TypeVar("M", bound=BaseModel)

_MOST_ERRORS = 100
_MEANS_TRUE = frozenset({"y", "yes", "on", "true"})


@dataclass(frozen=True, slots=True)
class Reading(Generic[M]):
    """A valid value, or None; and everything that is wrong with its file."""

    value: M | None
    problems: tuple[Problem, ...]


def validate(document: Document, model: type[M], context: Context | None, path: str) -> Reading[M]:
    """``document`` as a ``model``, with the problems of its notation and of its content.

    At most the first hundred errors of a file are told. Raises nothing.
    """
    data = document.data
    if data is None:
        return Reading(None, document.problems)
    value: M | None = None
    found: tuple[Problem, ...] = ()
    try:
        value = model.model_validate(data, context=context)
    except ValidationError as error:
        errors = error.errors(include_url=False)[:_MOST_ERRORS]
        found = Judge(document, data, model, context, path).problems(errors)
    if not document.problems and not found:
        return Reading(value, ())
    noted = (_mended(problem, model, context, data) for problem in document.problems)
    return Reading(None, tuple(sorted({*noted, *found})))


# Any: whatever a YAML file can hold.
def _mended(
    problem: Problem, model: type[BaseModel], context: Context | None, data: dict[str, Any]
) -> Problem:
    """A disputed word, mended as its field wants it: ``yes`` is true where true is wanted."""
    if problem.code != "AMBIGUOUS_VALUE":
        return problem
    shape = locate(model, problem.field, data).shape
    written = problem.values["value"].lower()
    if shape is None or shape.sort in ("line", "text", "words", "other"):
        return problem
    if shape.sort == "yes_no":
        right = "true" if written in _MEANS_TRUE else "false"
        return replace(problem, example=line_of(problem.field, right))
    if shape.sort in ("whole_number", "number") and (number := undisputed_number(written)):
        return replace(problem, example=line_of(problem.field, number))
    return replace(problem, example=example_line(problem.field, shape, context))
