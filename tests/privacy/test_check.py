"""Personal data as `make check` tells of them: place, severity, exceptions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.cache import Cache
from macros.inspection import Inspection, inspect
from macros.options import options
from macros.privacy_check import PrivacyCheck
from macros.reading.entries import read_data
from macros.reading.privacy_rules import read_privacy_tables
from macros.reading.problem import Problem
from macros.reading.prose import Prose
from macros.reading.report import as_github, as_text, message_words, sentence
from tests.conftest import PROJECT
from tests.privacy.test_cases import ALL
from tests.reading.project_words import PROJECT_WORDS
from tests.small_project import PRACTICE, small_project

EXCEPTION = """exceptions:
  - file: data/practices/dum.yml
    rule: person
    text: "{text}"
    reason: "Autorka vydané metodiky."
"""


def inspected(folder: Path) -> Inspection:
    environment = {"CACHE": str(folder / ".cache")}
    return inspect(options(folder, environment))


def told(folder: Path) -> list[Problem]:
    """What is said of personal data; nothing here looks like a source of the practice."""
    return [
        problem
        for problem in inspected(folder).problems
        if problem.code.startswith("PERSONAL") or "EXCEPTION" in problem.code
        or problem.path.startswith("data/privacy")
    ]  # fmt: skip


def project_saying(folder: Path, text: str, prose: str = "") -> Path:
    entry: Mapping[str, Any] = {**PRACTICE, "aim": {"cs": text, "pl": "Cel."}}
    return small_project(folder / "project", {"dum": entry}, prose)


def test_phone_in_an_entry_is_an_error_at_its_place(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Volejte prosím +420 601 123 456.")
    (problem,) = told(project)
    lines = (project / "data/practices/dum.yml").read_text("utf-8").split("\n")
    assert lines[problem.line - 1][problem.column - 1 :].startswith("+420 601 123 456")
    assert (problem.code, problem.severity) == ("PERSONAL_PHONE", "error")
    assert inspected(project).handbook is None


def test_message_says_why_and_does_not_repeat_the_number(tmp_path: Path) -> None:
    problems = told(project_saying(tmp_path, "Volejte prosím +420 601 123 456."))
    for language, why in (("cs", "vede k člověku"), ("pl", "prowadzi do człowieka")):
        text = as_text(problems, message_words(language, PROJECT_WORDS))
        assert why in text
        assert "601 123" not in text


def test_name_is_a_question_and_the_site_is_built_all_the_same(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Pozvala nás Jana Nováková.")
    (problem,) = told(project)
    assert (problem.code, problem.severity) == ("PERSONAL_PERSON", "question")
    assert inspected(project).handbook is not None
    words = message_words("cs", PROJECT_WORDS)
    assert "(otázka)" in as_text([problem], words)
    assert as_github([problem], words).startswith("::notice file=data/practices/dum.yml,")


def test_page_of_prose_is_looked_at_too(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Cíl.", prose="Jana Nováková pomohla. {{ no_claim() }}")
    assert {problem.path for problem in told(project)} == {"docs/cs/index.md", "docs/pl/index.md"}


def test_comment_in_a_file_is_looked_at_too(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Cíl.")
    path = project / "data/practices/dum.yml"
    path.write_text(path.read_text("utf-8") + "# jana@example.org\n", "utf-8")
    assert [problem.code for problem in told(project)] == ["PERSONAL_EMAIL"]


def test_entry_is_searched_as_it_was_read(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Pozvala nás Jana Nováková.")
    chosen = options(project, {"CACHE": str(tmp_path / ".cache")})
    tables = read_privacy_tables(chosen.data, project_root=project)
    check = PrivacyCheck(tables, chosen, Cache(None), "house")
    entry = project / "data/practices/dum.yml"
    named = entry.read_text("utf-8")
    entry.write_text(named.replace("Jana Nováková", "paní z domu"), "utf-8")
    data = read_data(chosen.data, ("cs", "pl"), project_root=project, heard=check.hear)
    entry.write_text(named, "utf-8")
    assert list(check.problems(data, Prose((), ()))) == []
    unheard = PrivacyCheck(tables, chosen, Cache(None), "house")
    (problem,) = unheard.problems(data, Prose((), ()))
    assert problem.code == "PERSONAL_PERSON"


def test_reasoned_exception_silences_its_place_and_no_other(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Metodiku napsala Jana Nováková a četl ji Petr Novák.")
    exceptions = project / "data/privacy/exceptions.yml"
    exceptions.write_text(EXCEPTION.format(text="Jana Nováková"), "utf-8")
    (problem,) = told(project)
    assert problem.values["value"] == "Pet…"


def test_exception_that_fits_nothing_any_more_is_told(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Cíl.")
    exceptions = project / "data/privacy/exceptions.yml"
    exceptions.write_text(EXCEPTION.format(text="Jana Nováková"), "utf-8")
    (problem,) = told(project)
    assert (problem.code, problem.severity, problem.line) == ("UNUSED_EXCEPTION", "warning", 2)


def test_exception_without_a_reason_is_refused(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Cíl.")
    exceptions = project / "data/privacy/exceptions.yml"
    written = EXCEPTION.format(text="Jana").replace("Autorka vydané metodiky.", "ok")
    exceptions.write_text(written, "utf-8")
    assert [problem.code for problem in told(project)] == ["TEXT_TOO_SHORT"]


def test_handbook_without_rules_is_refused(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Cíl.")
    (project / "data/privacy/rules.yml").unlink()
    assert [problem.code for problem in told(project)] == ["MISSING_FILE"]


def test_rule_that_is_no_pattern_is_told_without_a_stack_trace(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Cíl tel. 601 123 456")
    rules = project / "data/privacy/rules.yml"
    rules.write_text(rules.read_text("utf-8").replace("{alone}", "(", 1), "utf-8")
    assert "PRIVACY_PATTERN" in [problem.code for problem in told(project)]


def test_verdict_is_the_same_when_it_was_kept(tmp_path: Path) -> None:
    project = project_saying(tmp_path, "Pozvala nás Jana Nováková.")
    assert told(project) == told(project) != []
    rules = project / "data/privacy/rules.yml"
    rules.write_text(rules.read_text("utf-8").replace("severity: question", "severity: warning"))
    assert [problem.severity for problem in told(project)] == ["warning"]


def test_every_message_is_provoked_in_an_entry(tmp_path: Path) -> None:
    texts = [case.text.replace('"', "″") for case in ALL if case.finds]
    wanted = {f"PERSONAL_{name.upper()}" for case in ALL for name, _ in case.finds}
    problems = told(project_saying(tmp_path, " | ".join(texts)))
    assert {problem.code for problem in problems} == wanted
    for problem in problems:
        for language in ("cs", "pl", "en"):
            said = sentence(problem, message_words(language, PROJECT_WORDS))
            assert problem.values["value"] in said
            assert "{" not in said


def test_own_content_gives_no_alarm() -> None:
    found = inspect(options(PROJECT, {"CACHE": str(PROJECT / ".cache" / "tests")})).problems
    assert [problem for problem in found if problem.code.startswith("PERSONAL")] == []
