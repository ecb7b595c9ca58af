"""Form and terminal give the same verdicts on the same entries."""

import copy
import json
import math
import random
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from macros.model.context import Context
from macros.model.kinds import KINDS
from macros.privacy.for_browsers import rules_for_browsers
from macros.privacy.search import PersonalData
from macros.reading.characters import CODES, refused_characters
from macros.reading.document import Document, read_document_text
from macros.reading.entries import Data, read_data
from macros.reading.validation import validate
from macros.reading.yaml_file import read_yaml
from tests.conftest import PROJECT
from tests.contribution.in_node import asked
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


def entries_of(folder: str) -> list[dict[str, Any]]:
    """All entries in a folder of data as plain values, but for those that were withdrawn."""
    read = (
        read_yaml(path, path.name)[1].data
        for path in sorted((PROJECT / "data" / folder).glob("*.yml"))
    )
    return [
        json.loads(json.dumps(data))
        for data in read
        if data is not None and data.get("status") != "withdrawn"
    ]


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


TRAPS = (
    "no", "yes", "17:30", "17:30\n18:00", "null", "~", "1e3", "0x1F", "012", "2024-01-01", "- a",
    "a: b", "#1", "a #b", " a", "a ", "a\n", "\na", "a\n\n b", "a\n b\n  c", "a \nb", "'", '"',
    "\\",
    "{a", "[a", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "---", "...", "a\n---\nb", "a\tb",
    "a\n\tb", "x" * 300, "x " * 200 + "x", "\u00a0a", "a\u00a0", "\U0001f600", "Žluťoučký kůň", "",
    "=", "<<", "?", "? a", ":", "a:", "-", "a\n#b", "a\n: b", "\u2028", "\u0085", "\ufeffa",
)  # fmt: skip


def made_up(count: int) -> list[str]:
    """Texts that hypothesis makes, the same in every run."""
    texts: list[str] = []
    signs = st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n:#-'\"|>\t{}[]&*!%")

    @seed(10)
    @settings(max_examples=count, database=None, phases=[Phase.generate])
    @given(st.text(signs, max_size=160))
    def keep(text: str) -> None:
        texts.append(text)

    keep()
    return texts


def everywhere(text: str) -> dict[str, Any]:
    """An entry that has the text at every sort of place."""
    return {
        "title": {"cs": text},
        "tips": [{"cs": text}],
        "steps": [{"text": {"pl": text}, "title": {"cs": text}}],
        "original_title": text,
        "values": [1, 2.5, True, None],
    }


def test_what_the_form_writes_reads_back_exactly(tmp_path: Path) -> None:
    texts = [*TRAPS, *made_up(400)]
    real = (one for kind in KINDS.values() if kind.address for one in entries_of(kind.folder))
    entries = [*map(everywhere, texts), *real]
    written = asked([{"ask": "yaml", "data": entry} for entry in entries], tmp_path)
    for entry, text in zip(entries, written, strict=True):
        document = read_document_text(text, "x.yml")
        told = {one.code for one in document.problems}
        assert told <= set(CODES), (entry, text)
        if not told:
            assert json.loads(json.dumps(document.data)) == _composed(entry), text


def _composed(value: Any) -> Any:
    """Accents as the reader composes them."""
    return json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))
