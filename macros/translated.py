"""``python -m macros translated <entry> <language>``: record a finished translation.

From then on the entry's page says that the translation is out of date as soon as the original
changes, text by text.
"""

import json
import sys
from collections.abc import Mapping, Sequence

from .catalogue import Catalogue
from .handbook import ProblemsFound, read_handbook
from .model.entry import Entry
from .model.kinds import KINDS
from .model.texts import original_language, texts_of
from .model.translation import fingerprint
from .options import options, project_folder

USAGE = "usage: python -m macros translated <kind>/<id> <language>"
HEADER = "# yaml-language-server: $schema=../../schema/translations.schema.json\n"


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 recorded, 1 the data has problems, 2 usage."""
    if len(arguments) != 2:
        print(USAGE, file=sys.stderr)
        return 2
    target, language = arguments
    chosen = options(project_folder())
    try:
        catalogue = read_handbook(chosen).catalogue
        kind, id, _ = catalogue.find(target)
    except ProblemsFound as found:
        print(found.report(), file=sys.stderr)
        return 1
    except LookupError:
        print(f"{target}: no such entry\n{USAGE}", file=sys.stderr)
        return 2
    if language not in catalogue.languages:
        print(f"{language}: one of {', '.join(catalogue.languages)}\n{USAGE}", file=sys.stderr)
        return 2
    path = chosen.data / "translations" / KINDS[kind].folder / f"{id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    record = record_with(catalogue, kind, id, language)
    path.write_text(as_yaml(record), encoding="utf-8")
    print(f"Recorded {len(record[language])} texts of {kind}/{id} in {language}: {path}")
    return 0


def record_with(
    catalogue: Catalogue, kind: str, id: str, language: str
) -> dict[str, dict[str, str]]:
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
