"""The tables in data/privacy/: rules, common first names, reasoned exceptions."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros.model.privacy import FirstNames, PrivacyExceptions, PrivacyRules

from .document import Document
from .file_name import LIST_NAME
from .folder import list_folder
from .problem import Problem, shown_path
from .validation import validate
from .yaml_file import read_yaml

M = TypeVar("M", bound=BaseModel)

FOLDER = "privacy"
TABLES = ("rules", "first_names", "exceptions")
"""Names of the files in data/privacy/."""


@dataclass(frozen=True, slots=True)
class PrivacyTables:
    """What was read; None where a table is missing or broken."""

    rules: PrivacyRules | None
    names: FirstNames | None
    exceptions: PrivacyExceptions
    places: tuple[tuple[int, int], ...]
    """Line and column of each exception."""
    path: str
    """The file of the exceptions, as problems name it."""
    problems: tuple[Problem, ...]


def read_privacy_tables(data: Path, *, project_root: Path) -> PrivacyTables:
    """All tables of the folder privacy in ``data``. Raises nothing."""
    root = data / FOLDER
    listed = list_folder(root, project_root, LIST_NAME)
    problems = list(listed.problems)
    problems += [
        Problem(file.shown, 1, 1, "UNKNOWN_FILE", values={"name": f"{file.stem}.yml"})
        for file in listed.files
        if file.stem and file.stem not in TABLES
    ]
    rules, _ = _table(root, TABLES[0], PrivacyRules, project_root, problems)
    names, _ = _table(root, TABLES[1], FirstNames, project_root, problems)
    known, document = _table(root, TABLES[2], PrivacyExceptions, project_root, problems)
    exceptions = known or PrivacyExceptions()
    return PrivacyTables(
        rules,
        names,
        exceptions,
        tuple(
            document.value_place(("exceptions", number))
            for number in range(len(exceptions.exceptions))
        ),
        shown_path(root / "exceptions.yml", project_root),
        tuple(problems),
    )


def _table(
    root: Path, name: str, model: type[M], project_root: Path, problems: list[Problem]
) -> tuple[M | None, Document]:
    path = root / f"{name}.yml"
    shown = shown_path(path, project_root)
    _, document = read_yaml(path, shown, whole_site=True)
    reading = validate(document, model, None, shown)
    problems += reading.problems
    return reading.value, document
