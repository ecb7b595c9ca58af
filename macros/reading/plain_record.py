"""A translation record as our own command writes it, read without a YAML parser."""

import re
import sys

from .scalars import plain_value

Marks = dict[str, dict[str, str]]
"""Language -> path of a text -> fingerprint of its original."""

_WHOLE = re.compile(
    rb"(?:# [ -~]*\n)?"
    rb'(?:[a-z]{2,3}:\n(?:  [a-z][a-z0-9_.]*: (?:"[0-9a-f]{16}"|[0-9a-f]{16})\n)+)+'
)
_LINE = re.compile(rb'([a-z0-9_.]+):(?: (")?([0-9a-f]{16})"?)?\n')


def looks_plain(raw: bytes) -> bool:
    """Whether the file, if nothing is wrong with it, is written as our own command writes it."""
    return _WHOLE.fullmatch(raw) is not None


def plain_record(raw: bytes) -> Marks | None:
    """What stands in the file; None where it is written in another way, right or wrong."""
    if not looks_plain(raw):
        return None
    record: Marks = {}
    marks: dict[str, str] = {}
    start = raw.index(b"\n") + 1 if raw.startswith(b"#") else 0
    for name, quote, mark in _LINE.findall(raw, start):
        # Thousands of records name the same texts; one string for each is enough.
        path, value = sys.intern(name.decode()), mark.decode()
        if not mark:
            if path in record or type(plain_value(path)) is not str:
                return None
            marks = record[path] = {}
        elif path in marks or (not quote and type(plain_value(value)) is not str):
            return None
        else:
            marks[path] = value
    return record
