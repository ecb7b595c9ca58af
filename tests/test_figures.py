"""A figure stands in one place: prose takes it from there, and entries agree with it."""

import re
from collections.abc import Iterator
from functools import cache

from macros.handbook import Handbook
from macros.inspection import read_handbook
from macros.model.figure import Figure
from macros.model.texts import texts_of
from macros.options import options
from tests.conftest import PROJECT

NOTE = re.compile(r"\{\{\s*source\(([^)]*)\)\s*\}\}")
CODE = re.compile(r"`[^`]*`")
MACRO = re.compile(r"\{\{.*?\}\}")
PERCENT = re.compile(r"([0-9][0-9,]*)\s?%")


@cache
def handbook() -> Handbook:
    return read_handbook(options(PROJECT, {}))


def figures() -> list[Figure]:
    found = handbook().catalogue.entries("figure")
    return [one for one in found if isinstance(one, Figure) and one.value is not None]


def sourced_sentences() -> Iterator[tuple[str, str, set[str]]]:
    """File, sentence without macros and the sources that its note names."""
    for page in handbook().prose.pages:
        for line in page.body.splitlines():
            start = 0
            for note in NOTE.finditer(CODE.sub("", line)):
                sentence = CODE.sub("", line)[start : note.start()]
                start = note.end()
                yield page.path, MACRO.sub("", sentence), set(re.findall(r"[a-z0-9-]+", note[1]))


def test_prose_takes_a_figure_from_its_entry() -> None:
    assert len(figures()) >= 3
    typed = [
        (path, sentence)
        for path, sentence, sources in sourced_sentences()
        for figure in figures()
        if sources & set(figure.sources)
        if re.search(rf"(?<![0-9,]){figure.value}(?![0-9,])", sentence)
    ]
    assert typed == []


def test_entries_that_share_a_source_agree_with_its_figures() -> None:
    by_source: dict[str, set[str]] = {}
    for figure in figures():
        for source in figure.sources:
            if figure.unit == "percent":
                by_source.setdefault(source, set()).add(str(figure.value))
    told = [
        (kind, entry.id, number, shares)
        for kind, entry in handbook().catalogue
        for source in getattr(entry, "sources", ())
        if (shares := by_source.get(source))
        for _, text in texts_of(entry)
        for wording in text.wordings
        for number in PERCENT.findall(wording)
    ]
    assert len(told) >= 6
    assert [one for one in told if one[2] not in one[3]] == []
