"""The questions that paper, form and terminal ask of whoever sends in a practice.

Which fields they are and in which order is marked on the model (`OnPaper`); labels and made-up
answers are those of the printed sheet; what each field means is a word of the interface.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import BaseModel

from macros.model.phrases import Phrases
from macros.model.practice import Practice
from macros.model.text import TextRule
from macros.model.values import OnPaper
from macros.model.worksheet import Answer, Worksheet

SHEET = "priklad-dobre-praxe"
"""Id of the worksheet on which a practice is written down by hand."""
Sort = Literal["line", "prose", "list"]
_LISTS = ("participants", "partners", "steps", "tips")
_SECTIONS = ("situation", "aim", "results", "evaluation", "limits", "resources")


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a practice as a contributor meets it."""

    number: int
    """Its number on the sheet; 0: the sheet does not ask it."""
    field: str
    label: str
    help: str
    """What belongs there, and what does not."""
    example: str | None
    """A made-up answer; several lines where there are several answers."""
    sort: Sort
    longest: int | None
    """Characters that fit; None: not a text."""
    required: bool


def questions(phrases: Phrases, language: str, sheet: Worksheet | None) -> tuple[Question, ...]:
    """All questions in the order of the sheet; the summary, which it lacks, after the title."""
    found = sorted(_asked(phrases, language, sheet), key=lambda one: one.number)
    summary = _question("summary", 0, phrases, language, None)
    return (found[0], summary, *found[1:])


def _asked(phrases: Phrases, language: str, sheet: Worksheet | None) -> Iterator[Question]:
    for name, field in Practice.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, OnPaper):
                yield _question(name, mark.number, phrases, language, sheet)


def _question(
    name: str, number: int, phrases: Phrases, language: str, sheet: Worksheet | None
) -> Question:
    field = Practice.model_fields[name]
    return Question(
        number,
        name,
        _label(number, language, sheet) or phrases.word(f"field.{name}"),
        phrases.word(f"help.practice.{name}"),
        _example(number, language, sheet),
        "list" if name in _LISTS else "prose" if name in _SECTIONS else "line",
        max(_limits((field.annotation, *field.metadata)), default=None),
        name in ("title", "summary", "consent"),
    )


def _label(number: int, language: str, sheet: Worksheet | None) -> str | None:
    blocks = sheet.numbered if sheet is not None else ()
    block = next((block for block in blocks if block.number == number), None)
    return block.label.get(language) if block is not None else None


def _example(number: int, language: str, sheet: Worksheet | None) -> str | None:
    """The sheet's made-up answer; a table's rows one below the other."""
    answers: Mapping[int, Answer] = sheet.answers if sheet is not None else {}
    answer = answers.get(number)
    if answer is None:
        return None
    if answer.text is not None:
        return answer.text.get(language)
    cells = [cell.get(language) for row in answer.cells for cell in row if cell is not None]
    return "\n".join(filter(None, cells)) or None


# Any: annotations have no common type in Python.
def _limits(annotations: Any) -> Iterator[int]:
    """Every limit of length in annotations such as ``Title | None`` or ``tuple[Step, …]``."""
    for one in annotations:
        if isinstance(one, TextRule):
            yield one.max_length
        yield from _limits(getattr(one, "__metadata__", ()))
        yield from _limits(get_args(one))
        if isinstance(one, type) and issubclass(one, BaseModel):
            for field in one.model_fields.values():
                yield from _limits((field.annotation, *field.metadata))
