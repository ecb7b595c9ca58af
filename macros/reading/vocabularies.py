"""The closed lists in data/vocabulary/."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from macros.model.kinds import KINDS
from macros.model.vocabulary import Vocabulary

from .document import Document
from .file_name import LIST_NAME
from .folder import list_folder
from .problem import Problem, shown_path
from .shape import closed_lists
from .validation import validate
from .yaml_file import read_yaml

LANGUAGES = "languages"
"""The one list that is no file: it stands in mkdocs.yml."""


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Name of a list -> its values; lists that are missing or broken are left out."""

    lists: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def read_vocabularies(
    root: Path, languages: tuple[str, ...], *, project_root: Path
) -> Vocabularies:
    """All closed lists in the folder ``root``, and ``languages``. Raises nothing."""
    folder = list_folder(root, project_root, LIST_NAME)
    lists: dict[str, tuple[str, ...]] = {LANGUAGES: languages}
    problems = list(folder.problems)
    for file in folder.files:
        if file.stem == LANGUAGES:
            problems.append(Problem(file.shown, 1, 1, "LANGUAGES_ELSEWHERE"))
            continue
        _, document = read_yaml(file.path, file.shown)
        reading = validate(document, Vocabulary, None, file.shown)
        problems += reading.problems
        if reading.value is not None and file.stem:
            lists[file.stem] = reading.value.values
            problems += _repeated(reading.value.values, document, file.shown)
    problems += _missing(root, project_root, folder.ids | {LANGUAGES})
    return Vocabularies(MappingProxyType(lists), tuple(problems))


def _repeated(values: tuple[str, ...], document: Document, shown: str) -> Iterator[Problem]:
    for number, value in enumerate(values):
        if value in values[:number]:
            field = ("values", number)
            place = document.value_place(field)
            yield Problem(shown, *place, "REPEATED_VALUE", field, {"value": value})


def _missing(root: Path, project_root: Path, present: frozenset[str]) -> list[Problem]:
    models = [kind.model for kind in KINDS.values()]
    return [
        Problem(
            shown_path(root / f"{name}.yml", project_root), 1, 1, "MISSING_FILE",
            example="values: [one, two]",
        )
        for name in sorted(closed_lists(models) - present)
    ]  # fmt: skip
