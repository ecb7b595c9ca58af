"""``python -m macros translated <entry> <language>``: record a finished translation.

From then on the entry's page says that the translation is out of date as soon as the original
changes, text by text.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence

from .catalogue import Catalogue
from .chapter_states import fingerprints as section_marks
from .chapter_states import original_of, record_name, sections_of
from .handbook import Handbook, ProblemsFound
from .inspection import read_handbook
from .model.entry import Entry
from .model.kinds import KINDS
from .model.texts import original_language, texts_of
from .model.translation import fingerprint
from .options import options, project_folder
from .reading.report import fill
from .terminal import make_printable, words_for_terminal

HEADER = "# yaml-language-server: $schema=../../schema/translations.schema.json\n"
Record = dict[str, dict[str, str]]
_KIND_OF_FOLDER = {
    folder: kind.name
    for kind in KINDS.values()
    for folder in (kind.folder, kind.address or kind.folder)
}
"""An entry may be named as its file and its page are."""


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 recorded, 1 the data has problems, 2 usage."""
    make_printable()
    try:
        handbook = read_handbook(options(project_folder()))
    except ProblemsFound as found:
        print(found.report(), file=sys.stderr)
        return 1
    words = words_for_terminal(handbook.data.words)
    if len(arguments) != 2:
        return _wrong(words, "usage")
    target, language = arguments
    asked = {"target": target, "language": language}
    if language not in handbook.languages:
        return _wrong(words, "no_language", asked | {"languages": ", ".join(handbook.languages)})
    try:
        records = dict(_records(target, language, handbook))
    except LookupError:
        return _wrong(words, "no_entry", asked)
    for path, record in records.items():
        whole = handbook.options.data / "translations" / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_text(as_yaml(record), encoding="utf-8")
    texts = sum(len(record[language]) for record in records.values())
    counts = {"texts": str(texts), "files": str(len(records))}
    print(fill(words["translated.done" if records else "translated.nothing"], asked | counts))
    return 0


def _wrong(words: Mapping[str, str], name: str, values: Mapping[str, str] | None = None) -> int:
    print(fill(words[f"translated.{name}"], values or {}), file=sys.stderr)
    return 2


def _records(target: str, language: str, handbook: Handbook) -> Iterator[tuple[str, Record]]:
    """File below data/translations/ and its record, for one entry or chapter or for all.

    Raises LookupError where there is no such entry or chapter.
    """
    catalogue = handbook.catalogue
    folder, slash, name = target.strip("/").partition("/")
    kind = _KIND_OF_FOLDER.get(folder, folder)
    if target == "--all":
        keys = [(kind, entry.id) for kind, entry in catalogue]
        chapters = list(dict.fromkeys(page.name for page in handbook.prose.pages))
    elif kind == "chapter":
        keys, chapters = [], [name]
    else:
        keys, chapters = [catalogue.find(f"{kind}{slash}{name}")[:2]], []
    for kind, id in keys:
        record = record_with(catalogue, kind, id, language)
        if record[language]:
            yield f"{KINDS[kind].folder}/{id}.yml", record
    for chapter in chapters:
        yield from _chapter_record(chapter, language, handbook)


def _chapter_record(name: str, language: str, handbook: Handbook) -> Iterator[tuple[str, Record]]:
    pages = {(page.name, page.language): page for page in handbook.prose.pages}
    if (name, language) not in pages:
        raise LookupError(name)
    original = original_of(name, pages, handbook.languages[0])
    if original is None or original.language == language:
        return
    known = handbook.data.chapter_records.get(record_name(name))
    record = {code: dict(marks) for code, marks in known.record.root.items()} if known else {}
    own = sections_of(pages[name, language])
    marks = section_marks(original).items()
    record[language] = {id: mark for id, mark in marks if id in own}
    yield f"chapters/{record_name(name)}.yml", record


def record_with(catalogue: Catalogue, kind: str, id: str, language: str) -> Record:
    """The entry's record with the texts of ``language`` taken as made from today's original."""
    known = catalogue.translations.get((kind, id))
    record = {code: dict(paths) for code, paths in known.root.items()} if known else {}
    record[language] = fingerprints(catalogue.entry(kind, id), language)
    return record


def fingerprints(entry: Entry, language: str) -> dict[str, str]:
    """Path of every text translated into ``language`` -> fingerprint of its original."""
    return {
        path: fingerprint(text[original_language(text, entry.source_language)])
        for path, text in texts_of(entry)
        if language in text and language != original_language(text, entry.source_language)
    }


def as_yaml(record: Mapping[str, Mapping[str, str]]) -> str:
    """The record as a data file; every text is quoted, so that every reader reads it alike."""
    lines = [HEADER]
    for language in sorted(record):
        lines.append(f"{language}:\n" if record[language] else f"{language}: {{}}\n")
        lines += [f"  {path}: {json.dumps(mark)}\n" for path, mark in record[language].items()]
    return "".join(lines)
