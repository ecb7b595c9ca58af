"""One Markdown file: its front matter, its headings and its links to entries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.model.chapter import Chapter

from .characters import position
from .document import read_document_text
from .file_text import SITE_SIZE, read_text
from .links import EntryLink, link_targets
from .problem import Problem, shown
from .validation import validate

_FRONT_MATTER = re.compile(r"---[ ]*\n(?P<yaml>.*?)^---[ ]*$\n?", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})")
_HEADING = re.compile(r"(?P<signs>#{1,6}) +(?P<text>.*?)(?: *\{(?P<attributes>[^{}]*)\})? *#* *")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")
_GOOD_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EXAMPLE = "---\ntitle: …\ndescription: …\n---"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page; ``id`` is the anchor its author gave it."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A chapter in one language; ``name`` is its path in the folder, without .md."""

    language: str
    name: str
    chapter: Chapter
    path: str
    body: str
    """The Markdown below the front matter."""
    body_line: int
    """Line of the file at which the body begins."""
    headings: tuple[Heading, ...]
    links: tuple[EntryLink, ...]


def read_page(
    path: Path, language: str, name: str, shown_path: str
) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page, or None and its problems. Raises nothing."""
    file = read_text(path, shown_path, SITE_SIZE)
    if file.text is None:
        return None, file.problems
    text = file.text
    match = _FRONT_MATTER.match(text)
    if match is None or not match["yaml"].strip():
        problem = Problem(shown_path, 1, 1, "NO_FRONT_MATTER", example=_EXAMPLE)
        return None, (*file.problems, problem)
    # The first line becomes an empty one, so that every mark has the line of the file.
    document = read_document_text("\n" + match["yaml"], shown_path)
    reading = validate(document, Chapter, None, shown_path)
    body = text[match.end() :]
    body_line, _ = position(text, match.end())
    lines = list(lines_outside_code(body, body_line))
    headings, heading_problems = _headings(lines, shown_path)
    problems = (*file.problems, *reading.problems, *heading_problems)
    if reading.value is None:
        return None, problems
    page = Page(
        language, name, reading.value, shown_path, body, body_line,
        headings, tuple(_links(lines, shown_path)),
    )  # fmt: skip
    return page, problems


def lines_outside_code(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Number and text of the lines that are no code."""
    fence = ""
    for number, line in enumerate(body.split("\n"), first_line):
        match = _FENCE.match(line)
        if fence:
            if match and match["fence"].startswith(fence):
                fence = ""
        elif match:
            fence = match["fence"]
        else:
            yield number, line


def _headings(
    lines: list[tuple[int, str]], path: str
) -> tuple[tuple[Heading, ...], tuple[Problem, ...]]:
    headings: list[Heading] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for number, line in lines:
        if "{#" in line:
            # Jinja takes it for a comment: the heading and what follows would vanish.
            column = line.index("{#") + 1
            right = shown(re.sub(r"\{#\s*([^\s}]*)\s*\}", r"{ #\1 }", line.strip()))
            problems.append(Problem(path, number, column, "HEADING_ID_SPACE", example=right))
            continue
        match = _HEADING.fullmatch(line)
        if match is None:
            continue
        found = _ID.search(match["attributes"] or "")
        heading = Heading(
            len(match["signs"]), match["text"], found["id"] if found else None, number
        )
        headings.append(heading)
        if heading.id is None:
            continue
        column = line.index("#" + heading.id, len(match["signs"])) + 1
        values = {"value": shown(heading.id)}
        if not _GOOD_ID.fullmatch(heading.id):
            problems.append(Problem(path, number, column, "BAD_HEADING_ID", values=values))
        elif heading.id in first:
            values["first"] = str(first[heading.id])
            problems.append(Problem(path, number, column, "DUPLICATE_HEADING", values=values))
        first.setdefault(heading.id, number)
    return tuple(headings), tuple(problems)


def _links(lines: list[tuple[int, str]], path: str) -> Iterator[EntryLink]:
    for number, line in lines:
        for offset, target in link_targets(line):
            yield EntryLink(target, path, number, offset + 1)
