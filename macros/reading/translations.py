"""The records in data/translations/: from which wording each translation was made."""

import marshal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from macros.model.entry import Entry
from macros.model.kinds import KINDS
from macros.model.text import Text, Words
from macros.model.texts import texts_of
from macros.model.translation import TranslationRecord

from .document import Document
from .file_text import FileBytes, read_bytes
from .folder import DataFile, list_folder
from .kept import Kept
from .memory import Memory, stamp_of_file
from .nearest import suggestion
from .plain_record import looks_plain, plain_record
from .problem import Problem, shown
from .validation import Reading, validate
from .yaml_file import read_yaml, yaml_of

EntryKey = tuple[str, str]
"""Folder and id of an entry."""


@dataclass(frozen=True, slots=True)
class ChapterRecord:
    """What a chapter's translations were made from, and where that stands."""

    record: TranslationRecord
    path: str


@dataclass(frozen=True, slots=True)
class Translations:
    """Folder and id of an entry -> its record."""

    records: "Records"
    problems: tuple[Problem, ...]
    chapters: Mapping[str, ChapterRecord]
    """Name of a chapter -> its record; its paths are the ids of headings."""
    marks: Mapping[EntryKey, str]
    """Folder and id of an entry -> fingerprint of the file of its record."""


class Records(Mapping[EntryKey, TranslationRecord]):
    """Records by entry, kept as they stand in their files until somebody asks for one.

    Taken apart, they would need more room than the entries.
    """

    def __init__(self) -> None:
        self._files: dict[EntryKey, bytes | TranslationRecord] = {}

    def add(self, key: EntryKey, record: TranslationRecord, file: FileBytes) -> None:
        """Keep a record with which nothing is wrong."""
        raw = file.raw or b""
        self._files[key] = raw if looks_plain(raw) else record

    def renamed(self, names: Mapping[str, str]) -> "Records":
        """The same with other first parts of the keys."""
        other = Records()
        other._files = {(names[first], id): file for (first, id), file in self._files.items()}
        return other

    def __getitem__(self, key: EntryKey) -> TranslationRecord:
        file = self._files[key]
        if isinstance(file, TranslationRecord):
            return file
        return TranslationRecord.model_construct(plain_record(file) or {})

    def __iter__(self) -> Iterator[EntryKey]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


CHAPTERS = "chapters"
"""Folder of the chapters' records, beside the folders of the kinds."""


def read_translations(
    root: Path,
    entries: Mapping[EntryKey, Entry | None],
    languages: tuple[str, ...],
    *,
    project_root: Path,
    kept: Kept,
    memory: Memory,
) -> Translations:
    """All records; an entry that is None exists but cannot be read now. Raises nothing."""
    marks: dict[EntryKey, str] = {}
    folders = [kind.folder for kind in KINDS.values()]
    top = list_folder(root, project_root, folders=[*folders, CHAPTERS])
    problems = list(top.problems)
    records = Records()
    for file in top.files:
        problems.append(Problem(file.shown, 1, 1, "UNKNOWN_FILE", values={"name": file.stem}))
    for name in set(top.folders) & set(folders):
        folder = list_folder(root / name, project_root)
        problems += folder.problems
        for file in sorted(folder.files, key=lambda file: kept.place(file.shown)):
            stamp = stamp_of_file(file.path) if memory.keeps else None
            read, reading, document = memory.while_same(
                f"record {file.path}", stamp, partial(_record, file, kept)
            )
            problems += reading.problems
            if file.stem and (name, file.stem) not in entries:
                problems.append(_orphan(name, file, entries))
            elif reading.value is not None:
                records.add((name, file.stem), reading.value, read)
                marks[name, file.stem] = read.mark
                entry = entries.get((name, file.stem))
                if memory.while_same(
                    f"parts {file.path}",
                    (read, entry, languages),
                    partial(_has_unknown_parts, reading.value, entry, languages),
                ):
                    document = document or yaml_of(read, file.shown)[1]
                    problems += _unknown_parts(
                        reading.value, entry, languages, document, file.shown
                    )
    chapters, chapter_problems = _chapters(root / CHAPTERS, project_root)
    problems += chapter_problems
    return Translations(records, tuple(problems), chapters, marks)


