"""A warning of the site generator, or a fault in the finished site, stops the build."""

from pathlib import Path

import pytest

from tests.conftest import run


@pytest.mark.parametrize(
    ("addition", "told"),
    [
        ("[nowhere](nowhere.md)", "nowhere.md"),
        ("[no place](authors.md#no-such-place)", "no-such-place"),
        ("![no picture](missing.png)", "missing.png"),
        ('<img src="https://e.example/spy.gif" alt="x">', "foreign_host"),
        ("<a href='javascript:alert(1)'>x</a>", "script_address"),
        ('<div id="sources">twice</div>', "duplicate_id"),
        ("<h1>One</h1><h1>Another</h1>", "wrong_count"),
        ('<p data-style="no-such-styles">x</p>', "no-such-styles"),
    ],
)
def test_what_is_wrong_in_prose_is_not_published(addition: str, told: str, copy: Path) -> None:
    page = copy / "docs/cs/about.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n{addition}\n", "utf-8")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 1
    assert told in built.errors
    assert "Traceback" not in built.errors
    assert not (copy / "site").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ([], 2, "usage"),
        (["bild"], 2, "usage"),
        (["build", "now"], 2, "no arguments"),
        (["serve", "now"], 2, "no arguments"),
        (["check", "--format", "xml"], 2, "invalid choice"),
    ],
)
def test_a_wrong_call_is_answered(arguments: list[str], status: int, told: str, copy: Path) -> None:
    done = run(arguments, copy)
    assert done.status == status
    assert told in done.errors
