"""A table as CSV: RFC 4180, for spreadsheets that know UTF-8 by its mark."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from .columns import Cell

BYTE_ORDER_MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
"""What a spreadsheet would run begins so; the apostrophe itself, so that it can be undone."""


def csv_text(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The table in pieces of one row each, the names of the columns first."""
    line = io.StringIO()
    write = csv.writer(line, lineterminator="\r\n").writerow
    write(names)
    yield BYTE_ORDER_MARK
    for row in rows:
        write([_cell(value) for value in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _cell(value: Cell) -> str:
    if type(value) is str:
        return f"'{value}" if value.startswith(FORMULA) else value
    if value is None:
        return ""
    return str(value).lower() if type(value) is bool else str(value)
