"""Tables, scales and ladders of a worksheet in a document to edit."""

from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from ..model.sheet_block import LadderBlock, ScaleBlock, TableBlock
from ..model.text import Text
from .docx_page import DocxPage
from .docx_parts import keep, whole_row

LINE = 9
"""Height of a line to write on, in millimetres."""
BOX_ROW = 7


class DocxTables:
    """Writes them onto a page."""

    def __init__(self, page: DocxPage) -> None:
        self._page = page
        self._edition = page.edition

    def table(self, block: TableBlock) -> None:
        widths = [share / 100 * self._page.width for share in block.shares]
        parts = max(1, len(block.sections))
        rows = 1 + parts * block.rows + len(block.sections)
        table = self._page.table(rows, widths, self._edition.field(block), ruled=True)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        whole_row(table.rows[0], repeated=True)
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            self._cell(cell, column.label, bold=True)
        for row in table.rows[:2]:
            keep(row, True)
        line = 1
        for part in range(parts):
            if block.sections:
                cells = table.rows[line].cells
                self._cell(cells[0].merge(cells[-1]), block.sections[part], bold=True)
                keep(table.rows[line], True)
                line += 1
            for row in range(part * block.rows, (part + 1) * block.rows):
                self._row(table.rows[line], block, row)
                line += 1

    def _row(self, row: Any, block: TableBlock, number: int) -> None:
        self._page.height(row, LINE * block.lines)
        for index, column in enumerate(block.columns):
            cell = row.cells[index]
            cell.vertical_alignment = 1
            if number < len(column.printed):
                self._cell(cell, column.printed[number])
            elif column.tick:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
                self._page.box(cell.paragraphs[0], self._edition.cell(block, number, index))

    def _cell(self, cell: Any, text: Text, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        self._page.say(paragraph, text, broken=bold)
        for run in paragraph.runs:
            run.bold = bold
            run.font.size = Pt(self._page.size - 1)

    def scale(self, block: ScaleBlock) -> None:
        ends = self._page.paragraph()
        ends.paragraph_format.keep_with_next = True
        for number, text in ((1, block.low), (block.steps, block.high)):
            ends.add_run(f"{', ' if number > 1 else ''}{number} = ")
            self._page.say(ends, text)
        mark = 11.0
        statements = block.statements or (None,)
        first = self._page.width - mark * block.steps
        widths = [first] + [mark] * block.steps
        table = self._page.table(len(statements), widths, self._edition.field(block))
        for index, (row, statement) in enumerate(zip(table.rows, statements, strict=True), 1):
            self._page.height(row, LINE)
            if statement is not None:
                self._page.say(row.cells[0].paragraphs[0], statement)
            for step in range(1, block.steps + 1):
                paragraph = row.cells[step].paragraphs[0]
                self._page.box(paragraph, self._edition.mark(block, index, step))
                paragraph.add_run(str(step))

    def ladder(self, block: LadderBlock) -> None:
        widths = [16, self._page.width - 16 - 42, 42]
        table = self._page.table(len(block.rungs), widths, self._edition.field(block), ruled=True)
        for row, step in zip(table.rows, range(len(block.rungs), 0, -1), strict=True):
            rung = block.rungs[step - 1]
            self._page.height(row, BOX_ROW)
            first = row.cells[0].paragraphs[0]
            self._page.box(first, self._edition.field(block, rung.name))
            first.add_run(f" {step}").bold = True
            self._page.say(row.cells[1].paragraphs[0], rung.name)
            if rung.group is not None:
                self._cell(row.cells[2], rung.group)
