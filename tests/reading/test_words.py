"""Every problem has its sentence, every field its label, in Czech, Polish and English."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from macros.model.chapter import Chapter
from macros.model.entry import Tombstone
from macros.model.kinds import KINDS
from macros.model.operator import Operator
from macros.model.vocabulary import Vocabulary
from macros.reading.shape import fields_in

from .every_code import codes
from .handbook_case import laid_over_base, read_handbook
from .project_words import PROJECT_WORDS
from .test_cases import CASES, expected_of

LANGUAGES = ("cs", "pl", "en")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
HINTS = {"nearest", "choices"}
"""Values that the report adds as a sentence of their own."""
MODELS: list[type[BaseModel]] = [
    *(kind.model for kind in KINDS.values()),
    Operator,
    Chapter,
    Vocabulary,
    Tombstone,
]
NOT_IN_A_CASE = {"UNREADABLE", "WRONG_VALUE", "YAML_NOTATION"}
"""A file the user may not read (tests run as root); and codes for what we do not foresee."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    lacking = {code for code in codes() if f"problem.{code.lower()}" not in PROJECT_WORDS[language]}
    assert lacking == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_label(language: str) -> None:
    names = {name for name, _ in fields_in(MODELS)}
    assert {name for name in names if f"field.{name}" not in PROJECT_WORDS[language]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name(language: str, kind: str) -> None:
    assert PROJECT_WORDS[language][f"kind.{kind}.one"]
    assert PROJECT_WORDS[language][f"kind.{kind}.many"]


def test_every_code_is_provoked_by_a_case() -> None:
    told = {one["code"] for case in CASES for one in expected_of(case)["problems"]}
    assert codes() - told - NOT_IN_A_CASE == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sentences_are_filled_with_exactly_their_values(case: Path, tmp_path: Path) -> None:
    made: list[Any] = expected_of(case).get("make", [])
    for problem in read_handbook(laid_over_base(case, made, tmp_path / "book")).problems:
        for language in LANGUAGES:
            template = PROJECT_WORDS[language][f"problem.{problem.code.lower()}"]
            asked = set(PLACEHOLDER.findall(template))
            assert asked - HINTS == set(problem.values) - HINTS, (problem.code, language)


def test_languages_have_the_same_keys() -> None:
    keys = {language: set(PROJECT_WORDS[language]) for language in LANGUAGES}
    assert keys["cs"] == keys["pl"] == keys["en"]


def test_words_are_written_in_one_way() -> None:
    """Sorted, one key a line, so that two people's additions do not collide."""
    for language in LANGUAGES:
        text = (Path(__file__).parents[2] / "data/ui" / f"{language}.yml").read_text("utf-8")
        assert list(yaml.safe_load(text)) == sorted(PROJECT_WORDS[language])
