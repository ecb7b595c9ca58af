"""A mended line of YAML to show beside a problem."""

import datetime
import json
import re

from .problem import FieldPath, shown

FIELD_LINE = re.compile(r"\s*(?:- +)*(?P<name>[^\s:#\"'{}\[\]]+):[ ]+(?P<text>\S.*)")
"""``name: text`` on a line of its own."""
NO_SPACE = re.compile(r"\s*(?:- +)*(?P<name>[a-z_]+):(?P<text>[^\s:/].*)")
"""``name:text``, which YAML takes for one word."""
HARD_SPACE = re.compile(r" *(?:- *)?(?:[a-z_]+:)?\u00a0")
"""A no-break space, as word processors and web pages have it, where YAML wants a plain one."""
FLOW_FIELD = re.compile(r"[{,]\s*(?P<name>[a-z_]+): +(?P<text>[^{},\"']*)$")
"""``name: text`` inside curly brackets, as far as the text goes."""
FLOW_NAME = re.compile(r"\s[a-z]{2,3}$")
"""A language's code at the end: what follows is its colon, and a comma is missing before it."""

_DAY = re.compile(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})(?: ?r\.)?")


def line_of(path: FieldPath, value: str) -> str:
    """The line of the field ``path`` with ``value`` as it is to be written."""
    if not path or isinstance(path[-1], int):
        return f"- {value}"
    return f"{path[-1]}: {value}"


def quoted_line(path: FieldPath, text: str) -> str:
    """The line of the field ``path`` with its text in double quotes."""
    return line_of(path, json.dumps(shown(text), ensure_ascii=False))


def mended_day(text: str) -> str | None:
    """``21. 11. 2026`` and ``21.11.2026`` as YAML files have it; None for what is no such day."""
    found = _DAY.fullmatch(text)
    try:
        return datetime.date(*map(int, found.groups()[::-1])).isoformat() if found else None
    except ValueError:
        return None


def mended_line(code: str, written: str, column: int) -> str | None:
    """The mended line, where it can be made out of the ``written`` one."""
    if code == "NO_SPACE_AFTER_COLON" and (match := NO_SPACE.fullmatch(written)):
        return f"{match['name']}: {shown(match['text'])}"
    if code == "HARD_SPACE":
        return shown(written.replace("\u00a0", " "))
    if code == "TAB":
        return shown(written.replace("\t", "  "))
    if code == "COLON_IN_TEXT" and (match := FLOW_FIELD.search(written[:column])):
        rest = re.split(r"[,{}]", written[column:])[0]
        return quoted_line((match["name"],), (match["text"] + rest).strip())
    match = FIELD_LINE.fullmatch(written)
    if match is None or match["text"].startswith(("{", "[")):
        return None
    return _mended_field(code, match["name"], match["text"].strip())


def _mended_field(code: str, name: str, text: str) -> str | None:
    if code == "UNCLOSED_QUOTE":
        return quoted_line((name,), text.strip("\"'"))
    if code == "TEXT_AFTER_QUOTE":
        return f"{name}: {_in_single_quotes(text)}"
    if code in ("COLON_IN_TEXT", "RESERVED_START", "ANCHOR", "TAG"):
        return quoted_line((name,), text)
    if code == "LIST_ON_FIELD_LINE":
        return f"{name}:\n  {shown(text)}"
    if code == "BLOCK_START":
        return f"{name}: |-\n  {shown(text.lstrip('|>-+ '))}"
    return None


def _in_single_quotes(text: str) -> str:
    """``text`` in quotes that may hold double ones; its own outer quotes are dropped."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return "'" + shown(text).replace("''", "'").replace("'", "''") + "'"
