"""Every line knows its room: imports go one way, HTML and human language have theirs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
HOUSE = PROJECT / "macros"

# Room -> rooms it may import. The doors, the files right below macros/ that are not
# named here, may import anything.
ROOMS = {
    "assets": {"cache"},
    "model": set(),
    "reading": {"model"},
    "language": set(),
    "writing": {"model"},
    "publishing": set(),
    "privacy": {"model"},
    "photos": set(),
    "printing": {"model", "writing", "language", "cache"},
    "catalogue": {
        "model",
        "reading",
        "chapter_states",
        "facets",
        "related",
        "status",
        "traceability",
    },
    "chapter_states": {"model", "reading"},
    "shown_at": {"catalogue", "reading"},
    "status": {"model", "catalogue", "chapter_states"},
    "related": {"model"},
    "facets": {"model", "catalogue"},
    "traceability": {"model", "catalogue"},
    "synthesis": {"model", "reading", "yaml_text"},
    "yaml_text": {"reading"},
    "contribution": {"model", "privacy", "reading", "repository", "writing", "yaml_text"},
    "catalogue_facts": {"model", "catalogue", "writing"},
    "open_data": {"model", "reading", "catalogue", "writing"},
    "drawing": set(),
    "overviews": {"model", "reading", "catalogue", "drawing", "writing"},
    "pages": {"model", "catalogue", "overviews", "writing"},
    "search": {"model", "language"},
    "slots": {"writing"},
    "frame": {"assets", "model", "writing"},
    "authoring": {"model", "catalogue", "contribution", "macro_errors", "slots", "writing"},
    "macro_errors": set(),
    "options": {"repository"},
    "repository": set(),
    "cache": set(),
    "made_from": {"cache"},
    "progress": set(),
    "run": {"live", "overviews", "progress", "publishing"},
    "kept_pages": {"cache", "catalogue", "facets", "model", "pages", "related", "writing"},
    "shell": set(),
    "sitemap": {"catalogue", "pages", "writing"},
    "today": set(),
    "watching": set(),
}

# Library -> the only rooms that may import it.
LIBRARIES = {
    "yaml": {"reading"},
    "jinja2": {"writing"},
    "markupsafe": {"writing"},
    "mkdocs": {"hooks", "site_generator"},
    "markdown_it": {"language"},
    "nh3": {"language"},
    "babel": {"language"},
    "weasyprint": {"printing"},
    "pikepdf": {"printing"},
    "pydyf": {"printing"},
    "brotli": {"assets"},
    "fontTools": {"assets", "printing"},
    "segno": {"printing"},
    "docx": {"printing"},
    "xlsxwriter": {"open_data"},
    "lxml": {"printing", "search"},
    "pagefind_bin": {"search"},
    "pypandoc": {"printing"},
    "fcntl": {"publishing"},
    "stdnum": {"privacy"},
    "phonenumbers": {"privacy"},
    "PIL": {"photos", "printing"},
    "watchdog": {"watching"},
}

CZECH_OR_POLISH = re.compile(r"[ěščřžýáíéúůďťňąćęłńóśźż]", re.IGNORECASE)
TAG = re.compile(
    r"</?(a|article|b|body|br|button|code|dd|div|dl|dt|em|figure|form|h[1-6]|head|html|i|iframe"
    r"|img|input|li|link|main|meta|nav|ol|option|p|pre|script|section|select|small|span|strong"
    r"|style|sub|sup|svg|table|tbody|td|th|thead|tr|ul)(\s[^>]*)?/?>"
)
MAY_HOLD_TAGS = {"language", "publishing", "search"}
"""One makes the HTML of entry text, the others read finished pages."""


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def room_of(path: Path, house: Path = HOUSE) -> str:
    parts = path.relative_to(house).parts
    return parts[0] if len(parts) > 1 else path.stem


def imports_of(path: Path, house: Path = HOUSE) -> Iterator[tuple[int, str]]:
    """Line and absolute name of everything a module imports."""
    package = ("macros", *path.relative_to(house).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*start, *([node.module] if node.module else [])))
            yield node.lineno, module
            if not node.module:
                yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def faults_in(path: Path, house: Path = HOUSE) -> list[str]:
    room = room_of(path, house)
    found = []
    for line, name in imports_of(path, house):
        top, _, rest = name.partition(".")
        if top in LIBRARIES and room not in LIBRARIES[top]:
            found.append(f"line {line}: {room} must not import {top}")
        target = rest.partition(".")[0]
        if top == "macros" and target and room in ROOMS and target not in ROOMS[room] | {room}:
            found.append(f"line {line}: {room} must not import {target}")
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_imports_stay_in_their_rooms(path: Path) -> None:
    assert faults_in(path) == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_html_stands_in_templates(path: Path) -> None:
    if room_of(path) in MAY_HOLD_TAGS:
        return
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    explained = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    texts = [
        (node.lineno, node.value)
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in explained
    ]
    assert [(line, text) for line, text in texts if TAG.search(text)] == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PROJECT)))
def test_nothing_is_imported_by_the_back_door(path: Path) -> None:
    if path == HOUSE / "__main__.py":
        return  # loads the wanted command only
    names = {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert not names & {"__import__", "import_module", "exec", "eval"}


TEMPLATES = sorted([*HOUSE.rglob("*.j2"), *(PROJECT / "overrides").rglob("*.html")])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_templates_leave_style_and_order_to_others(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle=", text), "styles stand in overrides/assets"
    assert not re.search(r"\|\s*(sort|dictsort|safe)\b", text), "view.sorted knows languages"


def files_without_human_language() -> list[Path]:
    folders = (HOUSE, PROJECT / "overrides")
    suffixes = {".py", ".j2", ".html", ".css", ".js", ".svg"}
    return sorted(
        path for folder in folders for path in folder.rglob("*") if path.suffix in suffixes
    )


@pytest.mark.parametrize(
    "path", files_without_human_language(), ids=lambda path: str(path.relative_to(PROJECT))
)
def test_czech_and_polish_stand_in_data_and_docs(path: Path) -> None:
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    assert [(number, line) for number, line in lines if CZECH_OR_POLISH.search(line)] == []


def test_the_generator_is_known_to_two_files() -> None:
    knowing = {
        str(path.relative_to(HOUSE))
        for path in modules()
        if any(name.partition(".")[0] == "mkdocs" for _, name in imports_of(path))
    }
    assert knowing == {"hooks.py", "site_generator.py"}


def test_every_room_is_described() -> None:
    described = (PROJECT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = {room_of(path) for path in modules()} - {"__init__", "__main__"}
    assert [room for room in sorted(rooms) if f"macros/{room}" not in described] == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import yaml\n", "line 1: writing must not import yaml"),
        ("from ..reading import entries\n", "line 1: writing must not import reading"),
        ("from .. import language\n", "line 1: writing must not import language"),
        ("from mkdocs.config import base\n", "line 1: writing must not import mkdocs"),
    ],
)
def test_a_line_in_the_wrong_room_is_found(source: str, fault: str, tmp_path: Path) -> None:
    house = tmp_path / "macros"
    (house / "writing").mkdir(parents=True)
    stray = house / "writing" / "stray.py"
    stray.write_text(source, "utf-8")
    assert fault in faults_in(stray, house)
