"""What search knows of one place that a reader can be led to."""

from collections.abc import Mapping
from dataclasses import dataclass

BETWEEN_LINES = "\n\n"
"""Keeps the end of one and the beginning of the next from being taken for an abbreviation."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its anchor ("" for the beginning), its heading and its text by lines."""

    anchor: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A page, or a section of a chapter."""

    address: str
    """From the site's root: /practices/dum-23-bytu/."""
    title: str
    kind: str
    sections: tuple[Section, ...]
    names: tuple[str, ...]
    """What the place is called; a query that says just this leads here first."""
    also: tuple[str, ...] = ()
    """Words that lead here though they need not stand on the page: forms, abbreviations."""
    description: str = ""
    """The whole in a sentence or two; what is shown where its name is what was asked for."""
    aside: bool = False
    """It divides another list, or speaks of the handbook itself: it stands behind all others."""

    @property
    def text(self) -> str:
        """What it says in words of its own, line by line: without the headings of a form."""
        lines = (line for section in self.sections for line in section.lines)
        return BETWEEN_LINES.join(lines)

    @property
    def card(self) -> Mapping[str, object]:
        """What the browser shows of it; short names, since a reader waits for them."""
        lines = self.sections[0].lines
        told = self.description and self.description not in lines[:1]
        return {
            "u": self.address,
            "t": self.title,
            "k": self.kind,
            **({"d": self.description} if told else {}),
            "s": [[one.anchor, one.heading, "\n".join(one.lines)] for one in self.sections],
        }
