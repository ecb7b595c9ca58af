"""A worksheet: one data file, printed, filled in or edited."""

from typing import Annotated, Literal

from pydantic import Field

from .entry import Sourced
from .references import PhaseIds, RoleIds
from .text import Line, Prose
from .values import Choice, Model

Number = Annotated[int, Field(ge=1, le=99)]
Rows = Annotated[int, Field(ge=1, le=40)]


class FieldBlock(Model):
    """One line to write a short answer on."""

    type: Literal["field"]
    number: Number
    """Number of the field, the same in every edition and language."""
    label: Line
    help: Line | None = None


class LinesBlock(Model):
    """Several lines to write on."""

    type: Literal["lines"]
    number: Number
    label: Line
    help: Line | None = None
    rows: Rows


class ChecklistBlock(Model):
    """Boxes to tick."""

    type: Literal["checklist"]
    number: Number
    label: Line
    items: Annotated[tuple[Line, ...], Field(min_length=1)]


class TableBlock(Model):
    """A table to fill in."""

    type: Literal["table"]
    number: Number
    label: Line
    columns: Annotated[tuple[Line, ...], Field(min_length=2, max_length=7)]
    row_labels: tuple[Line, ...] = ()
    rows: Rows


class ScaleBlock(Model):
    """A scale to mark."""

    type: Literal["scale"]
    number: Number
    label: Line
    steps: Annotated[int, Field(ge=2, le=10)]
    low: Line
    high: Line


class DrawingBlock(Model):
    """Space to draw in; height in millimetres."""

    type: Literal["drawing"]
    number: Number
    label: Line
    height: Annotated[int, Field(ge=20, le=230)]


class SignatureBlock(Model):
    """Place and date, and a line to sign on."""

    type: Literal["signature"]
    number: Number
    label: Line


Block = Annotated[
    FieldBlock
    | LinesBlock
    | ChecklistBlock
    | TableBlock
    | ScaleBlock
    | DrawingBlock
    | SignatureBlock,
    Field(discriminator="type"),
]


class People(Model):
    """How many people use the sheet together."""

    minimum: Annotated[int, Field(ge=1, le=500)]
    maximum: Annotated[int, Field(ge=1, le=500)] | None = None


class Answer(Model):
    """A made-up answer to one field."""

    number: Number
    values: tuple[Line, ...]
    """One value, or one a row or a ticked item."""


class Worksheet(Sourced):
    """A sheet for a meeting, an interview or the desk."""

    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    """Version printed in the footer."""
    order: Annotated[int, Field(ge=1, le=99)]
    """Its number: 1 is W01."""
    purpose: Line
    """What it is good for."""
    who: Line
    """Who fills it in."""
    phases: PhaseIds = ()
    """Phases in which it helps."""
    roles: RoleIds = ()
    """Who uses it."""
    situations: tuple[Annotated[str, Choice("situations")], ...] = ()
    """When one reaches for it."""
    minutes: Annotated[int, Field(ge=5, le=480)]
    """How long it takes, in minutes."""
    people: People
    """How many people it is for."""
    materials: tuple[Line, ...] = ()
    """What to bring."""
    steps: tuple[Line, ...] = ()
    """How to use it."""
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    """What stands on the sheet."""
    personal_data: Prose | None = None
    """What to tell people about their data; null: the sheet asks for none."""
    example: tuple[Answer, ...] = ()
    """A made-up filled example."""
