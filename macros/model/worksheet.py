"""A worksheet: one data file, printed, filled in or edited."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .entry import Searched
from .references import PhaseIds, RoleIds
from .sheet_block import Block, Number, NumberedBlock, TableBlock
from .text import Line, Prose
from .values import Choice, Model


class People(Model):
    """How many people use the sheet together."""

    minimum: Annotated[int, Field(ge=1, le=500)]
    maximum: Annotated[int, Field(ge=1, le=500)] | None = None


class Answer(Model):
    """A made-up answer to one field."""

    number: Number
    """Number of the field that it answers."""
    text: Line | None = None
    """What is written, drawn or signed."""
    cells: tuple[tuple[Line | None, ...], ...] = ()
    """Of a table: its rows, cell by cell; null: an empty or printed cell."""
    marks: tuple[Annotated[int, Field(ge=1, le=40)], ...] = ()
    """Ticked items, counted from 1; of a scale or a ladder: the mark on each statement."""


class Worksheet(Searched):
    """A sheet for a meeting, an interview or the desk."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("purpose",)

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
    head: bool = True
    """true: place, date and role of the writer stand at the top."""
    internal: bool = False
    """true: holds contacts or signatures, stays in the organisation; others ask for no names."""
    landscape: bool = False
    """true: printed across, for wide tables."""
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    """What stands on the sheet."""
    personal_data: Prose | None = None
    """What to tell people about their data; null: the sheet asks for none."""
    example: tuple[Answer, ...] = ()
    """A made-up filled example."""

    @property
    def code(self) -> str:
        """Its short name, the same in every language: W01."""
        return f"W{self.order:02d}"

    @property
    def numbered(self) -> tuple[NumberedBlock, ...]:
        """The blocks that are filled in, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, NumberedBlock))

    @property
    def tables(self) -> tuple[TableBlock, ...]:
        return tuple(block for block in self.blocks if isinstance(block, TableBlock))

    @property
    def answers(self) -> Mapping[int, Answer]:
        """Number of a field -> its made-up answer."""
        return {answer.number: answer for answer in self.example}

    @model_validator(mode="after")
    def _numbers_once(self) -> "Worksheet":
        numbers: set[int] = set()
        for index, block in enumerate(self.blocks):
            if isinstance(block, NumberedBlock):
                if block.number in numbers:
                    raise _number_error("number_twice", block.number, "blocks", index, block.type)
                numbers.add(block.number)
        for index, answer in enumerate(self.example):
            if answer.number not in numbers:
                raise _number_error("answer_without_block", answer.number, "example", index)
        return self


def _number_error(code: str, number: int, *at: str | int) -> PydanticCustomError:
    return PydanticCustomError(code, "{number}", {"at": (*at, "number"), "number": number})
