"""A problem in a file: where it is, what kind it is, and what a right line looks like."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import total_ordering
from pathlib import Path
from typing import Literal

FieldPath = tuple[str | int, ...]
"""Keys and list positions that lead to a value: ``("steps", 0, "text", "cs")``."""

_SHOWN_LENGTH = 60


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """One thing to be mended; its sentence stands in data/ui as ``problem.<code>``."""

    path: str
    line: int
    column: int
    code: str
    field: FieldPath = ()
    values: Mapping[str, str] = dataclass_field(default_factory=dict)
    example: str | None = None
    severity: Literal["error", "warning", "question"] = "error"
    """A question is something that only the contributor can know."""

    @property
    def place(self) -> tuple[str, int, int, str, str, str]:
        """What problems are sorted by."""
        return self.path, self.line, self.column, self.code, str(self.field), str(self.values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self.place == other.place

    def __hash__(self) -> int:
        return hash(self.place)

    def __lt__(self, other: "Problem") -> bool:
        return self.place < other.place


def shown(value: object, length: int = _SHOWN_LENGTH) -> str:
    """``value`` as one short printable line, so that no message repeats a whole file."""
    text = str(value)[: length + 1]
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line if len(line) <= length else line[: length - 1] + "…"


def shown_path(path: Path, project_root: Path) -> str:
    """``path`` as problems name it: with ``/``, from the project's folder where it lies there."""
    try:
        named = path.absolute().relative_to(project_root.absolute())
    except ValueError:
        named = path.absolute()
    return named.as_posix().encode("utf-8", "replace").decode("utf-8")