def _record(
    file: DataFile, kept: Kept
) -> tuple[FileBytes, Reading[TranslationRecord], Document | None]:
    """A record and, unless it was fine when it was read before, its document."""
    read = read_bytes(file.path, file.shown)
    plain = plain_record(read.raw or b"") if not read.problems else None
    if plain is not None:
        return read, Reading(TranslationRecord.model_construct(plain), ()), None
    known = kept.get(file.shown, read.mark) if not read.problems else None
    if known is not None:
        return read, Reading(TranslationRecord.model_construct(marshal.loads(known)), ()), None
    _, document = yaml_of(read, file.shown)
    reading = validate(document, TranslationRecord, None, file.shown)
    if reading.value is not None and not reading.problems:
        # Thousands of records name the same texts; one string for each is enough.
        marks = {
            language: {sys.intern(path): mark for path, mark in paths.items()}
            for language, paths in reading.value.root.items()
        }
        kept.put(file.shown, read.mark, marshal.dumps(marks))
        return read, Reading(TranslationRecord.model_construct(marks), ()), None
    return read, reading, document


def _has_unknown_parts(
    record: TranslationRecord, entry: Entry | None, languages: tuple[str, ...]
) -> bool:
    """A quick look that spares nearly all records the slow one."""
    if not set(languages).issuperset(record.root):
        return True
    known = frozenset(path for path, _ in texts_of(entry)) if entry is not None else None
    return known is not None and not all(known.issuperset(one) for one in record.root.values())


def _chapters(
    root: Path, project_root: Path
) -> tuple[Mapping[str, ChapterRecord], tuple[Problem, ...]]:
    """Records of chapters; whether such a chapter exists is known to those who read prose."""
    if not root.is_dir():
        return MappingProxyType({}), ()
    folder = list_folder(root, project_root)
    problems = list(folder.problems)
    found: dict[str, ChapterRecord] = {}
    for file in folder.files:
        _, document = read_yaml(file.path, file.shown)
        reading = validate(document, TranslationRecord, None, file.shown)
        problems += reading.problems
        if reading.value is not None and file.stem:
            found[file.stem] = ChapterRecord(reading.value, file.shown)
    return MappingProxyType(found), tuple(problems)


def _orphan(folder: str, file: DataFile, entries: Mapping[EntryKey, Entry | None]) -> Problem:
    known = (stem for name, stem in entries if name == folder)
    values = {"value": file.stem, "folder": folder} | suggestion(file.stem, known)
    return Problem(file.shown, 1, 1, "ORPHAN_TRANSLATION", values=values)


def _unknown_parts(
    record: TranslationRecord,
    entry: Entry | None,
    languages: tuple[str, ...],
    document: Document,
    path: str,
) -> list[Problem]:
    problems = []
    for language, fields in record.root.items():
        if language not in languages:
            values = {"value": shown(language), "choices": ", ".join(languages)}
            place = document.name_place((language,))
            problems.append(Problem(path, *place, "UNKNOWN_LANGUAGE", (language,), values))
        for field in fields:
            if entry is not None and not _has_text(entry, field):
                place = document.name_place((language, field))
                values = {"value": shown(field)}
                problems.append(
                    Problem(
                        path,
                        *place,
                        "UNKNOWN_TEXT",
                        (language, field),
                        values,
                        severity="warning",
                    )
                )
    return problems


def _has_text(entry: Entry, field: str) -> bool:
    """Whether ``field``, a path such as ``steps.0.text``, leads to a text of the entry."""
    value: object = entry
    for part in field.split("."):
        if isinstance(value, tuple):
            value = value[int(part)] if part.isdecimal() and int(part) < len(value) else None
        else:
            fields = getattr(type(value), "model_fields", {})
            value = getattr(value, part) if part in fields else None
    return isinstance(value, Text | Words)
