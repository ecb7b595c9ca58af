"""Whether a sheet's words fit their places on paper: judged before anything is printed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model.sheet_block import (
    ChecklistBlock,
    DrawingBlock,
    FieldBlock,
    LinesBlock,
    TableBlock,
)
from ..model.text import Text
from ..model.texts import texts_of
from ..model.worksheet import Answer, Worksheet
from .letter_widths import lines_of, width_of

Code = Literal["SHEET_WORD_TOO_WIDE", "SHEET_TEXT_TOO_LONG", "SHEET_LANGUAGE"]
Typeset = Mapping[str, Callable[[str], str]]
"""Language -> what joins words that stay on one line."""

PAPER, ACROSS = 182.0, 269.0
"""Width between the margins in millimetres, upright and across."""
WORDS, CELLS = 12.0, 11.0
"""Points, on the sheet and in its tables."""
CELL_EDGES = 2.8
"""What the lines and edges of a cell take of its width."""
GAP = 6.0
BOX = 7.0
LINES_IN_A_ROW = 2
"""Of print in the height of one line of handwriting."""
NOT_ON_PAPER = ("summary", "example")
"""Fields that stand on the page only; an example that fits in one language is enough."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that cannot be printed as it is."""

    field: tuple[str | int, ...]
    code: Code
    values: Mapping[str, str]


def misfits(sheet: Worksheet, languages: Sequence[str], typeset: Typeset) -> Iterator[Misfit]:
    """All that is wrong with a sheet."""
    yield from _missing_languages(sheet, languages)
    width = ACROSS if sheet.landscape else PAPER
    judge = _Judge(width, typeset)
    for index, block in enumerate(sheet.blocks):
        place = ("blocks", index)
        if isinstance(block, TableBlock):
            yield from judge.table(block, place)
        elif isinstance(block, ChecklistBlock):
            for number, item in enumerate(block.items):
                room = width / block.columns - BOX - GAP
                yield from judge.words(item, (*place, "items", number), room)
        elif isinstance(block, DrawingBlock):
            for number, circle in enumerate(block.circles):
                room = block.height * 0.75 * (number + 1) / len(block.circles)
                yield from judge.lines(circle, (*place, "circles", number), room, 1)
    blocks = {block.number: block for block in sheet.numbered}
    for index, answer in enumerate(sheet.example):
        yield from judge.answer(blocks[answer.number], answer, ("example", index))


def spoken(sheet: Worksheet, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages that a sheet speaks, be it in part."""
    texts = [text for path, text in texts_of(sheet) if path.split(".")[0] not in NOT_ON_PAPER]
    return tuple(one for one in languages if any(one in text for text in texts))


def _missing_languages(sheet: Worksheet, languages: Sequence[str]) -> Iterator[Misfit]:
    """A sheet speaks a language all through, or not at all."""
    for language in spoken(sheet, languages):
        for path, text in texts_of(sheet):
            field = tuple(int(part) if part.isdecimal() else part for part in path.split("."))
            if language not in text and field[0] not in NOT_ON_PAPER:
                yield Misfit(field, "SHEET_LANGUAGE", {"language": language})


@dataclass(frozen=True, slots=True)
class _Judge:
    """Measures texts against the room that paper of this width has for them."""

    width: float
    typeset: Typeset

    def table(self, block: TableBlock, place: tuple[str | int, ...]) -> Iterator[Misfit]:
        for index, (column, share) in enumerate(zip(block.columns, block.shares, strict=True)):
            room = self._column(share)
            at = (*place, "columns", index)
            yield from self.words(column.label, (*at, "label"), room, bold=True)
            for number, printed in enumerate(column.printed):
                where = (*at, "printed", number)
                yield from self.words(printed, where, room)
                yield from self.lines(printed, where, room, LINES_IN_A_ROW * block.lines, CELLS)

    def _column(self, share: int) -> float:
        return self.width * share / 100 - CELL_EDGES

    def answer(
        self, block: object, answer: Answer, place: tuple[str | int, ...]
    ) -> Iterator[Misfit]:
        if isinstance(block, FieldBlock) and answer.text is not None:
            room = self.width / 2 - GAP if block.half else self.width
            yield from self.lines(answer.text, (*place, "text"), room, 1)
        elif isinstance(block, LinesBlock) and answer.text is not None:
            yield from self.lines(answer.text, (*place, "text"), self.width, block.rows)
        elif isinstance(block, TableBlock):
            most = LINES_IN_A_ROW * block.lines
            for row, cells in enumerate(answer.cells):
                for index, (cell, share) in enumerate(zip(cells, block.shares, strict=False)):
                    if cell is not None and not block.columns[index].tick:
                        where = (*place, "cells", row, index)
                        yield from self.lines(cell, where, self._column(share), most, CELLS)

    def words(
        self, text: Text, place: tuple[str | int, ...], room: float, *, bold: bool = False
    ) -> Iterator[Misfit]:
        """The longest word of a text has to fit between the lines."""
        for language in text:
            parts = self._typeset(text, language).split(" ")
            longest = max(parts, key=lambda part: width_of(part, CELLS, bold=bold))
            if width_of(longest, CELLS, bold=bold) > room:
                values = {"word": longest, "room": f"{room:.0f}"}
                yield Misfit((*place, language), "SHEET_WORD_TOO_WIDE", values)

    def lines(
        self,
        text: Text,
        place: tuple[str | int, ...],
        room: float,
        most: int,
        points: float = WORDS,
    ) -> Iterator[Misfit]:
        """A text has to fit into so many lines."""
        for language in text:
            needed = lines_of(self._typeset(text, language), points, room)
            if needed > most:
                values = {"lines": str(needed), "most": str(most)}
                yield Misfit((*place, language), "SHEET_TEXT_TOO_LONG", values)

    def _typeset(self, text: Text, language: str) -> str:
        joined = self.typeset.get(language)
        return joined(text[language]) if joined is not None else text[language]
