"""The blocks of a worksheet: what there is to write, tick, mark, draw, read or sign."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .text import Line, Prose, Text
from .values import Model

Number = Annotated[int, Field(ge=1, le=99)]
Rows = Annotated[int, Field(ge=1, le=40)]
Items = Annotated[tuple[Line, ...], Field(min_length=1)]


class NumberedBlock(Model):
    """What all blocks to be filled in have."""

    type: str
    number: Number
    """Number of the field, the same in every edition and language."""
    label: Line
    """What is asked."""
    help: Line | None = None
    """How to answer, in one line."""


class FieldBlock(NumberedBlock):
    """One line to write a short answer on."""

    type: Literal["field"]
    half: bool = False
    """true: half the sheet is wide enough; two such fields in a row stand side by side."""


class LinesBlock(NumberedBlock):
    """Several lines to write on."""

    type: Literal["lines"]
    rows: Rows
    """How many lines."""


class ChecklistBlock(NumberedBlock):
    """Boxes to tick."""

    type: Literal["checklist"]
    items: Items
    """What can be ticked."""
    empty_rows: Annotated[int, Field(ge=0, le=20)] = 0
    """Boxes with an empty line, for what the group adds."""
    columns: Annotated[int, Field(ge=1, le=4)] = 1
    """How many items stand side by side."""


class Column(Model):
    """One column of a table."""

    label: Line
    """Its head."""
    width: Annotated[int, Field(ge=1, le=12)] = 3
    """Its share of the width, in proportion to the other columns."""
    tick: bool = False
    """true: a box to tick in every row."""
    printed: tuple[Line, ...] = ()
    """What is printed in its first rows; the rows below stay empty."""


class TableBlock(NumberedBlock):
    """A table to fill in."""

    type: Literal["table"]
    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=8)]
    """Its columns, from the left."""
    sections: tuple[Line, ...] = ()
    """Parts of the table with a heading of their own."""
    rows: Rows
    """Rows to write in; of each part where there are parts."""
    lines: Annotated[int, Field(ge=1, le=3)] = 1
    """How many lines of writing each row has room for."""

    @property
    def shares(self) -> tuple[int, ...]:
        """Width of each column in hundredths of the table's: even, at least 2, together 100."""
        whole = sum(column.width for column in self.columns)
        shares = [max(1, 50 * column.width // whole) for column in self.columns]
        rests = [-(50 * column.width % whole) for column in self.columns]
        for index in sorted(range(len(shares)), key=rests.__getitem__)[: 50 - sum(shares)]:
            shares[index] += 1
        return tuple(2 * share for share in shares)

    @model_validator(mode="after")
    def _printed_rows_fit(self) -> "TableBlock":
        most = self.rows * max(1, len(self.sections))
        if any(len(column.printed) > most for column in self.columns):
            raise PydanticCustomError("printed_rows", "more printed rows than rows")
        return self


class ScaleBlock(NumberedBlock):
    """A scale to mark: one for the label itself, or one for each statement."""

    type: Literal["scale"]
    statements: tuple[Line, ...] = ()
    """Statements to be marked one by one; none: the label itself is marked."""
    steps: Annotated[int, Field(ge=2, le=10)]
    """How many marks there are to choose from."""
    low: Line
    """What the lowest mark means."""
    high: Line
    """What the highest mark means."""


class Rung(Model):
    """One rung of a ladder."""

    name: Line
    """What it is called."""
    group: Line | None = None
    """Heading of the rungs that begin here, going up."""


class LadderBlock(NumberedBlock):
    """Rungs to mark, the lowest first in the data and at the bottom on the sheet."""

    type: Literal["ladder"]
    rungs: Annotated[tuple[Rung, ...], Field(min_length=2, max_length=10)]
    """Its rungs, the lowest first."""


class DrawingBlock(NumberedBlock):
    """Space to draw in."""

    type: Literal["drawing"]
    height: Annotated[int, Field(ge=20, le=230)]
    """Height in millimetres."""
    circles: Annotated[tuple[Line, ...], Field(max_length=4)] = ()
    """Names of circles around each other, the innermost first."""

    @property
    def rings(self) -> tuple[tuple[Text, float], ...]:
        """Name and radius in millimetres of each circle, the outermost first."""
        widest = self.height * 0.47
        sized = [
            (name, widest * number / len(self.circles))
            for number, name in enumerate(self.circles, 1)
        ]
        return tuple(reversed(sized))


class SignatureBlock(NumberedBlock):
    """Place and date, and a line to sign on."""

    type: Literal["signature"]


class NoteBlock(Model):
    """Words to read, with nothing to fill in."""

    type: Literal["note"]
    text: Prose
    """What stands there."""


Block = Annotated[
    FieldBlock
    | LinesBlock
    | ChecklistBlock
    | TableBlock
    | ScaleBlock
    | LadderBlock
    | DrawingBlock
    | SignatureBlock
    | NoteBlock,
    Field(discriminator="type"),
]
