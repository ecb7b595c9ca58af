"""The page of a document to edit: paper, styles, words in one language or two, the foot."""

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import segno
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..model.text import Text
from ..writing.sheet_edition import SheetEdition
from ..writing.view import View
from .docx_parts import checkbox, computed, described, speak, whole_row

TYPEFACE = "Arial"
"""On every computer; LibreOffice takes Liberation Sans, whose letters are as wide."""
A4 = (210, 297)
SIDE, TOP, BOTTOM = 14, 10, 10
"""Margins in millimetres."""
BLACK = RGBColor(0, 0, 0)
CODE_SIZE = 16

Paragraph = Any
"""Any: python-docx types its paragraphs and cells loosely."""


class DocxPage:
    """An empty A4 document in the languages of ``edition``, and the ways to write on it."""

    def __init__(self, edition: SheetEdition, size: float, *, across: bool) -> None:
        self.edition = edition
        self.size = size
        self.document = Document()
        self._boxes = 0
        self._lay_paper(across)
        self._set_styles()

    def _lay_paper(self, across: bool) -> None:
        width, height = reversed(A4) if across else A4
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(SIDE)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        section.header_distance = section.footer_distance = Mm(7)
        self.width = width - 2 * SIDE

    def _set_styles(self) -> None:
        tag = self.edition.view.tongue.tag
        styles = self.document.styles
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
        for old in defaults.find(qn("w:rPr")).findall(qn("w:lang")):
            old.set(qn("w:val"), tag)
        for name, size in (("Normal", 1.0), ("Heading 1", 1.6), ("Heading 2", 1.0)):
            style: Any = styles[name]
            style.font.name = TYPEFACE
            style.font.size = Pt(round(self.size * size * 2) / 2)
            style.font.bold = name != "Normal"
            style.font.color.rgb = BLACK
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
                fonts.set(qn(f"w:{kind}"), TYPEFACE)
                fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
            look = style.paragraph_format
            look.space_before, look.space_after = Pt(0), Pt(1)
            look.line_spacing = 1.0
            look.keep_with_next = name != "Normal"
        styles["Heading 2"].paragraph_format.space_before = Pt(5)

    def paragraph(self, style: str = "Normal", within: Any = None) -> Paragraph:
        """A new paragraph, at the end or at the end of a cell."""
        return (within or self.document).add_paragraph(style=style)

    def say(self, paragraph: Paragraph, text: Text, *, broken: bool = False) -> None:
        """A text in every language; ``broken``: each on a line of its own."""
        speakers = self.edition.speakers(text)
        self._in_turn(paragraph, speakers, lambda view: view.plain(text), broken)

    def word(self, paragraph: Paragraph, key: str) -> None:
        """A word of the interface in every language."""
        speakers = self.edition.speakers_of_word(key)
        self._in_turn(paragraph, speakers, lambda view: view.word(key), False)

    def _in_turn(
        self,
        paragraph: Paragraph,
        speakers: Sequence[View],
        words: Callable[[View], str],
        broken: bool,
    ) -> None:
        for index, view in enumerate(speakers):
            if index and broken:
                paragraph.add_run().add_break()
            elif index:
                paragraph.add_run(" / ")
            self.run(paragraph, words(view), view)

    def run(self, paragraph: Paragraph, words: str, view: View) -> Any:
        run = paragraph.add_run(words)
        speak(run, view.tongue.tag)
        return run

    def table(self, rows: int, widths: Sequence[float], name: str, *, ruled: bool = False) -> Any:
        """A table with columns of these widths in millimetres; no row of it is cut."""
        table = self.document.add_table(rows, len(widths), "Table Grid" if ruled else None)
        table.autofit = False
        described(table, name)
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), str(Mm(width).twips))
        for row in table.rows:
            whole_row(row)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
                cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        return table

    def box(self, paragraph: Paragraph, name: str) -> None:
        """A box to tick."""
        self._boxes += 1
        checkbox(paragraph, name, self._boxes)

    def gap(self, millimetres: float, *, with_next: bool = False) -> None:
        """Space after a table, which would otherwise grow into the next one."""
        paragraph = self.paragraph()
        paragraph.paragraph_format.line_spacing = Mm(millimetres)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = with_next

    def foot(self, lines: Iterable[Callable[[Paragraph], None]], address: str, name: str) -> None:
        """What stands below every page, with the QR code of an address where there is one."""
        footer = self.document.sections[0].footer
        code = CODE_SIZE + 4 if address else 0
        widths = [self.width - code, code] if code else [self.width]
        table = footer.add_table(1, len(widths), Mm(self.width))
        table.autofit = False
        described(table, name)
        grid = table._tbl.tblGrid.findall(qn("w:gridCol"))
        for cell, column, width in zip(table.rows[0].cells, grid, widths, strict=True):
            cell.width = Mm(width)
            column.set(qn("w:w"), str(Mm(width).twips))
        cell = table.rows[0].cells[0]
        for index, write in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            write(paragraph)
            for run in paragraph.runs:
                run.font.size = Pt(7.5)
        if address:
            self._code(table.rows[0].cells[1].paragraphs[0], address, name)
        footer.paragraphs[0]._p.getparent().remove(footer.paragraphs[0]._p)
        end = footer.add_paragraph()
        end.paragraph_format.line_spacing = Pt(1)
        end.paragraph_format.space_after = Pt(0)

    def _code(self, paragraph: Paragraph, address: str, name: str) -> None:
        picture = io.BytesIO()
        segno.make(address, error="m", micro=False).save(picture, kind="png", scale=6, border=2)
        picture.seek(0)
        paragraph.alignment = 2
        shape = paragraph.add_run().add_picture(picture, width=Mm(CODE_SIZE))
        shape._inline.docPr.set("descr", f"{name}: {address}")

    def page_numbers(self, paragraph: Paragraph) -> None:
        """ "page 1 of 2", counted by the word processor."""
        self.word(paragraph, "printing.page")
        paragraph.add_run(" ")
        computed(paragraph, "PAGE")
        paragraph.add_run(" " + self.edition.view.word("printing.of") + " ")
        computed(paragraph, "NUMPAGES")

    def height(self, row: Any, millimetres: float, *, exact: bool = False) -> None:
        row.height = Mm(millimetres)
        row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY if exact else WD_ROW_HEIGHT_RULE.AT_LEAST
