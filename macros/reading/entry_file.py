"""One entry's file → the entry, or what remains of it, or a list of problems."""

from dataclasses import dataclass, replace

from macros.model.context import Context
from macros.model.entry import Entry, Tombstone
from macros.model.kinds import Kind

from .document import Document
from .folder import DataFile
from .links import (
    ChapterName,
    EntryLink,
    chapters_in_document,
    links_in_document,
    links_not_shown,
)
from .problem import Problem
from .validation import validate
from .yaml_file import read_yaml

_UNNAMED = "x"
"""Stands for the id of a file whose name is wrong, so that its content is judged too."""


@dataclass(frozen=True, slots=True)
class Record:
    """An entry with where it stands and what it points at."""

    kind: str
    entry: Entry
    path: str
    references: tuple[tuple[str, str], ...]
    """Kind and id of every entry named in a field, in the order of the file."""
    links: tuple[EntryLink, ...]
    """Links to entries inside texts."""
    chapters: tuple[ChapterName, ...] = ()
    """Pages of prose that it names."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What remains of an entry that was withdrawn."""

    kind: str
    tombstone: Tombstone
    path: str


@dataclass(frozen=True, slots=True)
class EntryFile:
    """A file of the folder of ``kind``: a record or a tombstone, or neither and problems."""

    kind: Kind
    file: DataFile
    record: Record | None = None
    withdrawn: Withdrawn | None = None
    problems: tuple[Problem, ...] = ()


def read_entry(kind: Kind, file: DataFile, surroundings: Context) -> EntryFile:
    """Reads and judges one file. Raises nothing."""
    raw, document = read_yaml(file.path, file.shown)
    document = _with_id(document, file)
    if document.data is not None and document.data.get("status") == "withdrawn":
        tombstone = validate(document, Tombstone, surroundings, file.shown)
        if tombstone.value is None or not file.stem:
            return EntryFile(kind, file, problems=tombstone.problems)
        return EntryFile(kind, file, withdrawn=Withdrawn(kind.name, tombstone.value, file.shown))
    context = Context(surroundings.languages, surroundings.vocabulary, surroundings.ids, kind.name)
    reading = validate(document, kind.model, context, file.shown)
    if reading.value is None or not file.stem:
        return EntryFile(kind, file, problems=reading.problems)
    links = links_in_document(document, raw, file.shown)
    references = tuple(context.references)
    chapters = chapters_in_document(document, file.shown)
    record = Record(kind.name, reading.value, file.shown, references, links, chapters)
    hidden = tuple(links_not_shown(document, file.shown))
    return EntryFile(kind, file, record, problems=hidden)


def _with_id(document: Document, file: DataFile) -> Document:
    """The document with the id that its file's name gives it."""
    if document.data is None:
        return document
    if "id" in document.data:
        values = {"value": file.stem or _UNNAMED}
        place = document.name_place(("id",))
        problem = Problem(file.shown, *place, "REPEATED_ID", ("id",), values)
        document = replace(document, problems=(*document.problems, problem))
    return replace(document, data={**(document.data or {}), "id": file.stem or _UNNAMED})
