"""An edition of worksheets: in which languages it speaks, and whether it is filled in on screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..model.sheet_block import DrawingBlock, NumberedBlock, ScaleBlock, TableBlock
from ..model.text import Text
from ..model.worksheet import Worksheet

if TYPE_CHECKING:
    from .view import View

Name = Literal["page", "print", "large", "fill", "bilingual"]

LARGE_DRAWING = 12
"""Centimetres that a page of large print has for a drawing below its heading."""
TIGHT_DRAWING = 0.8
"""What is left of a drawing's height where room is short."""
MOST_COLUMNS_UPRIGHT = 3
"""Of a table in large print."""


@dataclass(frozen=True, slots=True)
class SheetEdition:
    """What the template of a sheet may ask, whatever is made from it."""

    name: Name
    views: tuple["View", ...]
    """One for each language that stands on the sheet."""
    tight: bool = False
    """Whether it must take less room than it would like."""

    @property
    def view(self) -> "View":
        """The first language."""
        return self.views[0]

    @property
    def fillable(self) -> bool:
        return self.name == "fill"

    @property
    def level(self) -> int:
        """Level of the blocks' headings: on a page the sheet has a heading of its own."""
        return 3 if self.name == "page" else 2

    @property
    def ring_letters(self) -> int:
        """Height of the letters in a drawing's circles, in millimetres."""
        return 6 if self.name == "large" else 4

    def across(self, sheet: Worksheet) -> bool:
        """Whether the paper lies across; large letters need that for tables of many columns."""
        wide = any(len(table.columns) > MOST_COLUMNS_UPRIGHT for table in sheet.tables)
        return sheet.landscape or (self.name == "large" and wide)

    def centimetres(self, drawing: DrawingBlock) -> int:
        """Height of a drawing."""
        height = round(drawing.height / 10 * (TIGHT_DRAWING if self.tight else 1))
        return min(height, LARGE_DRAWING) if self.name == "large" else height

    def speakers(self, text: Text) -> tuple["View", ...]:
        """Who says a text: words that are the same in both languages are said once."""
        said = {view.line(text).html: view for view in reversed(self.views)}
        return tuple(view for view in self.views if view in said.values())

    def speakers_of_word(self, key: str) -> tuple["View", ...]:
        said = {view.word(key): view for view in reversed(self.views)}
        return tuple(view for view in self.views if view in said.values())

    def joined(self, text: Text) -> str:
        """A text as plain words, in every language."""
        return " / ".join(view.plain(text) for view in self.speakers(text))

    def field(self, block: NumberedBlock, *parts: Text | int) -> str:
        """How a form field is called aloud: the block's number and label, and which part of it."""
        return " / ".join(
            f"{block.number}. {_joined(view, (block.label, *parts))}" for view in self.views
        )

    def cell(self, block: TableBlock, row: int, column: int) -> str:
        """How a cell is called aloud: by what is printed in its row, else by the row's number."""
        printed = block.columns[0].printed
        named: Text | int = printed[row] if row < len(printed) else row + 1
        return self.field(block, named, block.columns[column].label)

    def mark(self, block: ScaleBlock, statement: int, step: int) -> str:
        """How a mark on a scale is called aloud: by its statement and its number."""
        said = block.statements[statement - 1 : statement]
        return f"{self.field(block, *said)}: {step}"


def _joined(view: "View", parts: tuple[Text | int, ...]) -> str:
    return ", ".join(
        view.word("printing.row", number=part) if isinstance(part, int) else view.plain(part)
        for part in parts
    )
