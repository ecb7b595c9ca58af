"""Files damaged at random: never a crash, and every problem lies inside the file."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.model.context import Context
from macros.model.kinds import KINDS
from macros.reading.document import read_document_text
from macros.reading.entry_file import EntryFile, read_entry
from macros.reading.file_text import decode
from macros.reading.folder import DataFile
from macros.reading.kept import NothingKept
from macros.reading.problem import Problem
from macros.reading.report import as_github, as_json, as_text, message_words
from macros.reading.shape import closed_lists

from .handbook_case import BASE
from .project_words import PROJECT_WORDS
from .test_cases import CASES

DAMAGED = 1000
PIECES = [
    *(b"{", b"}", b"[", b"]", b": ", b"- ", b"&a ", b"*a", b"!!", b"!", b"|", b">", b'"', b"'"),
    *(b"#", b"\t", b"\n", b"\r", b"\0", b"%", b"---\n", b"...\n", b"? ", b"<<: ", b"\\u202e"),
    *(b"\xef\xbb\xbf", b"\xff", b"\xc5\x99", b"\\u", b"\\ud800", b"\\x", b"{{", b"0" * 30, b"~"),
    *(b"id: ", b"null", b"true", b"no", b"17:30", b"1_0", b"\xe2\x80\xa8", b"\xf0\x9f\x8f\xa0"),
    *(
        b"\xed\xa0\x80",
        b"    ",
        b"status: withdrawn\n",
        b"entry:",
        b"](entry:x)",
        b"sources: [x]\n",
    ),
]
SEEDS = [
    path.read_bytes()
    for folder in [BASE, *CASES]
    for path in sorted(folder.glob("data/practices/*.yml"))
]
CONTEXT = Context(
    ("cs", "pl"),
    dict.fromkeys(closed_lists([KINDS["practice"].model]), ("one",))
    | {
        "countries": ("cz", "pl"),
        "evidence": ("self_reported",),
        "consent_basis": ("published_source",),
        "languages": ("cs", "pl"),
    },
    {"source": frozenset({"zdroj"}), "goal": frozenset()},
)
WORDS = message_words("pl", PROJECT_WORDS)


def damaged(chance: random.Random) -> bytes:
    text = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 6)):
        way, place = chance.random(), chance.randrange(len(text) + 1)
        if way < 0.4:
            text[place:place] = chance.choice(PIECES)
        elif way < 0.6:
            del text[place : place + chance.randint(1, 8)]
        elif way < 0.8 and text:
            text[min(place, len(text) - 1)] = chance.randrange(256)
        else:
            other = chance.choice(SEEDS)
            start = chance.randrange(len(other) + 1)
            text[place:place] = other[start : start + chance.randint(1, 60)]
    return bytes(text)


def lines_of(raw: bytes) -> int:
    return raw.count(b"\n") + raw.count(b"\r") + 1


def check_problems(problems: tuple[Problem, ...], raw: bytes) -> None:
    for problem in problems:
        assert 1 <= problem.line <= lines_of(raw), (problem, raw)
        assert problem.column >= 1
    notes = as_github(problems, WORDS)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in notes.splitlines())
    assert len(notes.splitlines()) == len(problems)
    as_text(problems, WORDS).encode()
    as_json(problems, WORDS).encode()


def read_all(folder: Path, seed: int) -> Iterator[tuple[bytes, EntryFile]]:
    chance = random.Random(seed)
    path = folder / "dum.yml"
    file = DataFile("dum", str(path), "data/practices/dum.yml")
    for _ in range(DAMAGED):
        raw = damaged(chance)
        path.write_bytes(raw)
        yield raw, read_entry(KINDS["practice"], file, CONTEXT, NothingKept())


def test_damaged_file_is_read_or_refused_in_words(tmp_path: Path) -> None:
    for raw, entry in read_all(tmp_path, 20260301):
        check_problems(entry.problems, raw)
        kept = [entry.record, entry.withdrawn]
        errors = [one for one in entry.problems if one.severity == "error"]
        assert any(kept) == (not errors), raw
        if entry.record is not None:
            entry.record.entry.model_dump_json().encode()


def test_slower_parser_refuses_what_the_faster_one_refuses() -> None:
    chance = random.Random(7)
    for _ in range(DAMAGED):
        text = decode(damaged(chance), "x.yml").text
        if text is not None:
            slow = read_document_text(text, "x.yml", parser=yaml.SafeLoader)
            check_problems(slow.problems, text.encode())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_parsers_give_the_same_codes(case: Path) -> None:
    for path in sorted(case.rglob("*.yml")):
        text = decode(path.read_bytes(), "x.yml").text
        if text is not None and path.name != "mkdocs.yml":
            fast = read_document_text(text, "x.yml")
            slow = read_document_text(text, "x.yml", parser=yaml.SafeLoader)
            # Each parser names an escaped surrogate in its own way.
            told = [one.code.replace("CONTROL_CHARACTER", "BAD_ESCAPE") for one in slow.problems]
            same = [one.code.replace("CONTROL_CHARACTER", "BAD_ESCAPE") for one in fast.problems]
            assert told == same
            if fast.data is not None:
                assert slow.data == fast.data
