"""A table as XLSX: texts as texts, so that nothing in it is ever run."""

import datetime
import io
from collections.abc import Iterable, Sequence

from xlsxwriter import Workbook

from .columns import Cell

LONGEST = 32_767
"""Letters that a cell can hold."""
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Rows go to the disk as they come: ten thousand of them are too many to be kept."""


def xlsx_bytes(
    title: str, names: Sequence[str], rows: Iterable[Sequence[Cell]], day: datetime.date, where: str
) -> bytes:
    """The table, the same bytes for the same rows and day.

    ``where``: what stands in a cell instead of a text that is too long for it.
    """
    file = io.BytesIO()
    book = Workbook(file, OPTIONS)
    made = datetime.datetime.combine(day, datetime.time())
    book.set_properties({"title": title, "created": made})
    sheet = book.add_worksheet(title[:31])
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, names, book.add_format({"bold": True}))
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if type(value) is str:
                sheet.write_string(number, place, value if len(value) <= LONGEST else where)
            elif type(value) is bool:
                sheet.write_boolean(number, place, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, place, value)
    book.close()
    return file.getvalue()
