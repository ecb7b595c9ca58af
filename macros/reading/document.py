"""YAML text → plain values with the place of each, in one pass over the parser's events."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

import yaml

from .plain_walk import Doubt, PlainWalk
from .problem import FieldPath, Problem
from .syntax import syntax_problem
from .walk import MAX_DEPTH, Mark, Stopped, Walk, place_of

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


class LaterPlaces(Mapping[FieldPath, Mark]):
    """Places that are looked up only when somebody asks for one."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], Mapping[FieldPath, Mark]]) -> None:
        self._find = find
        self._found: Mapping[FieldPath, Mark] | None = None

    def _all(self) -> Mapping[FieldPath, Mark]:
        if self._found is None:
            self._found = self._find()
        return self._found

    def __getitem__(self, path: FieldPath) -> Mark:
        return self._all()[path]

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def read_document_text(
    text: str, path: str, *, most_nodes: int = 3000, parser: type[Any] = _Parser
) -> Document:
    """The document in ``text`` with all problems of its notation. Raises nothing."""
    if " #" not in text and "\t#" not in text:
        with suppress(Doubt, yaml.YAMLError):
            return _plain_document(text, path, most_nodes, parser)
    return _whole_document(text, path, most_nodes, parser)


def _plain_document(text: str, path: str, most_nodes: int, parser: type[Any]) -> Document:
    """A document without problems, its places not yet known. Raises Doubt and YAMLError."""
    data = PlainWalk(parser(text), most_nodes, MAX_DEPTH).document()
    whole = partial(_whole_document, text, path, most_nodes, parser)
    return Document(data, LaterPlaces(lambda: whole().values), LaterPlaces(lambda: whole().names))


def _whole_document(text: str, path: str, most_nodes: int, parser: type[Any]) -> Document:
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
