"""Earlier ids of entries: each may lead to one place only."""

from collections.abc import Collection, Iterator, Mapping

from .entry_file import EntryFile
from .problem import Problem
from .yaml_file import read_yaml


def former_id_problems(
    files: tuple[EntryFile, ...], ids: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Former ids that are the id of an entry, or were claimed by an entry before."""
    claimed: dict[tuple[str, str], str] = {}
    for file in files:
        if file.record is None or not file.record.entry.former_ids:
            continue
        for number, former in enumerate(file.record.entry.former_ids):
            kind = file.kind.name
            holder = former if former in ids[kind] else claimed.get((kind, former))
            claimed.setdefault((kind, former), file.file.stem)
            if holder is not None:
                yield _taken(file, number, former, holder)


def _taken(file: EntryFile, number: int, former: str, holder: str) -> Problem:
    _, document = read_yaml(file.file.path, file.file.shown)
    field = ("former_ids", number)
    values = {"value": former, "holder": holder}
    return Problem(file.file.shown, *document.value_place(field), "FORMER_ID_TAKEN", field, values)
