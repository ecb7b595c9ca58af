"""One entry's file → the entry, or what remains of it, or a list of problems."""

import marshal
from collections.abc import Callable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from macros.model.context import Context
from macros.model.entry import Entry, Tombstone
from macros.model.kinds import Kind

from .document import Document
from .file_text import read_bytes
from .folder import DataFile
from .kept import Kept
from .links import (
    ChapterName,
    EntryLink,
    chapters_in_document,
    links_in_document,
    links_not_shown,
)
from .problem import Problem
from .validation import validate
from .yaml_file import yaml_of

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
    mark: str = ""
    """Fingerprint of the file."""
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


Heard = Callable[[str, str, str], None]
"""Hears the folder, the fingerprint and the text of a file that has been read."""


def unheard_text(_: str, __: str, ___: str) -> None:
    """Nobody wants to know."""


def read_entry(
    kind: Kind,
    file: DataFile,
    surroundings: Context,
    kept: Kept,
    heard: Heard = unheard_text,
) -> EntryFile:
    """Reads and judges one file. Raises nothing.

    Of a file that was fine when it was read before, the notation is not read again; what it
    says is judged every time.
    """
    read = read_bytes(file.path, file.shown)
    context = Context(surroundings.languages, surroundings.vocabulary, surroundings.ids, kind.name)
    known = kept.get(file.shown, read.mark) if not read.problems else None
    if known is not None:
        record = _known_record(known, kind, file, context, read.mark)
        if record is not None:
            return EntryFile(kind, file, record)
        context.references.clear()
    raw, document = yaml_of(read, file.shown)
    heard(kind.folder, read.mark, raw)
    if document.data is not None and document.data.get("status") == "withdrawn":
        tombstone = validate(_with_id(document, file), Tombstone, surroundings, file.shown)
        if tombstone.value is None or not file.stem:
            return EntryFile(kind, file, problems=tombstone.problems)
        return EntryFile(kind, file, withdrawn=Withdrawn(kind.name, tombstone.value, file.shown))
    reading = validate(_with_id(document, file), kind.model, context, file.shown)
    if reading.value is None or not file.stem:
        return EntryFile(kind, file, problems=reading.problems)
    links = links_in_document(document, raw, file.shown)
    references = tuple(context.references)
    chapters = chapters_in_document(document, file.shown)
    record = Record(kind.name, reading.value, file.shown, references, links, read.mark, chapters)
    hidden = tuple(links_not_shown(document, raw, file.shown))
    if not hidden and not reading.problems:
        places = [(link.target, link.line, link.column) for link in links]
        named = [(chapter.name, chapter.line, chapter.column) for chapter in chapters]
        kept.put(file.shown, read.mark, marshal.dumps((document.data, places, named)))
    return EntryFile(kind, file, record, problems=hidden)


def _known_record(
    known: bytes, kind: Kind, file: DataFile, context: Context, mark: str
) -> Record | None:
    """The record from what was read before; None where it is not right in these surroundings."""
    data, places, named = marshal.loads(known)
    try:
        entry = kind.model.model_validate({**data, "id": file.stem}, context=context)
    except ValidationError:
        return None
    links = tuple(EntryLink(target, file.shown, *place) for target, *place in places)
    chapters = tuple(ChapterName(name, file.shown, *place) for name, *place in named)
    return Record(kind.name, entry, file.shown, tuple(context.references), links, mark, chapters)


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
