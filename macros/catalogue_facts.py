"""What data/catalogue.json says of every entry, and of the files made from it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from .catalogue import Catalogue
from .model.entry import Entry
from .model.kinds import KINDS
from .model.output import Output
from .model.source import Source
from .model.text import Text
from .writing.page import address
from .writing.writer import shortened

Facts = dict[str, object]
"""One object of the file; whoever reads it stands outside this house."""
END = "\n]}\n"
TOLD_HERE = {"id", "title", "summary", "updated", "url"}
"""Fields of entries that this file tells in its own way."""
SUMMARY = 280
Plain = Mapping[str, Callable[[str], str]]
"""Language -> what makes plain words of CommonMark."""


def catalogue_json(catalogue: Catalogue, plain: Plain) -> Iterator[str]:
    """The file, in pieces of one entry each: what all entries have, then the entry's own fields."""
    separator = f'{{"languages": {_written(list(catalogue.languages))}, "entries": [\n'
    for kind, entry in catalogue:
        facts = _written(_facts(catalogue, kind, entry, plain))
        own = entry.model_dump_json(exclude=TOLD_HERE)
        yield f"{separator}{facts[:-1]}, {own[1:]}"
        separator = ",\n"
    yield END


def as_written(entry: Entry) -> str:
    """The entry as its file has it, for the form in which it is corrected or translated."""
    return entry.model_dump_json(exclude_unset=True, exclude={"id"})


def with_book(catalogue: str, words: Facts, day: date, outputs: Sequence[Output]) -> str:
    """The finished file with the handbook as a book in it, which is made after all pages.

    ``words``: title, summary and url, each by language.
    """
    facts = {
        "kind": "handbook",
        "id": "handbook",
        **words,
        "updated": day.isoformat(),
        "translation": {},
        "outputs": [_output(output) for output in outputs],
    }
    return f"{catalogue.removesuffix(END)},\n{_written(facts)}{END}"


def _written(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=False)


def _facts(catalogue: Catalogue, kind: str, entry: Entry, plain: Plain) -> Facts:
    facts: Facts = {
        "kind": kind,
        "id": entry.id,
        "title": _wordings(entry.heading),
        "summary": {
            one: shortened(" ".join(plain[one](wording).split()), SUMMARY)
            for one, wording in _wordings(entry.gist).items()
        },
        "url": _urls(catalogue, kind, entry),
        "updated": entry.updated.isoformat(),
        "translation": {one: _state(catalogue, kind, entry, one) for one in catalogue.languages},
        "outputs": [_output(one) for one in catalogue.outputs_of(kind, entry.id)],
    }
    if isinstance(entry, Source):
        facts["web_address"] = entry.url
    return facts


def _state(catalogue: Catalogue, kind: str, entry: Entry, language: str) -> str:
    """How far an entry is translated: as far as the worst of its texts."""
    lacking = catalogue.lacking(kind, entry.id)
    if lacking.missing[language]:
        return "missing"
    if lacking.stale[language]:
        return "stale"
    return "original" if language == entry.source_language else "current"


def _wordings(text: Text) -> dict[str, str]:
    return dict(zip(text.languages, text.wordings, strict=True))


def _urls(catalogue: Catalogue, kind: str, entry: Entry) -> dict[str, str]:
    folder = KINDS[kind].address
    if folder is None:
        return {}
    default = catalogue.languages[0]
    return {one: address(one, default, folder, entry.id) for one in catalogue.languages}


def _output(output: Output) -> Facts:
    return {
        "format": output.format,
        "edition": output.edition,
        "lang": output.lang,
        "url": output.url,
        "bytes": output.bytes,
    }
