"""Files without anything odd are read in quicker ways, and say what they say in the slow one."""

import random
from pathlib import Path

import pytest
import yaml
from yaml._yaml import CParser

from macros.reading import document
from macros.reading.document import Document, read_document_text
from macros.reading.file_text import decode
from macros.reading.links import links_in_document
from macros.reading.plain_record import plain_record
from tests.conftest import PROJECT

from .test_damaged_files import damaged

FILES = sorted((PROJECT / "data").rglob("*.yml"))
DAMAGED = 3000


def slowly(text: str) -> Document:
    return document._whole_document(text, "x.yml", 60_000, CParser)


def assert_same(text: str) -> None:
    quick, slow = read_document_text(text, "x.yml", most_nodes=60_000), slowly(text)
    assert quick.data == slow.data
    assert quick.problems == slow.problems
    assert quick.doubtful == slow.doubtful
    if quick.data is not None:
        places = [(one, slow.value_place(one)) for one in slow.values]
        assert places == [(one, quick.value_place(one)) for one in quick.values]
        assert all(quick.name_place(one) == slow.name_place(one) for one in slow.names)
        links = links_in_document(slow, text, "x.yml")
        assert links == links_in_document(quick, text, "x.yml")


def test_every_file_says_the_same() -> None:
    assert len(FILES) > 500
    for file in FILES:
        assert_same(file.read_text("utf-8"))


def test_damaged_files_say_the_same() -> None:
    chance = random.Random(5)
    for _ in range(DAMAGED):
        text = decode(damaged(chance), "x.yml").text
        if text is not None:
            assert_same(text)


def test_nearly_all_entries_are_read_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    practices = [file.read_text("utf-8") for file in FILES if file.parent.name == "practices"]
    monkeypatch.setattr(document, "_whole_document", lambda *_: Document(None, {}, {}))
    read = [read_document_text(text, "x.yml").data is not None for text in practices]
    assert sum(read) > 0.9 * len(read)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ('a: "[x](entry:b)"\nc: "entry:b and [x](entry:b)"\n', [(1, 9), (2, 24)]),
        ('a: "entry:b"\nc: "[x](entry:b)"\n', [(2, 9)]),
        ('a: "\\x65ntry:b [x](entry:b)"\n', [(1, 18)]),
    ],
)
def test_links_stand_where_they_are_written(text: str, link: list[tuple[int, int]]) -> None:
    found = links_in_document(read_document_text(text, "x.yml"), text, "x.yml")
    assert len(found) == len(link)
    assert found == links_in_document(slowly(text), text, "x.yml")


@pytest.mark.parametrize(
    "file", sorted((PROJECT / "data" / "translations").rglob("*.yml")), ids=lambda file: file.name
)
def test_records_say_the_same(file: Path) -> None:
    record = plain_record(file.read_bytes())
    assert record in (None, slowly(file.read_text("utf-8")).data)


@pytest.mark.parametrize(
    "text",
    [
        "pl:\n  title: 1234567890123456\n",
        "pl:\n  title: 12345678901234e5\n",
        'pl:\n  title: "0123456789abcdef\n',
        "pl:\n  title: 0123456789abcdef\n  title: 0123456789abcdef\n",
        "pl:\n  title: 0123456789abcdef\npl:\n  aim: 0123456789abcdef\n",
        "no:\n  title: 0123456789abcdef\n",
        "pl:\n  title: 0123456789abcdef # why\n",
        "pl:\n  title: 0123456789ABCDEF\n",
        "pl: {}\n",
        "",
    ],
)
def test_odd_records_are_left_to_the_slow_way(text: str) -> None:
    assert plain_record(text.encode()) is None


def test_a_record_as_it_is_written_is_read_the_quick_way() -> None:
    text = '# schema\npl:\n  title: "0123456789abcdef"\n  steps.0.text: a123456789abcdef\n'
    assert plain_record(text.encode()) == slowly(text).data
    assert yaml.safe_load(text) == plain_record(text.encode())
