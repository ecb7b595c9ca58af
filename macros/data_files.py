"""Every file of open data, with its content; written once for all languages."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .cache import digest
from .catalogue_facts import as_written, catalogue_json
from .handbook import Handbook
from .model.entry import Entry
from .model.json_schema import schemas
from .model.kinds import KINDS, Kind
from .open_data.columns import Cell, Column, columns
from .open_data.csv_table import csv_text
from .open_data.entry_json import entries_json
from .open_data.feed import feeds
from .open_data.published_schema import published_schemas
from .open_data.xlsx_table import xlsx_bytes
from .shown_at import shown_at
from .status import as_json


@dataclass(frozen=True, slots=True)
class Table:
    """All entries of a kind as rows."""

    kind: Kind
    entries: Sequence[Entry]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def rows(self) -> Iterator[list[Cell]]:
        """One row for each entry; none is kept, for there may be very many."""
        for entry in self.entries:
            yield [column.cell(entry) for column in self.columns]


def data_files(handbook: Handbook) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Path from the site's root and content, in pieces, of every file."""
    catalogue, languages = handbook.catalogue, handbook.languages
    plain = {one: handbook.writers[one].tongues[one].plain for one in languages}
    shown = shown_at(catalogue, handbook.prose, handbook.parts)
    yield "data/catalogue.json", _encoded(catalogue_json(catalogue, plain, shown))
    yield "data/status.json", _encoded(as_json(catalogue.status))
    yield "practices/ids.json", _encoded([json.dumps([*catalogue.by_kind.get("practice", {})])])
    for kind in KINDS.values():
        entries = catalogue.entries(kind.name)
        for entry in entries if kind.address else ():
            yield f"{kind.address}/{entry.id}/entry.json", _encoded([as_written(entry)])
        if entries:
            table = Table(kind, entries, columns(kind.model, languages))
            yield f"data/{kind.folder}.json", _encoded(entries_json(entries))
            yield f"data/{kind.folder}.csv", _encoded(csv_text(table.names, table.rows()))
            yield f"data/{kind.folder}.xlsx", [_kept_xlsx(handbook, table)]
    known = schemas(languages, catalogue.vocabulary)
    home = handbook.options.site_url or handbook.options.site_root
    for path, pieces in published_schemas(known, languages, home):
        yield path, _encoded(pieces)
    for path, text in feeds(catalogue, handbook.writers):
        yield path, _encoded([text])


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece.encode("utf-8")


def _kept_xlsx(handbook: Handbook, table: Table) -> bytes:
    """Zipping takes longest of all, so a table whose entries are the same is not made again."""
    catalogue, kind = handbook.catalogue, table.kind
    marks = (catalogue.marks[kind.name, entry.id] for entry in table.entries)
    key = digest("xlsx", handbook.house, kind.name, *handbook.languages, *table.names, *marks)
    kept = handbook.cache.get(key)
    if kept is None:
        day = max(entry.updated for entry in table.entries)
        kept = xlsx_bytes(kind.folder, table.names, table.rows(), day, f"/data/{kind.folder}.json")
        handbook.cache.put(key, kept)
    return kept
