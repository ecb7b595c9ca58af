"""YAML text → plain values with the place of each, in one pass over the parser's events."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from .problem import FieldPath, Problem
from .syntax import syntax_problem
from .walk import Mark, Stopped, Walk, place_of

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML built without libyaml: eight times slower, otherwise the same
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Document:
    """What stands in a file; ``data`` is None when it could not be read to its end."""

    data: dict[str, Any] | None
    values: Mapping[FieldPath, Mark]
    """Where each value begins."""
    names: Mapping[FieldPath, Mark]
    """Where each field's name begins."""
    problems: tuple[Problem, ...] = ()
    doubtful: frozenset[FieldPath] = frozenset()
    """Values that have a problem already and are not to be judged a second time."""

    def value_place(self, path: FieldPath) -> tuple[int, int]:
        """Line and column of a value, or of the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return place_of(self.values.get(path))

    def name_place(self, path: FieldPath) -> tuple[int, int]:
        """Line and column of a field's name; of the value where it has no name."""
        mark = self.names.get(path)
        return place_of(mark) if mark is not None else self.value_place(path)


def read_document_text(
    text: str, path: str, *, most_nodes: int = 3000, parser: type[Any] = _Parser
) -> Document:
    """The document in ``text`` with all problems of its notation. Raises nothing."""
    walk = Walk(parser(text), text, path, most_nodes)
    try:
        data = walk.document()
    except Stopped:
        data = None
    except yaml.YAMLError as error:
        data = None
        problem = syntax_problem(error, text, path, walk.last_scalar)
        told = {(earlier.line, earlier.code) for earlier in walk.problems}
        if (problem.line, problem.code) not in told:
            walk.problems.append(problem)
    return Document(
        data,
        MappingProxyType(walk.values),
        MappingProxyType(walk.names),
        tuple(walk.problems),
        frozenset(walk.doubtful),
    )
