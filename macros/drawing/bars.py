"""Bars of one or more parts, and a chart of rows: a name in one or more lines, a bar below it.

Places across are percentages, so that a bar is as wide as its room while letters keep their size:
they can be read on a phone, and on paper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 100.0
LEAST = 0.6
"""Width of the narrowest part, so that it can be seen."""
LETTERS = 42
"""In a line of a name: as many as a narrow phone has room for."""
LINE = 16.0
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


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part as it is drawn, in percent."""

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
        bar = y + 5
        rows.append(Row(lines, bar, drawn(measure.parts)))
        y = bar + BAR + SPACE
    return Chart(WIDTH, y, rows, scale)


def drawn(parts: Iterable[Part]) -> list[DrawnPart]:
    """Where each part of a bar begins, and how wide it is."""
    return [
        DrawnPart(
            round(part.start * WIDTH, 2),
            max(LEAST, round((part.end - part.start) * WIDTH, 2)),
            part.look,
        )
        for part in parts
    ]


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
