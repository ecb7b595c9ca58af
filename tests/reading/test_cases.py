"""Every folder in cases/ holds files and the problems that have to come, and no others."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.reading.report import message_words, sentence

from .handbook_case import laid_over_base, read_handbook
from .project_words import PROJECT_WORDS

CASES = sorted((Path(__file__).parent / "cases").iterdir())


# Any: a case is YAML.
def expected_of(case: Path) -> dict[str, Any]:
    expected: dict[str, Any] = yaml.safe_load((case / "expected.yml").read_text("utf-8"))
    return expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_gives_exactly_its_problems(case: Path, tmp_path: Path) -> None:
    expected = expected_of(case)
    handbook = read_handbook(laid_over_base(case, expected.get("make", []), tmp_path / "book"))
    told = [
        {"at": f"{problem.path}:{problem.line}:{problem.column}", "code": problem.code}
        for problem in handbook.problems
    ]
    assert told == [{"at": one["at"], "code": one["code"]} for one in expected["problems"]]
    for one, problem in zip(expected["problems"], handbook.problems, strict=True):
        if "example" in one:
            assert problem.example == one["example"]
        for language in ("cs", "pl", "en"):
            if language in one:
                words = message_words(language, PROJECT_WORDS)
                assert sentence(problem, words) == one[language]


def test_base_has_no_problems(tmp_path: Path) -> None:
    assert read_handbook(laid_over_base(None, [], tmp_path / "book")).problems == []
