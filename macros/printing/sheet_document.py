"""A worksheet as a document to edit in a word processor."""

import datetime
import io
from collections.abc import Callable, Sequence

from docx.shared import Mm, Pt

from ..model.worksheet import Worksheet
from ..writing.printed_sheet import Layout, whole_addresses
from ..writing.sheet_edition import SheetEdition
from ..writing.writer import Writer
from .docx_blocks import DocxBlocks
from .docx_page import DocxPage, Paragraph
from .docx_parts import speak, without_times

HEAD = (("A", "worksheet.head.place"), ("B", "worksheet.head.date"), ("C", "worksheet.head.role"))
SIZE, TIGHT = 10.5, 9.0
"""Points; the letters of this typeface are larger than those of the PDFs."""


def sheet_document(
    edition: SheetEdition, sheet: Worksheet, layout: Layout, writers: Sequence[Writer]
) -> bytes:
    """The whole file."""
    small = layout.tight or len(edition.views) > 1
    page = DocxPage(edition, TIGHT if small else SIZE, across=sheet.landscape)
    _title(page, sheet)
    blocks = DocxBlocks(page)
    if sheet.head:
        blocks.head(HEAD)
    blocks.write(sheet.blocks)
    if sheet.personal_data is not None:
        blocks.prose(sheet.personal_data)
    if layout.steps and sheet.steps:
        _steps(page, sheet)
    addresses = whole_addresses(writers, sheet.id)
    page.foot(_foot(page, sheet, addresses), next(iter(addresses), ""), _code_name(page))
    _properties(page, sheet)
    file = io.BytesIO()
    page.document.save(file)
    return without_times(file.getvalue())


def _title(page: DocxPage, sheet: Worksheet) -> None:
    head = page.paragraph("Heading 1")
    head.add_run(f"{sheet.code} ")
    page.say(head, sheet.title)
    page.say(page.paragraph(), sheet.purpose)
    for view in page.edition.views:
        needs = [
            view.word("printing.time", value=view.counted("units.minutes", sheet.minutes)),
            view.people_words(sheet.people),
        ]
        if sheet.materials:
            listed = ", ".join(view.plain(item) for item in sheet.materials)
            needs.append(f"{view.word('printing.bring')} {listed}")
        run = page.run(page.paragraph(), " · ".join(needs), view)
        run.font.size = Pt(page.size - 1.5)


def _steps(page: DocxPage, sheet: Worksheet) -> None:
    page.word(page.paragraph("Heading 2"), "printing.steps")
    for view in page.edition.views:
        for number, step in enumerate(sheet.steps, 1):
            paragraph = page.paragraph()
            paragraph.paragraph_format.left_indent = Mm(6)
            paragraph.paragraph_format.first_line_indent = Mm(-6)
            run = page.run(paragraph, f"{number}. {view.plain(step)}", view)
            run.font.size = Pt(page.size - 1)


def _foot(
    page: DocxPage, sheet: Worksheet, addresses: Sequence[str]
) -> tuple[Callable[[Paragraph], None], ...]:
    """The lines below every page, each as what writes it."""
    view = page.edition.view

    def warning(paragraph: Paragraph) -> None:
        internal = "worksheet.stays_inside" if sheet.internal else "worksheet.no_names"
        page.word(paragraph, internal)

    def sources(paragraph: Paragraph) -> None:
        page.word(paragraph, "worksheet.drawn_from")
        titles = [view.entry("source", id).heading for id in sheet.sources]
        for index, title in enumerate(titles):
            paragraph.add_run("; " if index else " ")
            own = view.tongues.get(view.line(title).language, view.tongue)
            speak(paragraph.add_run(view.plain(title)), own.tag)
        if sheet.proposal:
            paragraph.add_run("; " if titles else " ")
            page.word(paragraph, "proposal.mark")

    def identity(paragraph: Paragraph) -> None:
        paragraph.add_run(f"{sheet.code} · ")
        page.page_numbers(paragraph)
        parts = (
            view.word("worksheet.version", version=sheet.version),
            view.word("site.name"),
            "CC BY-SA 4.0",
            *addresses,
        )
        page.run(paragraph, " · " + " · ".join(parts), view)

    return warning, sources, identity


def _code_name(page: DocxPage) -> str:
    return page.edition.view.word("printing.code")


def _properties(page: DocxPage, sheet: Worksheet) -> None:
    view = page.edition.view
    properties = page.document.core_properties
    properties.title = f"{sheet.code} {view.plain(sheet.title)}"
    properties.author = properties.last_modified_by = view.word("site.name")
    properties.subject = view.plain(sheet.purpose)
    properties.comments = "CC BY-SA 4.0"
    properties.language = view.tongue.tag
    properties.version = sheet.version
    updated = datetime.datetime.combine(sheet.updated, datetime.time())
    properties.created = properties.modified = updated
