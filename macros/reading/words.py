"""The interface words in data/ui/: the same keys in every language, a label for every value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from macros.model.words import InterfaceWords

from .document import Document
from .file_name import LANGUAGE_NAME
from .folder import DataFile, list_folder
from .nearest import suggestion
from .problem import Problem, shown_path
from .validation import validate
from .yaml_file import read_yaml

_HTML = re.compile(r"<[a-zA-Z/!]")
COMPLETE = ("cs", "pl", "en")
"""Languages that have every word; other ones fall back to English."""
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """Language -> key -> word; a language whose file is missing or broken is left out."""

    languages: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]


def read_words(
    root: Path,
    languages: tuple[str, ...],
    vocabularies: Mapping[str, tuple[str, ...]],
    *,
    project_root: Path,
) -> Words:
    """All interface words in the folder ``root``, compared with each other. Raises nothing."""
    folder = list_folder(root, project_root, LANGUAGE_NAME)
    problems = list(folder.problems)
    words: dict[str, Mapping[str, str]] = {}
    documents: dict[str, tuple[DataFile, Document]] = {}
    for file in folder.files:
        _, document = read_yaml(file.path, file.shown, whole_site=True)
        reading = validate(document, InterfaceWords, None, file.shown)
        problems += reading.problems
        if reading.value is not None and file.stem:
            words[file.stem] = MappingProxyType(reading.value.root)
            documents[file.stem] = file, document
    for language in sorted({*COMPLETE, *languages} - folder.ids):
        shown = shown_path(root / f"{language}.yml", project_root)
        problems.append(Problem(shown, 1, 1, "MISSING_FILE", example='key: "…"'))
    for language, (file, document) in documents.items():
        problems += _unknown_words(language, words, file, document)
        problems += _wording_problems(language, words, file, document)
        if language in COMPLETE:
            problems += _missing_words(language, words, vocabularies, file)
    return Words(MappingProxyType(words), tuple(problems))


def _unknown_words(
    language: str, words: Mapping[str, Mapping[str, str]], file: DataFile, document: Document
) -> list[Problem]:
    """Keys that no complete language beside this one has: most likely misspelt."""
    others = [words[other] for other in COMPLETE if other in words and other != language]
    if not others:
        return []
    known = {key for other in others for key in other}
    problems = []
    for key in words[language]:
        if key not in known:
            values = {"key": key} | suggestion(key, known - words[language].keys())
            place = document.name_place((key,))
            problems.append(Problem(file.shown, *place, "UNKNOWN_WORD", (key,), values))
    return problems


def _missing_words(
    language: str,
    words: Mapping[str, Mapping[str, str]],
    vocabularies: Mapping[str, tuple[str, ...]],
    file: DataFile,
) -> list[Problem]:
    """Keys that at least two languages agree on, and labels of the closed lists."""
    others = [words[other] for other in COMPLETE if other in words and other != language]
    shared = set.intersection(*(set(other) for other in others)) if len(others) > 1 else set()
    labels = {
        f"vocabulary.{name}.{value}"
        for name, values in vocabularies.items()
        for value in values
        if name != "languages"  # Babel knows what languages are called
    }
    return [
        Problem(file.shown, 1, 1, "MISSING_WORD", (key,), {"key": key}, f'{key}: "…"')
        for key in sorted((shared | labels) - words[language].keys())
    ]


def _wording_problems(
    language: str, words: Mapping[str, Mapping[str, str]], file: DataFile, document: Document
) -> list[Problem]:
    """Words whose ``{placeholders}`` differ from English, or that hold HTML."""
    problems = []
    model = words.get(FALLBACK, words[language])
    for key, word in words[language].items():
        place = document.value_place((key,))
        wanted, found = _placeholders(model.get(key, word)), _placeholders(word)
        if found is None or (wanted is not None and found != wanted):
            names = ", ".join(f"{{{name}}}" for name in sorted(wanted or ())) or "–"
            values = {"key": key, "expected": names}
            problems.append(Problem(file.shown, *place, "WORD_PLACEHOLDERS", (key,), values))
        if not key.startswith("problem.") and _HTML.search(word):
            problems.append(Problem(file.shown, *place, "HTML_IN_WORD", (key,), {"key": key}))
    return problems


def _placeholders(word: str) -> frozenset[str] | None:
    """Names in braces that a word has to be filled in with; None where braces are torn."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(word) if name is not None)
    except ValueError:
        return None
