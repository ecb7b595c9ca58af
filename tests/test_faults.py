"""Broken files: clear messages with the right line, all at once, and the old site stays whole."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import COPIED, PROJECT, run
from tests.test_site import contents

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "faults.yml").read_text("utf-8")
)
NAMES = [case["name"] for case in CASES]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a site built from it; each test mends what it breaks."""
    folder = tmp_path_factory.mktemp("faults") / "project"
    folder.mkdir()
    for name in COPIED:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    built = run(["build"], folder, PARTS="pages")
    assert built.status == 0, built.errors
    return folder


def broken(case: dict[str, Any], folder: Path) -> tuple[Path, bytes, int]:
    """Break a file as the case says; its path, its right bytes, the line of the fault."""
    path = folder / case["file"]
    right = path.read_bytes()
    old = case["replace"].encode()
    new = case["by"] if isinstance(case["by"], bytes) else case["by"].encode()
    assert right.count(old) >= 1, "the case no longer fits the file"
    before, _, after = right.partition(old)
    path.write_bytes(before + new + after)
    blank = len(new) - len(new.lstrip(b"\n"))
    return path, right, before.count(b"\n") + blank + 1


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_each_fault_is_told_with_its_line_and_the_site_stands(
    case: dict[str, Any], published: Path
) -> None:
    site = contents(published / "site")
    path, right, line = broken(case, published)
    try:
        checked = run(["check", "--format", "json", "--lang", "cs"], published)
        built = run(["build"], published, PARTS="pages", LANG="pl_PL.UTF-8")
    finally:
        path.write_bytes(right)
    problems = json.loads(checked.output)
    assert checked.status == 1
    found = [problem for problem in problems if problem["code"] == case["code"]]
    assert [problem["path"] for problem in found] == [case["file"]], problems
    if case["code"] != "MISSING_FIELD":
        assert found[0]["line"] == line or "title" in case["name"], found
    assert case.get("example", "") in str(found[0]["example"]) + found[0]["message"]
    assert found[0]["message"][0].isupper() or not found[0]["message"][0].isalpha()
    assert built.status == 1
    assert f"{case['file']}:{found[0]['line']}:" in built.errors
    assert "Traceback" not in built.errors + checked.errors
    assert contents(published / "site") == site


def test_ten_faults_are_told_at_once(published: Path) -> None:
    """Each in its own copy of the same entry, so that none hides another."""
    source = (published / "data/practices/dum-23-bytu.yml").read_text("utf-8")
    cases = [
        case for case in CASES if case["file"].endswith("dum-23-bytu.yml") and not case.get("bytes")
    ]
    made = []
    for number, case in enumerate(cases):
        path = published / "data/practices" / f"kopie-{number}.yml"
        path.write_text(source.replace(case["replace"], case["by"], 1), "utf-8")
        made.append(path)
    try:
        checked = run(["check", "--format", "json"], published)
    finally:
        for path in made:
            path.unlink()
    problems = json.loads(checked.output)
    told = {(problem["path"], problem["code"]) for problem in problems}
    expected = {
        (f"data/practices/kopie-{number}.yml", case["code"]) for number, case in enumerate(cases)
    }
    assert len(expected) >= 7
    assert told == expected


@pytest.mark.parametrize("language", ["cs", "pl", "en"])
def test_the_text_form_begins_as_editors_expect(language: str, published: Path) -> None:
    path, right, line = broken(CASES[1], published)
    try:
        checked = run(["check", "--lang", language], published)
    finally:
        path.write_bytes(right)
    first = checked.output.splitlines()[0]
    assert first.startswith(f"data/practices/dum-23-bytu.yml:{line}:1: UNKNOWN_FIELD ")
    assert "risks" in checked.output


def test_check_reports_only_what_it_was_asked_about(published: Path) -> None:
    path, right, _ = broken(CASES[1], published)
    try:
        elsewhere = run(["check", "data/goals"], published)
        here = run(["check", "data/practices"], published)
        nowhere = run(["check", "data/nothing"], published)
    finally:
        path.write_bytes(right)
    assert (elsewhere.status, here.status, nowhere.status) == (0, 1, 2)


def test_a_source_that_nobody_names_is_a_problem(published: Path) -> None:
    unused = published / "data/sources/nikdo-neuvadi.yml"
    shutil.copy(published / "data/sources/eurotopia-projekt-krnov.yml", unused)
    try:
        checked = run(["check", "--lang", "en"], published)
    finally:
        unused.unlink()
    assert checked.status == 1
    assert "data/sources/nikdo-neuvadi.yml:1:1: UNUSED_SOURCE" in checked.output


def test_broken_words_and_a_missing_data_folder_are_told_plainly(published: Path) -> None:
    nowhere = run(["check", "--format", "json"], published, DATA=str(published / "nowhere"))
    assert [problem["code"] for problem in json.loads(nowhere.output)] == ["MISSING_FOLDER"]
    vocabulary = published / "data/vocabulary/settings.yml"
    right = vocabulary.read_bytes()
    vocabulary.unlink()
    try:
        checked = run(["check", "--format", "json"], published)
    finally:
        vocabulary.write_bytes(right)
    codes = {problem["code"] for problem in json.loads(checked.output)}
    assert "UNKNOWN_LINK" not in codes, "a missing list makes healthy files look broken"
    assert checked.status == 1


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("PARTS", "pagse"),
        ("SOURCE_DATE_EPOCH", "yesterday"),
        ("SOURCE_DATE_EPOCH", "99999999999999"),
        ("SITE", "data/site"),
        ("PORT", "eighty"),
        ("PORT", "65536"),
    ],
)
def test_settings_that_mean_nothing_are_refused(setting: str, value: str, published: Path) -> None:
    done = run(["build"], published, **{setting: value})
    assert done.status == 2
    assert setting in done.errors
    assert "Traceback" not in done.errors
