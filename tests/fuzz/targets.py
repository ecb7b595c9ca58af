"""What is fuzzed: the loader, the writer of entries, the rules for personal data, the summaries."""

import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from macros.contribution.answers import NotUnderstood, counted, web_address, years
from macros.contribution.summary import escaped
from macros.model.kinds import KINDS
from macros.model.privacy import PrivacyRules
from macros.photos.picture import NoPicture, picture_from
from macros.privacy.search import PersonalData
from macros.reading.document import read_document_text
from macros.reading.entry_file import read_entry
from macros.reading.file_text import decode
from macros.reading.folder import DataFile
from macros.reading.kept import NothingKept
from macros.reading.privacy_rules import read_privacy_tables
from macros.yaml_text import Value, yaml_text
from tests.conftest import PROJECT
from tests.photos.test_photos import photograph, with_place, written
from tests.reading.test_damaged_files import CONTEXT, PIECES, SEEDS, check_problems

SIGNS = "'\"#:-?|>&*!%@`{}[],.\\/~=<+()0123456789"
WORDS = ("no", "yes", "null", "~", "17:30", "0o7", "1e3", "<<", "---", "...", "2026-11-25")


@dataclass(frozen=True)
class Target:
    """Something that has to survive whatever is drawn for it."""

    name: str
    # Any: what a strategy draws is only known to the function that takes it.
    draws: st.SearchStrategy[Any]
    survives: Callable[[Any], None]


def _texts() -> st.SearchStrategy[str]:
    """Texts as people and machines write them: words, signs of YAML, several lines."""
    letters = st.characters(codec="utf-8")
    piece = st.one_of(
        st.text(letters, max_size=12),
        st.sampled_from(WORDS),
        st.text(SIGNS, max_size=6),
        st.sampled_from([" ", "\n", "\n\n", "  ", "\t", "Jana Nováková", "+420 601 123 456"]),
    )
    return st.lists(piece, max_size=30).map("".join)


@st.composite
def _damaged(draw: st.DrawFn) -> bytes:
    """A right file of an entry with some bytes put in, taken out or changed."""
    text = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            text[place:place] = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)))
        else:
            del text[place : place + draw(st.integers(1, 12))]
    return bytes(text)


def loader_survives(raw: bytes) -> None:
    """A file is an entry, or problems that lie inside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dum.yml")
        path.write_bytes(raw)
        file = DataFile("dum", str(path), "data/practices/dum.yml")
        entry = read_entry(KINDS["practice"], file, CONTEXT, NothingKept())
    check_problems(entry.problems, raw)
    errors = [one for one in entry.problems if one.severity == "error"]
    assert any([entry.record, entry.withdrawn]) == (not errors)


def writer_survives(text: str) -> None:
    """What is written reads back exactly, or the loader says which sign it refuses."""
    steps: list[Value] = [{"text": {"cs": text}}, {"text": {"pl": "x"}}]
    fields: dict[str, Value] = {"title": {"cs": text}, "steps": steps}
    file = yaml_text(fields, "a comment")
    whole = decode(file.encode(), "x.yml")
    document = read_document_text(whole.text, "x.yml") if whole.text is not None else None
    if whole.problems or (document is not None and document.problems):
        return
    assert document is not None
    assert document.data is not None
    assert document.data["title"] == {"cs": _composed(text)}
    assert document.data["steps"][0] == {"text": {"cs": _composed(text)}}


def _composed(text: str) -> str:
    """As every text of the handbook is kept."""
    return unicodedata.normalize("NFC", text)


def rules_survive(text: str) -> None:
    """Every finding lies in the text, and none overlaps another one."""
    end = 0
    for found in _personal_data().find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@cache
def _personal_data() -> PersonalData:
    tables = read_privacy_tables(PROJECT / "data", project_root=PROJECT)
    assert isinstance(tables.rules, PrivacyRules)
    assert tables.names is not None
    return PersonalData(tables.rules, tables.names)


def answers_survive(text: str) -> None:
    """Answers are understood or refused in words."""
    counted(text)
    web_address(text)
    with suppress(NotUnderstood):
        years(text)


def summary_survives(text: str) -> None:
    """No sign of a stranger's text means anything in Markdown."""
    shown = escaped(text)
    for sign in "<>[]()*_`|#@!":
        assert sign not in shown.replace(f"\\{sign}", "")


@cache
def _photographs() -> tuple[tuple[bytes, str], ...]:
    small = photograph(340, 330)
    return (
        (written(small, "JPEG"), "jpg"),
        (written(small, "PNG"), "png"),
        (written(small, "WEBP"), "webp"),
        (with_place(), "jpg"),
    )


@st.composite
def _damaged_photographs(draw: st.DrawFn) -> tuple[bytes, str]:
    whole, suffix = draw(st.sampled_from(_photographs()))
    raw = bytearray(whole)
    for _ in range(draw(st.integers(0, 5))):
        raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return bytes(raw[: draw(st.integers(0, len(raw)))]) + draw(st.binary(max_size=20)), suffix


def photographs_survive(drawn: tuple[bytes, str]) -> None:
    """A file becomes a picture or is refused with a code."""
    try:
        picture = picture_from(*drawn)
    except NoPicture:
        return
    assert picture.width >= 1
    assert picture.height >= 1


TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        Target("loader", _damaged(), loader_survives),
        Target("writer", _texts(), writer_survives),
        Target("rules", _texts(), rules_survive),
        Target("answers", _texts(), answers_survive),
        Target("summary", _texts(), summary_survives),
        Target("photographs", _damaged_photographs(), photographs_survive),
    )
}
