"""Every claim in a chapter says where it can be checked, or that it is our own proposal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .chapter_file import Page, lines_outside_code
from .problem import Problem, shown

MARKS = re.compile(
    r"\{\{\s*(source|sources|proposal|no_claim|text|card|cards|newest|listing|titles|figures|comparisons|crosswalks"
    r"|term_table|evaluation_questions|choices|fields)\("
)
"""Macros that name a source, mark a proposal, or print an entry that has its own sources."""

_ITEM = re.compile(r"\s*([-*+]|[0-9]+[.)])\s+")
_NO_CLAIM = re.compile(r"\s*(#|<|\||\{%|\*\[|:::|!!!|---)")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]+\|?\s*$")
_ONLY_A_LINK = re.compile(r"\s*\[[^\]]*\]\([^)]*\)[.,;]?\s*")
_EXAMPLE = '{{ source("…") }}'


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a table row, with the line of the file it begins on."""

    sort: str
    line: int
    text: str

    @property
    def marked(self) -> bool:
        return MARKS.search(self.text) is not None


def claim_problems(page: Page) -> Iterator[Problem]:
    """Blocks of a chapter that neither carry a mark nor follow one that covers them.

    The first paragraph says whom the chapter serves and needs no source. A mark in the
    paragraph that leads into a list or a table covers its items and rows.
    """
    if not page.chapter.sourced:
        return
    covered = True
    blocks = [block for block in _blocks(page) if block.text.strip()]
    for block in blocks[1:]:
        if block.sort == "paragraph":
            covered = block.marked
        elif block.sort == "heading":
            covered = False
            continue
        elif block.marked:
            covered = covered or block.sort == "head"
        if not covered and not block.marked and block.sort != "head" and not _leads(block):
            values = {"text": shown(block.text.strip())}
            yield Problem(
                page.path, block.line, 1, "UNSOURCED_CLAIM", values=values, example=_EXAMPLE
            )


def _leads(block: Block) -> bool:
    """Whether a block only leads on: to a list whose items carry the marks, or to a page."""
    if block.sort == "item":
        return _ONLY_A_LINK.fullmatch(block.text) is not None
    return block.sort == "paragraph" and block.text.rstrip().endswith(":")


def _blocks(page: Page) -> Iterator[Block]:
    open_block: Block | None = None
    head = False
    for number, line in lines_outside_code(page.body, page.body_line):
        starts = _start(line, number, head)
        head = starts.sort in ("head", "row") if starts else False
        if open_block and (starts or not line.strip()):
            yield open_block
            open_block = None
        if starts and starts.sort in ("heading", "head", "row"):
            yield starts
        elif starts:
            open_block = starts
        elif open_block and line.strip():
            open_block = Block(open_block.sort, open_block.line, f"{open_block.text}\n{line}")
        elif line.strip() and not _NO_CLAIM.match(line):
            open_block = Block("paragraph", number, line)
    if open_block:
        yield open_block


def _start(line: str, number: int, in_table: bool) -> Block | None:
    """The block that a line begins by its look; None for plain text and blank lines."""
    if line.startswith("#"):
        return Block("heading", number, line)
    if line.lstrip().startswith("|"):
        sort = "row" if in_table and not _TABLE_RULE.match(line) else "head"
        return Block(sort, number, line)
    if item := _ITEM.match(line):
        return Block("item", number, line[item.end() :])
    return None
