"""The cases are data: one file in `verification/` for each kind of finding."""

import time
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from macros.publishing.contents import StrangeFile
from macros.publishing.trust import Trust
from macros.publishing.verification import Finding, What, findings_in

FOLDER = Path(__file__).with_name("verification")
SLOT_MARK = "@@slot:"
SHELL = """<!doctype html>
<html lang="cs">
<head><meta charset="utf-8"><title>Page</title>{head}</head>
<body><article><h1>Page</h1>{body}</article></body>
</html>
"""

Case = dict[str, Any]  # what a case holds is told by `build` and by the cases themselves


def cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{case['name']}")
        for path in sorted(FOLDER.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def build(folder: Path, case: Case) -> None:
    """Write the case's `files`, and an index page around its `head` and `body`."""
    page = SHELL.format(head=case.get("head", ""), body=case.get("body", ""))
    for name, content in ({"index.html": page} | case.get("files", {})).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if content is not None else SHELL.format(head="", body="")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(("what", "case"), cases())
def test_case(tmp_path: Path, what: What, case: Case) -> None:
    build(tmp_path, case)
    options = {key: case[key] for key in ("once", "base_path") if key in case}
    expected = [Finding(path, what, *detail) for path, *detail in case.get("findings", [])]
    assert list(findings_in(tmp_path, SLOT_MARK, **options)) == expected


@pytest.mark.parametrize(("what", "case"), cases())
def test_trust_overlooks_nothing(tmp_path: Path, what: What, case: Case) -> None:
    """The case's text as an article in a frame that is looked at once."""
    build(tmp_path, case)
    options = {key: case[key] for key in ("once", "base_path") if key in case}
    trust = Trust(SLOT_MARK, **options)
    article = f"<h1>Page</h1>{case.get('body', '')}"
    frame = SHELL.replace("<h1>Page</h1>{body}", "")
    known = trust.frame("index.html", frame.format(head=case.get("head", "")), ("xqmark",))
    html = (tmp_path / "index.html").read_bytes()
    trust.page("index.html", html, known, article, [])
    expected = [Finding(path, what, *detail) for path, *detail in case.get("findings", [])]
    assert list(findings_in(tmp_path, SLOT_MARK, trust=trust, **options)) == expected


@pytest.mark.parametrize(
    ("article", "own", "wrong"),
    [
        ('<h1>x</h1><p id="a">x</p><a href="../b/">x</a> <a href="#a">x</a>', ["#a"], ""),
        ('<h1>x</h1><a href="../c/">x</a>', [], "missing_file"),
        ('<h1>x</h1><a href="../b/#z">x</a>', [], "missing_anchor"),
        ('<h1>x</h1><a href="#z">x</a>', [], "missing_anchor"),
        ('<h1>x</h1><a href="../../../x/">x</a>', [], "above_site"),
        ('<h1>x</h1><p id="frame">x</p>', [], "duplicate_id"),
        ("<h1>x</h1><h1>x</h1>", [], "wrong_count"),
        ("<p>x</p>", [], "wrong_count"),
        ("<h1>x</h1> @@slot:1", [], "slot_left"),
        ("<h1>x</h1>", ["entry:x"], ""),
    ],
)
def test_pages_in_one_frame_are_judged_as_whole_pages_are(
    tmp_path: Path, article: str, own: list[str], wrong: str
) -> None:
    frame = (
        '<!doctype html><html lang="cs"><title>x</title><nav id="frame"><a href="../b/">x</a>'
        '<a href="#frame">x</a></nav><article>{}</article></html>'
    )
    trust = Trust(SLOT_MARK)
    known = trust.frame("p/x/index.html", frame.format(""), ("xqmark",))
    for name, text, addresses in (("a", article, own), ("b", "<h1>x</h1>", [])):
        path = f"p/{name}/index.html"
        (tmp_path / path).parent.mkdir(parents=True)
        html = frame.format(text).encode()
        (tmp_path / path).write_bytes(html)
        trust.page(path, html, known, text, addresses)
    assert "p/b/index.html" in trust.sizes
    assert "p/a/index.html" not in trust.sizes or wrong in ("", *LATER)
    found = findings_in(tmp_path, SLOT_MARK, trust=trust)
    assert found == findings_in(tmp_path, SLOT_MARK)
    assert {one.what for one in found} == ({wrong} if wrong else set())


LATER = ("missing_file", "missing_anchor")
"""Findings that need the other pages."""


def test_every_kind_has_a_faulty_and_a_sound_case() -> None:
    kinds = {
        path.stem: {bool(case.get("findings")) for case in yaml.safe_load(path.read_text("utf-8"))}
        for path in FOLDER.glob("*.yml")
    }
    assert kinds == {what: {True, False} for what in get_args(What)}


def test_link_in_a_finished_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd").symlink_to("/etc/hostname")
    with pytest.raises(StrangeFile):
        findings_in(tmp_path, SLOT_MARK)


def test_careless_style_sheet_takes_no_time(tmp_path: Path) -> None:
    """Material that could send a pattern back to its start over and over again."""
    pieces = ["url(", "url( ", "/*", '"', "'", "@import ", "\\"]
    for number, piece in enumerate(pieces):
        (tmp_path / f"{number}.css").write_text(piece * 20_000)
    begin = time.process_time()
    findings_in(tmp_path, SLOT_MARK)
    assert time.process_time() - begin < 1
