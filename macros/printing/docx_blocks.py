"""The blocks of a worksheet in a document to edit."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.shared import Pt

from ..model.sheet_block import (
    Block,
    ChecklistBlock,
    DrawingBlock,
    FieldBlock,
    LadderBlock,
    LinesBlock,
    NoteBlock,
    NumberedBlock,
    ScaleBlock,
    SignatureBlock,
    TableBlock,
)
from ..model.text import Text
from .docx_page import DocxPage, Paragraph
from .docx_parts import borders, keep, oval
from .docx_tables import BOX_ROW, LINE, DocxTables

GAP = 4
"""Between two short fields, in millimetres."""
THIN = 6
"""A line, in eighths of a point."""
CIRCLES = 0.94
"""Share of a drawing's height that the outermost circle takes."""


class DocxBlocks:
    """Writes blocks onto a page."""

    def __init__(self, page: DocxPage) -> None:
        self._page = page
        self._edition = page.edition
        self._tables = DocxTables(page)

    def write(self, blocks: Sequence[Block]) -> None:
        """All blocks, with two short fields side by side where they follow each other."""
        for group in _groups(blocks):
            if len(group) == 2:
                self._fields(group)
            else:
                self._block(group[0])

    def _block(self, block: Block) -> None:
        if isinstance(block, NoteBlock):
            self.prose(block.text, with_next=True)
            return
        self._label(self._page.paragraph("Heading 2"), block)
        if block.help is not None:
            self._help(block.help)
        if isinstance(block, FieldBlock):
            self._lines(block, 1, self._page.width * (0.5 if block.half else 1))
        elif isinstance(block, LinesBlock):
            self._lines(block, block.rows, self._page.width)
        elif isinstance(block, ChecklistBlock):
            self._checklist(block)
        elif isinstance(block, TableBlock):
            self._tables.table(block)
        elif isinstance(block, ScaleBlock):
            self._tables.scale(block)
        elif isinstance(block, LadderBlock):
            self._tables.ladder(block)
        elif isinstance(block, DrawingBlock):
            self._drawing(block)
        elif isinstance(block, SignatureBlock):
            self._signature(block)

    def _label(self, paragraph: Paragraph, block: NumberedBlock) -> None:
        paragraph.add_run(f"{block.number}. ")
        self._page.say(paragraph, block.label)

    def _help(self, text: Text) -> None:
        paragraph = self._page.paragraph()
        paragraph.paragraph_format.keep_with_next = True
        self._page.say(paragraph, text)
        for run in paragraph.runs:
            run.font.size = Pt(self._page.size - 1)

    def _lines(self, block: NumberedBlock, rows: int, width: float) -> None:
        table = self._page.table(rows, [width], self._edition.field(block))
        for number, row in enumerate(table.rows, 1):
            self._page.height(row, LINE)
            borders(row.cells[0], bottom=THIN)
            keep(row, number < rows)

    def _fields(self, blocks: Sequence[FieldBlock]) -> None:
        """Two short fields side by side: labels above, lines below."""
        half = (self._page.width - GAP) / 2
        name = "; ".join(self._edition.field(block) for block in blocks)
        self._page.gap(1)
        table = self._page.table(2, [half, GAP, half], name)
        for block, index in zip(blocks, (0, 2), strict=True):
            label = table.rows[0].cells[index].paragraphs[0]
            label.style = "Heading 2"
            label.paragraph_format.space_before = Pt(2)
            self._label(label, block)
            borders(table.rows[1].cells[index], bottom=THIN)
        self._page.height(table.rows[1], LINE)

    def head(self, words: Sequence[tuple[str, str]]) -> None:
        """Place, date and role: letter and word above, a line below."""
        shares = (0.3, 0.2, 0.5) if len(self._edition.views) == 1 else (0.25, 0.2, 0.55)
        table = self._page.table(
            2, [share * self._page.width for share in shares], self._edition.view.word(words[0][1])
        )
        for index, (letter, key) in enumerate(words):
            paragraph = table.rows[0].cells[index].paragraphs[0]
            paragraph.add_run(f"{letter}. ")
            self._page.word(paragraph, key)
            for run in paragraph.runs:
                run.font.size = Pt(self._page.size - 1)
            borders(table.rows[1].cells[index], bottom=THIN)
        self._page.height(table.rows[1], LINE)

    def _checklist(self, block: ChecklistBlock) -> None:
        items: list[Text | int] = [*block.items]
        items += range(len(items) + 1, len(items) + block.empty_rows + 1)
        rows = -(-len(items) // block.columns)
        widths = [self._page.width / block.columns] * block.columns
        table = self._page.table(rows, widths, self._edition.field(block))
        for index, item in enumerate(items):
            row = table.rows[index // block.columns]
            cell = row.cells[index % block.columns]
            borders(cell, bottom=THIN if isinstance(item, int) else 0)
            self._page.height(row, LINE if isinstance(item, int) else BOX_ROW)
            paragraph = cell.paragraphs[0]
            self._page.box(paragraph, self._edition.field(block, item))
            paragraph.add_run(" ")
            if not isinstance(item, int):
                self._page.say(paragraph, item)

    def _drawing(self, block: DrawingBlock) -> None:
        name = self._edition.field(block)
        table = self._page.table(1, [self._page.width], name, ruled=True)
        self._page.height(table.rows[0], 10 * self._edition.centimetres(block), exact=True)
        paragraph = table.rows[0].cells[0].paragraphs[0]
        height = 10 * self._edition.centimetres(block)
        for index, circle in enumerate(block.circles):
            if index == 0:
                self._page.word(paragraph, "printing.circles")
            paragraph.add_run(" – " if index else " ")
            self._page.say(paragraph, circle)
            size = height * CIRCLES * (index + 1) / len(block.circles)
            oval(paragraph, (self._page.width - size) / 2, (height - size) / 2, size)

    def _signature(self, block: SignatureBlock) -> None:
        half = (self._page.width - GAP) / 2
        table = self._page.table(2, [half, GAP, half], self._edition.field(block))
        self._page.height(table.rows[0], LINE + 3)
        for index, key in ((0, "worksheet.place_date"), (2, "worksheet.signature")):
            borders(table.rows[0].cells[index], bottom=THIN)
            self._page.word(table.rows[1].cells[index].paragraphs[0], key)

    def prose(self, text: Text, *, with_next: bool = False) -> None:
        """A text of several paragraphs, each language after the other."""
        for view in self._edition.speakers(text):
            for part in view.paragraphs(text):
                paragraph = self._page.paragraph()
                paragraph.paragraph_format.keep_with_next = with_next
                self._page.run(paragraph, part, view)
        self._page.gap(1, with_next=with_next)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Any]]:
    """One block at a time, but two halves together."""
    left: list[FieldBlock] = []
    for block in blocks:
        if isinstance(block, FieldBlock) and block.half:
            left.append(block)
            if len(left) == 2:
                yield left
                left = []
            continue
        if left:
            yield left
            left = []
        yield [block]
    if left:
        yield left
