"""The whole handbook as PDF and EPUB, made anew only where something it shows has changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..cache import Cache, digest
from .epub import About, epub
from .fingerprint import fingerprint, printing_files
from .outputs import Made
from .press import STYLES, NotPrintable, Press

Format = Literal["pdf", "epub"]
FORMATS: tuple[Format, ...] = ("pdf", "epub")
LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "lxml", "pypandoc-binary")


@dataclass(slots=True)
class BookPress:
    """Makes the files of books; ``left_out`` fills where this machine cannot make PDFs."""

    project: Path
    cache: Cache
    tell: Callable[[str, Format], None] = lambda language, format: None
    """Told before a file is made, which takes a while."""
    left_out: str | None = None
    """Word's key of the reason for which the PDF is missing."""

    def files(self, html: str, about: About) -> Iterator[tuple[Format, Made]]:
        """The book in every format that this machine can make."""
        covered = (*self._styles, *printing_files())  # templates speak through the HTML
        common = fingerprint(self.project, covered, LIBRARIES)
        for format in FORMATS:
            key = digest("book", format, html, repr(about), common)
            kept = self.cache.get(key)
            made = Made.from_kept(kept) if kept is not None else self._made(format, html, about)
            if made is None:
                continue
            if kept is None:
                self.cache.put(key, made.kept())
            yield format, made

    def _made(self, format: Format, html: str, about: About) -> Made | None:
        self.tell(about.language, format)
        if format == "epub":
            return Made(epub(html, about), 0, 0)
        try:
            printed = Press(self.project, self._styles).printed(html)
        except NotPrintable as missing:
            self.left_out = missing.what
            return None
        return Made(printed.content, printed.pages, 0)

    @property
    def _styles(self) -> Sequence[Path]:
        sheets = self.project / "overrides" / "assets" / "styles" / "sheet.css"
        return (sheets, STYLES / "sheet.css", STYLES / "book.css")
