"""HTML and stylesheets -> a tagged PDF; the one place where Pango is needed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .tagging import mend
from .typeface import Typeface

STYLES = Path(__file__).parent / "styles"
VARIANT = "pdf/ua-1"


class NotPrintable(Exception):
    """This machine lacks something that PDFs need; ``what`` is a word's key in data/ui."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished document."""

    content: bytes
    pages: int
    layout: int = 0
    """Which of the layouts that it was offered in."""


class Press:
    """Prints a batch of documents; stylesheets and typeface are read once for all of them.

    Raises NotPrintable where Pango or the typeface is missing.
    """

    def __init__(self, project: Path, stylesheets: Sequence[Path]) -> None:
        typeface = Typeface(project)
        if not typeface.present:
            raise NotPrintable("printing.no_typeface")
        try:
            from weasyprint import CSS
            from weasyprint.text.fonts import FontConfiguration
        except OSError as missing:
            raise NotPrintable("printing.no_pango") from missing
        from .other_languages import tag_other_languages

        tag_other_languages()
        self._fetch = _fetcher(typeface)
        self._fonts = FontConfiguration()
        self._styles = [
            CSS(filename=path, font_config=self._fonts, url_fetcher=self._fetch)
            for path in (STYLES / "typeface.css", *stylesheets)
        ]

    def printed(self, html: str, *, fillable: bool = False) -> Printed:
        """One document. ``fillable``: inputs become form fields."""
        return self.shortest([html], fillable=fillable)

    def shortest(self, layouts: Iterable[str], *, fillable: bool = False) -> Printed:
        """The layout of a document with the fewest pages, the first of them if there are more.

        Layouts after one that fits on a single page are not tried.
        """
        best = None
        for index, html in enumerate(layouts):
            document = self._laid_out(html, fillable)
            if best is None or len(document.pages) < len(best.pages):
                best, chosen = document, index
            if len(best.pages) == 1:
                break
        if best is None:
            raise ValueError("a document needs a layout")
        content = best.write_pdf(pdf_forms=fillable, pdf_variant=VARIANT)
        return Printed(mend(content), len(best.pages), chosen)

    def _laid_out(self, html: str, fillable: bool) -> Any:
        from weasyprint import HTML

        return HTML(string=html, url_fetcher=self._fetch).render(
            font_config=self._fonts,
            stylesheets=self._styles,
            pdf_forms=fillable,
            pdf_variant=VARIANT,
        )


def _fetcher(typeface: Typeface) -> Any:  # WeasyPrint carries no types
    """Opens the typeface and pictures that stand in the document itself, and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            scheme, _, name = url.partition(":")
            if scheme == "typeface":
                return URLFetcherResponse(url, typeface.face(name))
            if scheme == "data":
                return super().fetch(url, headers)
            raise FatalURLFetchingError(f"a printed document must not load {url}")

    return Fetcher()
