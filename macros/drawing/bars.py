"""Rows of a chart: a name in one or more lines, and below it a bar of one or more parts.

The same form serves the timeline and the counts: it can be read on a phone, and on paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 360.0
LETTERS = 54
"""In a line of a name."""
LINE = 14.0
BAR = 10.0
SPACE = 12.0
TOP = 20.0
"""Room for the scale above the rows."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: from where to where, as shares of the chart's width."""

    start: float
    end: float
    look: str
    """What it stands for, by which a style can tell it from others."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A row as it is asked for."""

    name: str
    parts: Sequence[Part]
    note: str = ""
    """What stands behind the bar."""


@dataclass(frozen=True, slots=True)
class DrawnPart:
    x: float
    width: float
    look: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is drawn."""

    lines: Sequence[tuple[float, str]]
    """Height and words of each line of the name."""
    bar: float
    """Height of the bar's upper edge."""
    parts: Sequence[DrawnPart]
    note: str
    note_x: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of the scale, with what stands above it."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that a template draws."""

    width: float
    height: float
    rows: Sequence[Row]
    marks: Sequence[Mark]
    bar_height: float = BAR


def chart(measures: Iterable[Measure], marks: Iterable[tuple[float, str]] = ()) -> Chart:
    """A chart of all ``measures``; ``marks``: lines of the scale, as shares of the width."""
    scale = [Mark(round(share * WIDTH, 1), label) for share, label in marks]
    y = TOP if scale else 0.0
    rows = []
    for measure in measures:
        lines = []
        for words in _lines(measure.name):
            y += LINE
            lines.append((y, words))
        bar = y + 4
        parts = [
            DrawnPart(
                round(part.start * WIDTH, 1),
                max(2.0, round((part.end - part.start) * WIDTH, 1)),
                part.look,
            )
            for part in measure.parts
        ]
        end = max((part.x + part.width for part in parts), default=0.0)
        rows.append(Row(lines, bar, parts, measure.note, round(end + 5, 1)))
        y = bar + BAR + SPACE
    return Chart(WIDTH, y, rows, scale)


def _lines(name: str) -> list[str]:
    """A name in lines, cut between words."""
    lines = [""]
    for word in name.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LETTERS or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
