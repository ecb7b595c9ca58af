"""Contributions as they come: a real repository, a base branch, branches of others."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.contribution.summary import escaped
from macros.review import main
from tests.conftest import LONG
from tests.small_project import PRACTICE, small_project, write_entry

NEW = {**PRACTICE, "title": {"cs": "Nový dvůr", "pl": "Nowe podwórko"}}


@dataclass(frozen=True)
class Reviewed:
    """What a review has said."""

    status: int
    output: str
    summary: str
    preview: Path
    room: Path

    @property
    def notes(self) -> list[str]:
        return [
            line
            for line in self.output.splitlines()
            if line.startswith(("::error ", "::warning ", "::notice "))
        ]


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    safe = ["-c", "protocol.file.allow=always", "-c", "core.hooksPath=/dev/null"]
    subprocess.run(["git", *who, *safe, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with its base branch."""
    folder = small_project(tmp_path_factory.mktemp("repository") / "base", {"dum": PRACTICE})
    (folder / ".gitignore").write_text(".cache/\n__pycache__/\nsite\n", "utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "Begin")
    return folder


def contribution(base: Path, folder: Path, change: Callable[[Path], object]) -> Path:
    """A checkout of a branch on which somebody has changed something."""
    git(folder, "clone", "--quiet", str(base), "theirs")
    theirs = folder / "theirs"
    git(theirs, "checkout", "--quiet", "-b", "contribution")
    change(theirs)
    git(theirs, "add", "--all")
    git(theirs, "commit", "--quiet", "-m", "Contribute")
    git(folder, "clone", "--quiet", "--branch", "contribution", str(theirs), "checkout")
    return folder / "checkout"


def review(base: Path, folder: Path, change: Callable[[Path], object], *more: str) -> Reviewed:
    checkout = contribution(base, folder, change)
    summary, preview, room = folder / "summary.md", folder / "preview", folder / "room"
    done = subprocess.run(
        [
            sys.executable, "-m", "macros", "review", "--from", str(checkout), "--room", str(room),
            "--summary", str(summary), *more,
        ],
        cwd=base, capture_output=True, text=True, check=False, timeout=LONG,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    text = summary.read_text("utf-8") if summary.exists() else ""
    return Reviewed(done.returncode, done.stdout, text, preview, room)


def test_good_contribution_is_fine_in_three_languages_and_has_a_preview(
    base: Path, tmp_path: Path
) -> None:
    reviewed = review(
        base,
        tmp_path,
        lambda theirs: write_entry(theirs, "practices", "novy-dvur", NEW),
        "--preview",
        str(tmp_path / "preview"),
    )
    assert (reviewed.status, reviewed.notes) == (0, [])
    for title in ("co jsme našli", "co znaleźliśmy", "what was found"):
        assert title in reviewed.summary
    assert escaped("data/practices/novy-dvur.yml") in reviewed.summary
    assert "> pl: Nowe podwórko" in reviewed.summary
    assert "preview" in reviewed.summary
    page = (reviewed.preview / "practices" / "novy-dvur" / "index.html").read_text("utf-8")
    assert "Nový dvůr" in page.replace("\N{NO-BREAK SPACE}", " ")


def test_what_has_to_be_mended_is_told_at_its_line_in_every_language(
    base: Path, tmp_path: Path
) -> None:
    bad = {**NEW, "sources": ["neznamy"], "aim": {"cs": "Volejte 601 123 456."}}
    reviewed = review(
        base, tmp_path, lambda theirs: write_entry(theirs, "practices", "novy-dvur", bad)
    )
    written = json.dumps(bad, ensure_ascii=False, indent=1).split("\n")
    line = next(number for number, text in enumerate(written, 1) if "neznamy" in text)
    assert reviewed.status == 1
    (unknown,) = (note for note in reviewed.notes if "UNKNOWN_REFERENCE" in note)
    assert unknown.startswith(f"::error file=data/practices/novy-dvur.yml,line={line},col=")
    assert all(words in unknown for words in ("neexistuje", "Nie ma wpisu", "There is no entry"))
    assert any("PERSONAL_PHONE" in note for note in reviewed.notes)
    assert "601 123" not in reviewed.output + reviewed.summary
    for found in ("osobní údaje: 1", "Nieznane źródła: 1", "Possible personal data: 1"):
        assert found in reviewed.summary


def test_missing_translation_is_counted(base: Path, tmp_path: Path) -> None:
    half = {**NEW, "title": {"cs": "Nový dvůr"}}
    reviewed = review(
        base, tmp_path, lambda theirs: write_entry(theirs, "practices", "novy-dvur", half)
    )
    assert reviewed.status == 0
    assert "Not translated: data/practices/novy-dvur.yml (pl: 1)" in reviewed.summary.replace(
        "\\", ""
    )


def test_a_translation_left_behind_is_counted(base: Path, tmp_path: Path) -> None:
    def change(theirs: Path) -> None:
        record = theirs / "data/translations/practices/dum.yml"
        record.parent.mkdir(parents=True, exist_ok=True)
        record.write_text('pl:\n  title: "0123456789abcdef"\n', "utf-8")

    said = review(base, tmp_path, change).summary.replace("\\", "")
    assert "the translation has not: data/practices/dum.yml (pl: 1)" in said
    assert "Not translated: 0" in said


def hostile(theirs: Path) -> None:
    """Everything at once that somebody might try."""
    marker = theirs.parent / "was-run"
    run = f"\nopen({str(marker)!r}, 'w').close()\n"
    for name in ("__init__.py", "review.py", "handbook.py"):
        path = theirs / "macros" / name
        path.write_text(path.read_text("utf-8") + run, "utf-8")
    (theirs / "conftest.py").write_text(run, "utf-8")
    settings = theirs / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\n# changed\n", "utf-8")
    rules = theirs / "data/privacy/rules.yml"
    rules.write_text(rules.read_text("utf-8").replace("severity: error", "severity: question"))
    title = "x\n::error::y <script>alert(1)</script> [a](javascript:b) @team `c` | {{ 7*7 }}"
    write_entry(theirs, "practices", "novy-dvur", {**NEW, "aim": {"cs": title}})
    write_entry(theirs, "practices", "volejte", {**NEW, "aim": {"cs": "Volejte 601 123 456."}})
    (theirs / "data/practices/tajne.yml").symlink_to("/etc/passwd")
    (theirs / "data/goals/x\n::error file=a::b.yml").write_text("a: b\n", "utf-8")
    (theirs / "data/sources/velky.yml").write_bytes(b"# " + b"x" * 9_000_000)
    (theirs / "docs/pl/shadow").symlink_to("/etc")


def test_hostile_contribution_is_read_as_data_and_nothing_of_it_is_run(
    base: Path, tmp_path: Path
) -> None:
    reviewed = review(base, tmp_path, hostile, "--preview", str(tmp_path / "preview"))
    assert reviewed.status == 1
    assert not (tmp_path / "was-run").exists()
    assert not reviewed.preview.exists()
    told = "\n".join(reviewed.notes)
    for code in ("SYMLINK", "TOO_LARGE", "BAD_FILE_NAME", "PERSONAL_PHONE"):
        assert code in told, code
    assert all(
        line.startswith(("::error file=data/", "::error file=docs/", "::warning file=d"))
        for line in reviewed.notes
    )
    for other in ("macros/review.py", "mkdocs.yml", "data/privacy/rules.yml", "conftest.py"):
        assert escaped(other) in reviewed.summary
        assert f"file={other}" not in told
    assert "root:" not in reviewed.output + reviewed.summary
    for live in ("<script", "](javascript", "\n::error", " @team", "\n::"):
        assert live not in reviewed.summary


def test_page_that_tries_to_run_something_is_refused(base: Path, tmp_path: Path) -> None:
    def attack(theirs: Path) -> None:
        for language in ("cs", "pl"):
            page = theirs / "docs" / language / "index.md"
            page.write_text(page.read_text("utf-8") + "\n{{ ''.__class__.__mro__ }}\n", "utf-8")

    reviewed = review(base, tmp_path, attack, "--preview", str(tmp_path / "preview"))
    assert reviewed.status == 1
    assert sum("title=MACRO_FAILED" in note for note in reviewed.notes) == 2
    assert not reviewed.preview.exists()


def test_links_are_never_followed_into_the_room(base: Path, tmp_path: Path) -> None:
    def link(theirs: Path) -> None:
        practices = theirs / "data" / "practices"
        (practices / "dum.yml").unlink()
        practices.rmdir()
        practices.symlink_to("/etc")

    reviewed = review(base, tmp_path, link)
    assert reviewed.status == 1
    assert any(
        "file=data/practices,line=1" in note and "SYMLINK" in note for note in reviewed.notes
    )
    assert not any(path.is_symlink() for path in (reviewed.room / "data").rglob("*"))


def test_wrong_use_has_its_own_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing, here = str(tmp_path / "none"), str(tmp_path)
    for wrong in ([], ["--from", missing, "--room", missing], ["--from", here, "--room", here]):
        assert main(wrong) == 2
        assert capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "<b>",
        "[a](b)",
        "![a](b)",
        "*a*",
        "`a`",
        "a|b",
        "> a",
        "- a",
        "1. a",
        "@a",
        "a\x1b[0m",
    ],
)
def test_nothing_in_a_text_is_formatted(text: str) -> None:
    assert escaped(text).replace("\\", "") == text.replace("\x1b", " ")
    for sign in "#<>[]()!*`|>-.@":
        assert sign not in escaped(text).replace(f"\\{sign}", "")


def test_file_names_of_the_test_are_possible_here(tmp_path: Path) -> None:
    """Where a file system has no names with line breaks, the hostile test would prove less."""
    path = tmp_path / "x\ny"
    path.touch()
    assert os.listdir(tmp_path) == ["x\ny"]  # noqa: PTH208
