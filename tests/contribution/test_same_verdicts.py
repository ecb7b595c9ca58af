"""Form and terminal give the same verdicts on the same entries."""

import copy
import json
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from macros.model.context import Context
from macros.model.kinds import KINDS
from macros.privacy.for_browsers import rules_for_browsers
from macros.privacy.search import PersonalData
from macros.reading.characters import CODES, refused_characters
from macros.reading.document import Document
from macros.reading.entries import Data, read_data
from macros.reading.validation import validate
from macros.reading.yaml_file import read_yaml
from tests.conftest import PROJECT
from tests.contribution.in_node import asked
from tests.contribution.real_entries import entries_of
from tests.privacy.test_cases import ALL as PRIVACY_CASES
from tests.privacy.test_cases import TABLES
from tests.reading.handbook_case import laid_over_base, read_handbook
from tests.reading.test_cases import CASES, expected_of

LANGUAGES = ("cs", "pl")
Verdict = set[tuple[str, str]]


@dataclass(frozen=True)
class Judged:
    """An entry as plain values, and what the terminal says of it."""

    name: str
    data: dict[str, Any]
    """Any: whatever a YAML file can hold."""
    verdict: Verdict


# Any below: pairs of a code and a path, from Python or from JSON.
def verdict(problems: Any) -> Verdict:
    """Characters are told by the line in a file and by the field in a form."""
    return {(code, "" if code in CODES else json.dumps(list(path))) for code, path in problems}


def known(data: Data) -> Mapping[str, object]:
    return {
        "languages": LANGUAGES,
        "vocabulary": {name: list(values) for name, values in data.vocabularies.items()},
        "ids": {kind: sorted(ids) for kind, ids in data.ids.items()},
        "characters": CODES,
    }


def in_the_terminal(document: Document, data: Data) -> Verdict:
    context = Context(LANGUAGES, data.vocabularies, data.ids, "practice")
    model = KINDS["practice"].model
    reading = validate(document, model, context, "x.yml")
    return verdict((one.code, one.field) for one in reading.problems)


def scalars(value: Any) -> Iterator[object]:
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | tuple):
        for one in inner:
            yield from scalars(one)
    else:
        yield value


def is_expressible(value: object) -> bool:
    """JavaScript has no infinite numbers in JSON, and 3.0 is a 3 there."""
    return not isinstance(value, float) or (math.isfinite(value) and not value.is_integer())


def expressible(case: Path, folder: Path) -> Iterator[tuple[Judged, Data]]:
    """The practices of a golden case, but for those whose fault is in the notation of the file."""
    if not list((case / "data" / "practices").glob("*.yml")):
        return
    laid = laid_over_base(case, expected_of(case).get("make", []), folder / case.name)
    data = read_handbook(laid).data
    for path in sorted((case / "data" / "practices").glob("*.yml")):
        _, document = read_yaml(laid / path.relative_to(case), "x.yml")
        told = {one.code for one in document.problems}
        values = document.data
        if values is None or told - set(CODES) or values.get("status") == "withdrawn":
            continue
        if "id" in values or not all(map(is_expressible, scalars(values))):
            continue
        whole = Document(
            {**values, "id": "x"},
            document.values,
            document.names,
            document.problems,
            document.doubtful,
        )
        yield Judged(case.name, values, in_the_terminal(whole, data)), data


def compared(cases: list[Judged], worlds: list[Data], folder: Path) -> None:
    questions = [
        {"ask": "judge", "data": one.data, "world": number} for number, one in enumerate(cases)
    ]
    answers = asked(questions, folder, [known(data) for data in worlds])
    for case, answer in zip(cases, answers, strict=True):
        assert (case.name, verdict(answer)) == (case.name, case.verdict), case.data


def test_golden_cases_that_a_form_can_express(tmp_path: Path) -> None:
    found = [pair for case in CASES for pair in expressible(case, tmp_path)]
    assert len(found) > 40
    assert len({code for case, _ in found for code, _ in case.verdict}) > 20
    compared([case for case, _ in found], [data for _, data in found], tmp_path)


WRONG: tuple[Any, ...] = (
    None, True, False, 7, -1, 3.5, "", "x", "  ", "2024-13", "2024-02-30", "2024-02-29", 2024, 1700,
    [], ["x"], [None], {}, {"cs": "x"}, {"cs": None}, {"cs": ""}, {"de": "x"}, {"cs": "x" * 5000},
    {"cs": 5}, [{"who": {"cs": "x"}, "count": -1}], "planned", "a\u200bb", {"cs": "\u202ea"},
)  # fmt: skip


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in items:
        yield (*path, name)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, name))


def damaged(value: Any, chance: random.Random) -> Any:
    """The entry with one to three places taken away, renamed or filled with something else."""
    made = copy.deepcopy(value)
    for _ in range(chance.randint(1, 3)):
        *way, last = chance.choice(list(places(made)))
        owner = made
        for part in way:
            owner = owner[part]
        what = chance.random()
        if isinstance(owner, dict) and what < 0.2:
            del owner[last]
        elif isinstance(owner, dict) and what < 0.3:
            owner["stranger"] = owner.pop(last)
        else:
            owner[last] = copy.deepcopy(chance.choice(WRONG))
    return made


@pytest.fixture(scope="module")
def real() -> Data:
    return read_data(PROJECT / "data", LANGUAGES, project_root=PROJECT)


@pytest.fixture(scope="module")
def practices() -> list[dict[str, Any]]:
    return entries_of("practices")


def as_read(value: Any) -> Any:
    """Lists as the reader gives them."""
    if isinstance(value, list):
        return tuple(map(as_read, value))
    if isinstance(value, dict):
        return {name: as_read(inner) for name, inner in value.items()}
    return value


def signs_in(value: Any) -> set[str]:
    return {code for _, code, _ in refused_characters(json.dumps(value, ensure_ascii=False))}


def test_damaged_entries(real: Data, practices: list[dict[str, Any]], tmp_path: Path) -> None:
    chance = random.Random(10)
    cases = []
    for number in range(600):
        data = damaged(chance.choice(practices), chance)
        if data.get("status") == "withdrawn":
            continue
        document = Document({**as_read(data), "id": "x"}, {}, {})
        said = in_the_terminal(document, real) | {(code, "") for code in signs_in(data)}
        cases.append(Judged(str(number), data, said))
    questions = [{"ask": "judge", "data": one.data, "world": 0} for one in cases]
    for case, answer in zip(cases, asked(questions, tmp_path, [known(real)]), strict=True):
        assert verdict(answer) == case.verdict, case.data


def test_personal_data(tmp_path: Path) -> None:
    assert TABLES.rules is not None
    assert TABLES.names is not None
    search = PersonalData(TABLES.rules, TABLES.names)
    rules = rules_for_browsers(TABLES.rules, TABLES.names, "practices")
    questions = [{"ask": "privacy", "data": case.text} for case in PRIVACY_CASES]
    for case, answer in zip(PRIVACY_CASES, asked(questions, tmp_path, None, rules), strict=True):
        found = search.find(case.text, "practices")
        assert answer == [[one.rule.name, case.text[one.start : one.end]] for one in found]
