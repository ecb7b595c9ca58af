"""What a browser needs to choose among all practices and projects, in small files."""

import json
from collections.abc import Iterator

from ..model.kinds import KINDS
from .choosing import FOLDER, in_order
from .page import address
from .writer import CHOSEN, Writer

ROWS_A_FILE = 1_000
UNDATED = 0


def catalogue_rows(writer: Writer) -> Iterator[tuple[str, str]]:
    """Path and content of the files: rows with their facets, and, apart, their summaries.

    A row: folder, id, title, last year, day of the last change, numbers of its values.
    """
    home = address(writer.language, writer.library.languages[0], FOLDER)
    view = writer.view(home)
    facets = view.library.facets
    names = [f"{facet}={value}" for facet in facets.asked for value in facets.holders[facet]]
    numbers = {name: number for number, name in enumerate(names)}
    said = {(row.kind, row.id): row.values for row in facets.rows}
    rows, summaries = [], []
    for kind, id, title in in_order(view, CHOSEN):
        entry, values = view.library.entry(kind, id), said[kind, id]
        own = [numbers[f"{facet}={one}"] for facet, found in values.items() for one in found]
        years = [int(one) for one in values.get("year", ()) if one.isdecimal()]
        day = entry.updated.toordinal()
        rows.append([KINDS[kind].folder, id, title, max(years, default=UNDATED), day, sorted(own)])
        text = entry.abstract
        summaries.append(
            "" if text is None else text.get(writer.language) or text[next(iter(text))]
        )
    parts = max(1, -(-len(rows) // ROWS_A_FILE))
    for part in range(parts):
        here = slice(part * ROWS_A_FILE, (part + 1) * ROWS_A_FILE)
        head = (
            {"values": names, "parts": parts, "spellings": view.tongue.spellings}
            if part == 0
            else {}
        )
        folder = f"{home[1:]}rows-{part + 1}"
        yield f"{folder}.json", _written({**(head if part == 0 else {}), "rows": rows[here]})
        yield f"{folder}-summaries.json", _written(summaries[here])


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
