"""All editions of all worksheets, made anew only where something they show has changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..cache import Cache, digest
from ..model.worksheet import Worksheet
from ..writing.printed_sheet import LAYOUTS, printed_sheet, sheet_address, sheet_edition
from ..writing.writer import Writer
from .fingerprint import fingerprint, printing_files
from .outputs import Format, Made, Order, orders
from .press import STYLES, NotPrintable, Press
from .qr_code import qr_code
from .sheet_document import sheet_document

LIBRARIES = ("weasyprint", "pydyf", "pikepdf", "fonttools", "python-docx", "segno")
WORDS = ("worksheet.", "printing.", "proposal.", "site.")
"""Words that stand on sheets begin with these."""
ONLY_FOR_BOOKS = ("book*", "epub*")
HOUSE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class SheetFile:
    """One file of one edition, and its place in the site."""

    order: Order
    format: Format
    path: str
    made: Made


@dataclass(slots=True)
class SheetPress:
    """Makes the files of worksheets; ``left_out`` fills where this machine cannot make PDFs."""

    project: Path
    writers: Mapping[str, Writer]
    cache: Cache
    tell: Callable[[int, int], None] = lambda done, of: None
    """Told after every edition how many are done, and of how many."""
    left_out: str | None = None
    """Word's key of the reason for which PDFs are missing."""
    _press: Press | None = None
    _contents: dict[tuple[str, str], str] = field(default_factory=dict)
    _common: str = field(init=False)
    """Digest of everything that all editions depend on besides what they show."""

    def __post_init__(self) -> None:
        self._common = fingerprint(self.project, covered(self.project), LIBRARIES)

    def files(self, sheets: Sequence[Worksheet]) -> Iterator[SheetFile]:
        """All files of all sheets."""
        ordered = orders(sheets, tuple(self.writers))
        for done, order in enumerate(ordered, 1):
            yield from self._files_of(order)
            self.tell(done, len(ordered))

    def _files_of(self, order: Order) -> Iterator[SheetFile]:
        writers = [self.writers[language] for language in order.languages]
        folder = sheet_address(writers[0], order.sheet.id)[1:]
        layouts = LAYOUTS[order.edition]

        def html(index: int) -> str:
            return printed_sheet(writers, order.edition, order.sheet.id, layouts[index], qr_code)

        shown = (self._shown(language, order.sheet.id) for language in order.languages)
        key = digest(self._common, order.edition, *shown)
        pdf = self._kept("pdf", key, lambda: self._pdf(order, html))
        if pdf is not None:
            yield SheetFile(order, "pdf", order.path("pdf", folder), pdf)
        if "docx" in order.formats:
            layout = pdf.layout if pdf is not None else len(layouts) - 1
            docx = self._kept(f"docx {layout}", key, lambda: self._document(order, writers, layout))
            if docx is not None:
                yield SheetFile(order, "docx", order.path("docx", folder), docx)

    def _shown(self, language: str, id: str) -> str:
        """Digest of all that a sheet shows in one language, in whatever edition."""
        if (language, id) not in self._contents:
            writer = self.writers[language]
            html = printed_sheet([writer], "print", id, LAYOUTS["print"][0], qr_code)
            words = (f"{key} {word}" for key, word in writer.phrases.below(*WORDS))
            self._contents[language, id] = digest(html, *words)
        return self._contents[language, id]

    def _kept(self, what: str, key: str, make: Callable[[], Made | None]) -> Made | None:
        kept = self.cache.get(digest(what, key))
        if kept is not None:
            return Made.from_kept(kept)
        made = make()
        if made is not None:
            self.cache.put(digest(what, key), made.kept())
        return made

    def _pdf(self, order: Order, html: Callable[[int], str]) -> Made | None:
        if self.left_out is not None:
            return None
        if self._press is None:
            sheets = self.project / "overrides" / "assets" / "styles" / "sheet.css"
            try:
                self._press = Press(self.project, [sheets, STYLES / "sheet.css"])
            except NotPrintable as missing:
                self.left_out = missing.what
                return None
        printed = self._press.shortest(
            (html(index) for index in range(len(LAYOUTS[order.edition]))),
            fillable=order.edition == "fill",
        )
        return Made(printed.content, printed.pages, printed.layout)

    def _document(self, order: Order, writers: Sequence[Writer], layout: int) -> Made:
        chosen = LAYOUTS[order.edition][layout]
        edition, _ = sheet_edition(writers, order.edition, order.sheet.id, chosen.tight)
        return Made(sheet_document(edition, order.sheet, chosen, writers), 0, layout)


def covered(project: Path) -> list[Path]:
    """Files whose change makes every sheet anew; what only books are made with is none of them."""
    templates = HOUSE / "templates"
    return [
        project / "overrides" / "assets" / "styles" / "sheet.css",
        *printing_files(without=ONLY_FOR_BOOKS),
        HOUSE / "writing" / "sheet_edition.py",
        HOUSE / "writing" / "printed_sheet.py",
        HOUSE / "writing" / "view.py",
        *sorted((templates / "parts").glob("*.j2")),
        *sorted((templates / "worksheet").glob("*.j2")),
    ]
