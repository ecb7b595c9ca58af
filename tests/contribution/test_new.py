"""The command ``new``: a conversation, piped in or typed, becomes files that the check accepts."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from macros.contribution.questions import questions
from macros.inspection import inspect
from macros.model.phrases import Phrases
from macros.model.practice import Practice
from macros.model.values import OnPaper
from macros.new import main
from macros.options import options
from tests.conftest import LONG, PROJECT
from tests.reading.project_words import PROJECT_WORDS
from tests.small_project import PRACTICE, small_project

WHOLE = """Světlo v průchodu
Lidé si na dvoře vyjednali světlo a průchod vymalovali.
CZ
Opava
town
2024–2025
Spolek pro dvory
Průchodem se lidé večer báli chodit: každý si stěžoval sám.
- nikdo neodpověděl

Chodit domů beze strachu.

Lídři obešli sousedy.
no
17:30 začalo setkání.

lídři: 4
asi dvacet obyvatel
1 komunitní pracovnice

městský úřad

Barvy zaplatil spolek.

Světlo svítí.

Zápisy ze setkání.

self_reported
Mladí se nepřidali.

Začněte tím, co jde hned.

Zpráva spolku https://example.org/zprava.
written
yes
"""
LEAST = (
    "Plac zabaw\nLudzie naprawili huśtawki.\nPL\n"
    + "\n" * 11
    + "reported\n"
    + "\n" * 3
    + "published_source\nyes\n"
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small handbook's data, which DATA names."""
    folder = small_project(tmp_path / "project", {"dum": PRACTICE}) / "data"
    monkeypatch.setenv("DATA", str(folder))
    monkeypatch.setenv("CACHE", str(tmp_path / "cache"))
    return folder


def say(monkeypatch: pytest.MonkeyPatch, answers: str, *arguments: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    return main(["practice", *arguments])


def files(data: Path) -> set[str]:
    return {str(path.relative_to(data)) for path in data.rglob("*.yml")}


def test_whole_conversation_becomes_files_that_the_check_accepts(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(data)
    assert say(monkeypatch, WHOLE, "--lang", "cs") == 0, capsys.readouterr().err
    assert files(data) - before == {
        "practices/svetlo-v-pruchodu.yml",
        "sources/vlastni-zaznam-svetlo-v-pruchodu.yml",
        "organisations/spolek-pro-dvory.yml",
    }
    found = inspect(options(PROJECT, dict(os.environ)))
    assert [one for one in found.problems if "/project/data/" in one.path] == []
    written = yaml.safe_load((data / "practices/svetlo-v-pruchodu.yml").read_text("utf-8"))
    assert written["status"] == "stub"
    assert [step["text"]["cs"] for step in written["steps"]] == [
        "Lídři obešli sousedy.", "no", "17:30 začalo setkání.",
    ]  # fmt: skip
    assert written["participants"][0] == {"who": {"cs": "lídři"}, "count": 4}
    source = yaml.safe_load(
        (data / "sources/vlastni-zaznam-svetlo-v-pruchodu.yml").read_text("utf-8")
    )
    assert (source["original_title"], source["web_address"]) == (
        "Zpráva spolku", "https://example.org/zprava",
    )  # fmt: skip


def test_what_nobody_knows_stays_unknown(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert say(monkeypatch, LEAST, "--lang", "pl") == 0
    written = yaml.safe_load((data / "practices/plac-zabaw.yml").read_text("utf-8"))
    assert written["title"] == {"pl": "Plac zabaw"}
    unknown = ("place", "period", "situation", "results", "limits", "resources")
    assert {name: written[name] for name in unknown} == dict.fromkeys(unknown)


def test_who_is_asked_in_english_says_in_which_language_is_written(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(monkeypatch, "pl\n" + LEAST, "--lang", "en") == 0
    assert "In which language do you write?" in capsys.readouterr().out
    written = yaml.safe_load((data / "practices/plac-zabaw.yml").read_text("utf-8"))
    assert written["source_language"] == "pl"


def test_nothing_is_ever_written_over(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert say(monkeypatch, LEAST, "--lang", "pl") == 0
    first = (data / "practices/plac-zabaw.yml").read_bytes()
    assert say(monkeypatch, LEAST, "--lang", "pl") == 0
    assert (data / "practices/plac-zabaw.yml").read_bytes() == first
    assert (data / "practices/plac-zabaw-2.yml").is_file()


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("\n", "Tahle odpověď chybět nesmí"),
        ("", "Tahle odpověď chybět nesmí"),
        ("x" * 121 + "\n", "121"),
        (WHOLE.replace("2024–2025", "loni"), "2019–2021"),
        (WHOLE.replace("CZ", "7", 1), "číslo od 1 do 2"),
        (WHOLE.replace("městský úřad", "pište na jana@example.org"), "e-mail"),
        (WHOLE.replace("Spolek pro dvory", ""), "uchovává souhlas"),
    ],
)
def test_wrong_answer_is_told_and_nothing_is_written(
    answers: str,
    told: str,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(data)
    assert say(monkeypatch, answers, "--lang", "cs") == 1
    said = capsys.readouterr().err
    assert told in said
    assert "Nic se nezapsalo" in said
    assert "Traceback" not in said
    assert files(data) == before


def test_name_of_a_person_is_asked_about_and_let_through(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(monkeypatch, WHOLE.replace("městský úřad", "Jana Nováková"), "--lang", "cs") == 0
    assert "Není to jméno člověka" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["goal"], ["practice", "--lang", "de"]])
def test_wrong_use_has_its_own_status(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err


def test_at_a_terminal_a_wrong_answer_is_asked_again_and_ctrl_c_writes_nothing(data: Path) -> None:
    before = files(data)
    ours, theirs = pty.openpty()
    asking = subprocess.Popen(
        [sys.executable, "-m", "macros", "new", "practice", "--lang", "cs"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=PROJECT, start_new_session=True,
        preexec_fn=hearing_ctrl_c,
    )  # fmt: skip
    os.close(theirs)
    seen = read_until(ours, "Vejde se 120 znaků.\r\n> ")
    os.write(ours, b"\n")
    seen += read_until(ours, "Tahle odpověď chybět nesmí.\r\n> ")
    os.write(ours, "Světlo v průchodu\n".encode())
    seen += read_until(ours, "Vejde se 280 znaků.\r\n> ")
    asking.send_signal(signal.SIGINT)
    seen += read_until(ours, "Nic se nezapsalo.")
    assert asking.wait(30) == 130
    os.close(ours)
    assert "Traceback" not in seen
    assert files(data) == before


def hearing_ctrl_c() -> None:
    """Whoever starts the tests in the background has all their children ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def read_until(terminal: int, wanted: str) -> str:
    seen, end = "", time.monotonic() + LONG
    while wanted not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 65_536).decode("utf-8", "replace")
    assert wanted in seen
    return seen


@pytest.mark.parametrize("language", ["cs", "pl", "en"])
def test_every_field_of_the_sheet_is_asked_with_its_meaning(language: str) -> None:
    words = Phrases(PROJECT_WORDS[language], PROJECT_WORDS["en"])
    asked = questions(words, language, None)
    marked = {
        name
        for name, field in Practice.model_fields.items()
        if any(isinstance(mark, OnPaper) for mark in field.metadata)
    }
    assert {one.field for one in asked if one.number} == marked
    assert [one.number for one in asked if one.number] == list(range(1, 17))
    assert all(f"help.practice.{one.field}" in PROJECT_WORDS[language] for one in asked)
