"""Answers → the files of a stub: the practice, and what it refers to and nobody has written yet."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from macros.model.kinds import KINDS
from macros.reading.file_name import plain_name
from macros.yaml_text import Value, yaml_text

from .answers import Answers, counted, web_address, years

SCHEMA = "yaml-language-server: $schema=../schema/{kind}.schema.json"
_NOT_A_DIGIT_AT_THE_END = 56
"""Characters of an id, so that a number still fits behind it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is there already."""

    ids: Mapping[str, Collection[str]]
    """Name of a kind -> ids of its entries."""
    organisations: Mapping[str, str]
    """Title of an organisation in small letters, in any language -> its id."""
    today: str
    own_record: str
    """What the source is called where a group tells its own story; {title} is the practice's."""


@dataclass(frozen=True, slots=True)
class StubFile:
    """A file to be written, below data/."""

    kind: str
    id: str
    text: str

    @property
    def path(self) -> str:
        return f"{KINDS[self.kind].folder}/{self.id}.yml"


def stub_files(answers: Answers, known: Surroundings) -> tuple[StubFile, ...]:
    """The practice first, then its source and its organisation where those are new."""
    title = answers.texts["title"]
    id = free_id(plain_name(title), known.ids["practice"])
    files = []
    source, source_fields = _source(answers, known)
    if source_fields is not None:
        files.append(_file("source", source, source_fields))
    organisation = _known_organisation(answers, known)
    named = answers.texts.get("organisations", "")
    if organisation is None and named:
        organisation = free_id(plain_name(named), known.ids["organisation"])
        files.append(
            _file("organisation", organisation, _organisation(answers, named, source, known))
        )
    practice = _practice(answers, source, organisation, known.today)
    return (_file("practice", id, practice), *files)


def free_id(wanted: str, taken: Collection[str]) -> str:
    """``wanted``, or with the first number behind it that nobody has."""
    wanted = wanted[:_NOT_A_DIGIT_AT_THE_END].strip("-")
    tried, number = wanted, 2
    while tried in taken:
        tried, number = f"{wanted}-{number}", number + 1
    return tried


def _file(kind: str, id: str, fields: Mapping[str, Value]) -> StubFile:
    return StubFile(kind, id, yaml_text(fields, SCHEMA.format(kind=kind)))


def _base(answers: Answers, today: str) -> dict[str, Value]:
    return {"source_language": answers.language, "status": "stub", "updated": today}


def _source(answers: Answers, known: Surroundings) -> tuple[str, dict[str, Value] | None]:
    """The id of the source, and its fields where it has no file yet."""
    said = answers.texts.get("sources", "")
    if said in known.ids["source"]:
        return said, None
    url = web_address(said)
    words = " ".join(said.replace(url or "", "").split()).strip(" .,;:–-")
    own = known.own_record.format(title=answers.texts["title"])
    fields: dict[str, Value] = {
        **_base(answers, known.today),
        "original_title": words or url or own,
        "type": "webpage" if url else "document",
        "language": answers.language,
        "web_address": url,
        "read": "citation" if words or url else "whole",
    }
    return free_id(plain_name(own), known.ids["source"]), fields


def _known_organisation(answers: Answers, known: Surroundings) -> str | None:
    named = answers.texts.get("organisations", "").strip()
    if named in known.ids["organisation"]:
        return named
    return known.organisations.get(named.lower())


def _organisation(
    answers: Answers, named: str, source: str, known: Surroundings
) -> dict[str, Value]:
    return {
        **_base(answers, known.today),
        "title": {answers.language: named},
        "sources": [source],
        "country": answers.choices["country"],
    }


def _practice(
    answers: Answers, source: str, organisation: str | None, today: str
) -> dict[str, Value]:
    """Every field that is asked, in the order of the sheet; what nobody knows is null."""

    def text(field: str) -> Value:
        said = answers.texts.get(field)
        return {answers.language: said} if said else None

    def texts(field: str) -> list[Value]:
        return [{answers.language: said} for said in answers.lists.get(field, ())]

    note = text("resources")
    return {
        **_base(answers, today),
        "title": text("title"),
        "summary": text("summary"),
        "country": answers.choices["country"],
        "place": _place(answers),
        "period": _period(answers),
        "organisations": [organisation] if organisation else [],
        "situation": text("situation"),
        "aim": text("aim"),
        "steps": [{"text": said} for said in texts("steps")],
        "participants": [
            {"who": {answers.language: who}, "count": count}
            for who, count in map(counted, answers.lists.get("participants", ()))
        ],
        "partners": [{"who": said} for said in texts("partners")],
        "resources": {"note": note} if note else None,
        "results": text("results"),
        "evidence": answers.choices["evidence"],
        "evaluation": text("evaluation"),
        "limits": text("limits"),
        "tips": texts("tips"),
        "sources": [source],
        "consent": {
            "basis": answers.choices["consent_basis"],
            "scope": ["text"],
            "anonymised": answers.choices["anonymised"] == "yes",
            "held_by": organisation,
        },
    }


def _place(answers: Answers) -> Value:
    said = answers.texts.get("place")
    if not said:
        return None
    return {
        "label": {answers.language: said},
        "precision": answers.choices["place_precision"],
    }


def _period(answers: Answers) -> Value:
    said = answers.texts.get("period")
    if not said:
        return None
    found = years(said)
    return {
        "start": _when(found.start),
        "end": _when(found.end) if found.end else None,
        "ongoing": True if found.ongoing else None,
    }


def _when(text: str) -> Value:
    """A year is a number, a month or a day a text."""
    return int(text) if text.isdecimal() else text
