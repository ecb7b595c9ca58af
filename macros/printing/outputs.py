"""Files made for worksheets: which there are, where they stand, how they are kept."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ..model.worksheet import Worksheet
from ..writing.sheet_edition import Name
from .fit import spoken

Format = Literal["pdf", "docx"]
EDITIONS: tuple[tuple[Name, tuple[Format, ...]], ...] = (
    ("print", ("pdf", "docx")),
    ("large", ("pdf",)),
    ("fill", ("pdf",)),
)
"""What every sheet is made into in each language."""
SIDE_BY_SIDE: tuple[Name, tuple[Format, ...]] = ("bilingual", ("pdf", "docx"))
"""What it is made into for each pair of languages."""
OFFERED: tuple[tuple[Name, Format], ...] = (
    ("print", "pdf"),
    ("large", "pdf"),
    ("fill", "pdf"),
    ("print", "docx"),
    ("bilingual", "pdf"),
    ("bilingual", "docx"),
)
"""In which order readers find the files."""
MOST_PAGES = {"print": 2, "bilingual": 2, "fill": 2, "large": 8}


@dataclass(frozen=True, slots=True)
class Order:
    """One edition of one sheet that is to be made; all its formats have the same pages."""

    sheet: Worksheet
    edition: Name
    languages: tuple[str, ...]
    formats: tuple[Format, ...]

    def path(self, format: Format, folder: str) -> str:
        """Path of a file from the site's root; ``folder``: where the sheet's page stands."""
        tongues = "-".join(self.languages)
        return f"{folder}{self.sheet.code.lower()}-{self.edition}-{tongues}.{format}"


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file."""

    content: bytes
    pages: int
    layout: int

    def kept(self) -> bytes:
        """As it lies in the cache."""
        head = json.dumps({"pages": self.pages, "layout": self.layout})
        return head.encode() + b"\n" + self.content

    @classmethod
    def from_kept(cls, kept: bytes) -> "Made":
        head, _, content = kept.partition(b"\n")
        return cls(content, **json.loads(head))


def orders(sheets: Sequence[Worksheet], languages: Sequence[str]) -> tuple[Order, ...]:
    """All that is made from the sheets, in the order of their numbers.

    A language that a sheet does not speak has no editions of it.
    """
    return tuple(
        Order(sheet, edition, tongues, formats)
        for sheet in sorted(sheets, key=lambda sheet: sheet.order)
        for spoken_here in (spoken(sheet, languages),)
        for edition, tongues, formats in (
            *((name, (one,), formats) for one in spoken_here for name, formats in EDITIONS),
            *((SIDE_BY_SIDE[0], pair, SIDE_BY_SIDE[1]) for pair in combinations(spoken_here, 2)),
        )
    )
