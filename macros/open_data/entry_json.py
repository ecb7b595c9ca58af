"""Entries as JSON: each in a line of its own, exactly as its model has it."""

from collections.abc import Iterator, Sequence

from ..model.entry import Entry

END = "\n]\n"


def entries_json(entries: Sequence[Entry]) -> Iterator[str]:
    """A list of entries; each validates against the published schema of its kind."""
    separator = "[\n"
    for entry in entries:
        yield separator + entry.model_dump_json()
        separator = ",\n"
    yield END
