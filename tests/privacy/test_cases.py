"""The rules for personal data: what has to be found, and what must not be."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros.model.privacy import PrivacyRules
from macros.privacy.search import PersonalData
from macros.reading.privacy_rules import read_privacy_tables
from tests.conftest import PROJECT
from tests.reading.project_words import PROJECT_WORDS

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
TABLES = read_privacy_tables(PROJECT / "data", project_root=PROJECT)


@dataclass(frozen=True)
class Case:
    """A text and the rule and words of everything that has to be found in it."""

    name: str
    text: str
    finds: list[tuple[str, str]]


def _cases() -> Iterator[Case]:
    for path in CASES:
        written = yaml.safe_load(path.read_text("utf-8"))
        for one in written["alarms"]:
            finds = [(found["rule"], found["text"]) for found in one["finds"]]
            yield Case(path.stem, one["text"], finds)
        for text in written["silence"]:
            yield Case(path.stem, text, [])


ALL = tuple(_cases())


def rules() -> PrivacyRules:
    assert TABLES.rules is not None
    return TABLES.rules


@pytest.fixture(scope="module")
def personal_data() -> PersonalData:
    assert TABLES.names is not None
    return PersonalData(rules(), TABLES.names)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.name}: {case.text}")
def test_exactly_what_has_to_be_found_is_found(case: Case, personal_data: PersonalData) -> None:
    found = personal_data.find(case.text)
    assert [(one.rule.name, case.text[one.start : one.end]) for one in found] == case.finds


def test_every_rule_has_a_case_and_its_words() -> None:
    told = {name for case in ALL for name, _ in case.finds}
    assert {rule.name for rule in rules().rules} == told
    for language in ("cs", "pl", "en"):
        assert {f"problem.personal_{name}" for name in told} <= set(PROJECT_WORDS[language])


def whole(pattern: str) -> str:
    parts = rules().parts
    return re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], pattern)


def test_patterns_say_the_same_in_javascript() -> None:
    """Every pattern with the flag u finds in every case what Python finds."""
    node = shutil.which("node")
    assert node, "Node is set up by the build"
    texts = [case.text for case in ALL]
    patterns = [
        (whole(pattern), rule.any_case and pattern == rule.pattern)
        for rule in rules().rules
        for pattern in (rule.pattern, rule.not_after, rule.not_before)
        if pattern
    ] + [(hint, False) for hint in rules().hints.values()]
    program = """
        const [patterns, texts] = JSON.parse(require("fs").readFileSync(0, "utf8"));
        console.log(JSON.stringify(patterns.map(([pattern, anyCase]) => texts.map((text) =>
            [...text.matchAll(new RegExp(pattern, anyCase ? "giu" : "gu"))].map((m) => m[0])))));
    """
    done = subprocess.run(
        [node, "-e", program],
        input=json.dumps([patterns, texts]),
        capture_output=True,
        text=True,
        check=True,
    )
    here = [
        [
            [match[0] for match in re.finditer(pattern, text, re.IGNORECASE if any_case else 0)]
            for text in texts
        ]
        for pattern, any_case in patterns
    ]
    assert json.loads(done.stdout) == here


def test_patterns_keep_to_what_both_languages_share() -> None:
    written = [whole(rule.pattern) for rule in rules().rules] + list(rules().parts.values())
    assert [one for one in written if re.search(r"\\[bBdDwW]|\(\?P|\(\?[a-z]", one)] == []


def test_long_hostile_texts_take_no_time(personal_data: PersonalData) -> None:
    """A pattern that tries everything twice would never come to an end here."""
    for piece in (
        "a",
        "1",
        "1 ",
        "a.",
        "Jana ",
        "ul. ",
        "A1",
        "@a.",
        "+420 ",
        "nar. 1. ",
        "12-",
        "a@b.cz ",
        "Na Dlouhé ",
        "paní Ovaova ",
        "pesel r.č. 1 2 ",
    ):
        personal_data.find(piece * (60_000 // len(piece)) + "@ 1234567890 794 01 ° č. nr ")
