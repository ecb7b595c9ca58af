"""A small picture of a worksheet: what its page looks like from two metres away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..model.sheet_block import (
    Block,
    ChecklistBlock,
    DrawingBlock,
    FieldBlock,
    LadderBlock,
    LinesBlock,
    NoteBlock,
    ScaleBlock,
    TableBlock,
)
from ..model.worksheet import Worksheet

SHORT, LONG = 210, 297
"""Sides of A4 in millimetres."""
MARGIN, GAP = 15, 3
LINE, BOX, LABEL, TITLE = 9, 5, 6, 10


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn, in millimetres from the paper's top left corner."""

    sort: Literal["words", "line", "box", "circle"]
    x: float
    y: float
    width: float
    height: float = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page of a sheet; both sides in millimetres."""

    width: int
    height: int
    marks: tuple[Mark, ...]


def picture_of(sheet: Worksheet) -> Picture:
    """Draw the title and the blocks from the top; what does not fit on the page is left out."""
    width, height = (LONG, SHORT) if sheet.landscape else (SHORT, LONG)
    pen = _Pen(width - 2 * MARGIN)
    marks = [Mark("words", MARGIN, MARGIN, pen.width * 0.6, TITLE)]
    pen.y += TITLE + GAP
    if sheet.head:
        marks.append(Mark("line", MARGIN, pen.y + LINE, pen.width))
        pen.y += LINE + GAP
    for block in sheet.blocks:
        marks += pen.block(block)
        pen.y += GAP
    return Picture(width, height, tuple(one for one in marks if _bottom(one) <= height - MARGIN))


def _bottom(mark: Mark) -> float:
    return mark.y + mark.height


@dataclass(slots=True)
class _Pen:
    """Where on the paper the next block begins."""

    width: float
    y: float = MARGIN

    def block(self, block: Block) -> Iterator[Mark]:
        yield Mark("words", MARGIN, self.y, self.width * 0.45, LABEL - 2)
        self.y += LABEL
        match block:
            case NoteBlock():
                yield from self._words(2)
            case FieldBlock():
                yield from self._lines(1)
            case LinesBlock(rows=rows):
                yield from self._lines(rows)
            case ChecklistBlock():
                yield from self._boxes(len(block.items) + block.empty_rows)
            case TableBlock():
                yield from self._table(block)
            case ScaleBlock():
                yield from self._scales(max(1, len(block.statements)), block.steps)
            case LadderBlock():
                yield from self._boxes(len(block.rungs))
            case DrawingBlock(height=height):
                yield from self._drawing(height, len(block.circles))
            case _:
                yield from self._lines(2)

    def _words(self, rows: int) -> Iterator[Mark]:
        for _ in range(rows):
            yield Mark("words", MARGIN, self.y, self.width, 3)
            self.y += LABEL

    def _lines(self, rows: int) -> Iterator[Mark]:
        for _ in range(rows):
            self.y += LINE
            yield Mark("line", MARGIN, self.y, self.width)

    def _boxes(self, rows: int) -> Iterator[Mark]:
        for _ in range(rows):
            yield Mark("box", MARGIN, self.y, BOX, BOX)
            yield Mark("words", MARGIN + 2 * BOX, self.y, self.width * 0.6, 3)
            self.y += LINE

    def _table(self, block: TableBlock) -> Iterator[Mark]:
        top = self.y
        rows, high = block.rows * max(1, len(block.sections)), LINE * block.lines
        height = LINE + rows * high
        yield Mark("box", MARGIN, top, self.width, height)
        for row in range(rows):
            yield Mark("line", MARGIN, top + LINE + row * high, self.width)
        x: float = MARGIN
        for share in block.shares[:-1]:
            x += self.width * share / 100
            yield Mark("box", x, top, 0, height)
        self.y += height

    def _scales(self, rows: int, steps: int) -> Iterator[Mark]:
        for _ in range(rows):
            yield Mark("words", MARGIN, self.y + 2, self.width * 0.4, 3)
            for step in range(steps):
                yield Mark("circle", MARGIN + self.width - (steps - step) * LINE, self.y, 7, 7)
            self.y += LINE

    def _drawing(self, height: int, circles: int) -> Iterator[Mark]:
        yield Mark("box", MARGIN, self.y, self.width, height)
        for number in range(1, circles + 1):
            side = height * 0.94 * number / circles
            left = MARGIN + (self.width - side) / 2
            yield Mark("circle", left, self.y + (height - side) / 2, side, side)
        self.y += height
