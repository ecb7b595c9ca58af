"""What data/catalogue.json says of every entry, and of the files made from it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from .catalogue import Catalogue
from .model.entry import Entry
from .model.kinds import KINDS
from .model.output import Output
from .model.source import Source
from .model.text import Text
from .writing.page import address, shortened

Facts = dict[str, object]
"""One object of the file; whoever reads it stands outside this house."""
END = "\n]}\n"
TOLD_HERE = {"id", "title", "summary", "updated"}
"""Fields of entries that this file tells in its own way."""
SUMMARY = 280
Plain = Mapping[str, Callable[[str], str]]
"""Language -> what makes plain words of CommonMark."""
Shown = Mapping[tuple[str, str], tuple[str, str]]
"""Kind and id of an entry without a page -> page of prose and anchor where it is shown."""


def catalogue_json(catalogue: Catalogue, plain: Plain, shown: Shown) -> Iterator[str]:
    """The file, in pieces of one entry each: what all entries have, then the entry's own fields."""
    separator = f'{{"languages": {_written(list(catalogue.languages))}, "entries": [\n'
    for kind, entry in catalogue:
        facts = _written(_facts(catalogue, kind, entry, plain, shown))
        own = entry.model_dump_json(exclude=TOLD_HERE)
        yield f"{separator}{facts[:-1]}, {own[1:]}"
        separator = ",\n"
    yield END


def as_written(entry: Entry) -> str:
    """The entry as its file has it, for the form in which it is corrected or translated."""
    return entry.model_dump_json(exclude_unset=True, exclude={"id"})


def with_book(file: str, words: Facts, catalogue: Catalogue, outputs: Sequence[Output]) -> str:
    """The finished file with the handbook as a book in it, which is made after all pages.

    ``words``: title, summary and url, each by language.
    """
    facts = {
        "kind": "handbook",
        "id": "handbook",
        **words,
        "updated": catalogue.today.isoformat(),
        "translation": {one: _state_of_chapters(catalogue, one) for one in catalogue.languages},
        "outputs": [_output(output) for output in outputs],
    }
    return f"{file.removesuffix(END)},\n{_written(facts)}{END}"


def _written(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=False)


def _facts(catalogue: Catalogue, kind: str, entry: Entry, plain: Plain, shown: Shown) -> Facts:
    return {
        "kind": kind,
        "id": entry.id,
        "title": _titles(catalogue, entry),
        "summary": {
            one: shortened(" ".join(plain[one](wording).split()), SUMMARY)
            for one, wording in _wordings(entry.gist).items()
        },
        "url": _url(catalogue, kind, entry, shown),
        "updated": entry.updated.isoformat(),
        "translation": {one: _state(catalogue, kind, entry, one) for one in catalogue.languages},
        "outputs": [_output(one) for one in catalogue.outputs_of(kind, entry.id)],
    }


def _state(catalogue: Catalogue, kind: str, entry: Entry, language: str) -> str:
    """How far an entry is translated: as far as the worst of its texts."""
    lacking = catalogue.lacking(kind, entry.id)
    if lacking.missing[language]:
        return "missing"
    if lacking.stale[language]:
        return "stale"
    return "original" if language == entry.source_language else "current"


def _state_of_chapters(catalogue: Catalogue, language: str) -> str:
    """How far the chapters are translated: as far as the worst of their sections."""
    states = [one for (_, spoken), one in catalogue.chapter_states.items() if spoken == language]
    if any(one.missing for one in states):
        return "missing"
    if any(one.stale for one in states):
        return "stale"
    return "original" if language == catalogue.languages[0] else "current"


def _wordings(text: Text) -> dict[str, str]:
    return dict(zip(text.languages, text.wordings, strict=True))


def _titles(catalogue: Catalogue, entry: Entry) -> dict[str, str]:
    """A source has the title that it prints, whatever language its readers speak."""
    if isinstance(entry, Source):
        return dict.fromkeys(catalogue.languages, entry.original_title)
    return _wordings(entry.heading)


def _url(catalogue: Catalogue, kind: str, entry: Entry, shown: Shown) -> dict[str, str] | None:
    """Where readers find the entry: its page, or the place that shows it."""
    folder, anchor = KINDS[kind].address, ""
    if folder is not None:
        parts = [folder, entry.id]
    elif (kind, entry.id) in shown:
        page, anchor = shown[kind, entry.id]
        parts = [part for part in page.removesuffix("index").split("/") if part]
    else:
        return None
    default = catalogue.languages[0]
    return {one: address(one, default, *parts) + anchor for one in catalogue.languages}


def _output(output: Output) -> Facts:
    return {
        "format": output.format,
        "edition": output.edition,
        "lang": output.lang,
        "url": output.url,
        "bytes": output.bytes,
    }
