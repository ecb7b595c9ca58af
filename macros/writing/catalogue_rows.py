"""What a browser needs to choose among all practices and projects, in small files."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ..model.kinds import KINDS
from .choosing import FOLDER, in_order
from .list_pages import CHOSEN
from .page import address
from .writer import Writer

ROWS_A_FILE = 1_000


def catalogue_rows(writer: Writer) -> Iterator[tuple[str, str]]:
    """Path and content of the files: rows with their facets, and, apart, their cards.

    Rows lie in columns, since like beside like packs best; what an entry says to a facet are the
    places of its values among all values. Cards are those of the lists, ready to be shown.
    """
    home = address(writer.language, writer.library.languages[0], FOLDER)
    view = writer.view(home)
    facets = view.library.facets
    known = {facet: tuple(facets.holders[facet]) for facet in facets.asked}
    said = {(row.kind, row.id): row.values for row in facets.rows}
    named = in_order(view, CHOSEN)
    entries = [(kind, view.library.entry(kind, id)) for kind, id, _ in named]
    newest = max((entry.updated.toordinal() for _, entry in entries), default=0)
    parts = max(1, -(-len(named) // ROWS_A_FILE))
    folders = {kind: KINDS[kind].folder for kind in CHOSEN}
    head = {
        "values": known,
        "folders": folders,
        "parts": parts,
        "spellings": view.tongue.spellings,
    }
    for part in range(parts):
        here = slice(part * ROWS_A_FILE, (part + 1) * ROWS_A_FILE)
        rows = {
            "ids": [id for _, id, _ in named[here]],
            "days": [newest - entry.updated.toordinal() for _, entry in entries[here]],
            "said": _said(known, [said[kind, id] for kind, id, _ in named[here]]),
        }
        cards = [
            writer.fragment("catalogue/card.html.j2", home, kind=kind, entry=entry)
            for kind, entry in entries[here]
        ]
        folder = f"{home[1:]}rows-{part + 1}"
        yield f"{folder}.json", _written({**(head if part == 0 else {}), **rows})
        yield f"{folder}-cards.json", _written(cards)


def _said(
    known: Mapping[str, Sequence[str]], rows: Sequence[Mapping[str, Sequence[str]]]
) -> dict[str, str]:
    """Facet -> for each row the places of its values, with spaces; a comma ends a row's."""
    columns = {}
    for facet, values in known.items():
        places = {value: str(place) for place, value in enumerate(values)}
        columns[facet] = ",".join(
            " ".join(map(places.__getitem__, row.get(facet, ()))) for row in rows
        )
    return columns


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
