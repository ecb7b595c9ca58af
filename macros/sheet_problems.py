"""Sheets whose words have no room on paper, or that lack a language: told with their places."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from .language.locale import Locale
from .model.worksheet import Worksheet
from .printing.fit import misfits
from .reading.entries import Data
from .reading.problem import Problem
from .reading.yaml_file import read_yaml


def sheet_problems(
    data: Data, languages: tuple[str, ...], locales: Mapping[str, Locale], project: Path
) -> Iterator[Problem]:
    """All problems of all sheets that could be read."""
    typeset = {language: locale.typeset for language, locale in locales.items()}
    for record in data.records:
        if not isinstance(record.entry, Worksheet):
            continue
        found = list(misfits(record.entry, languages, typeset))
        if not found:
            continue
        _, document = read_yaml(project / record.path, record.path)
        for one in found:
            place = document.value_place(one.field)
            yield Problem(record.path, *place, one.code, one.field, one.values)
