"""The command ``check``: what it says, in which language, and its exit status."""

import json
import shutil
from pathlib import Path

import pytest

from macros.check import main

from .handbook_case import PRACTICE
from .project_words import PROJECT

BROKEN = PRACTICE.read_text("utf-8").replace("limits: null\n", "").replace("Dům", "Dům: byt")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's data, which DATA names."""
    folder = tmp_path / "data"
    shutil.copytree(PROJECT / "data", folder)
    monkeypatch.setenv("DATA", str(folder))
    return folder


def broken_in(data: Path) -> Path:
    path = data / "practices" / "novy.yml"
    path.write_text(BROKEN, "utf-8")
    return path


def test_problem_is_told_in_the_asked_language(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = broken_in(data)
    assert main([str(path), "--lang", "pl"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"{path}:3:16: ")
    assert "Traceback" not in out


def test_machine_that_speaks_czech_is_told_in_czech(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "cs_CZ.UTF-8")
    assert main([str(broken_in(data))]) == 1
    assert "dvojtečka" in capsys.readouterr().out


def test_json_and_github_hold_the_same_problems(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = broken_in(data)
    assert main([str(path), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert main([str(path), "--format", "github"]) == 1
    notes = capsys.readouterr().out.splitlines()
    assert len(notes) == len(told) == 1
    assert f"title={told[0]['code']}::" in notes[0]


def test_other_file_is_not_reported(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken_in(data)
    assert main([str(data / "vocabulary" / "themes.yml")]) == 0
    assert "novy.yml" not in capsys.readouterr().out


def test_broken_words_leave_the_messages(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data / "ui" / "cs.yml"
    path.write_text("a: b: c\n", "utf-8")
    assert main([str(path), "--lang", "cs"]) == 1
    assert "V textu je dvojtečka s mezerou" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["/no/such/file"], ["--format", "xml"], ["--lang", "de"], ["--unknown"]]
)
def test_wrong_use_has_its_own_status(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err
