"""Characters that nobody sees, and that therefore may not stand in a file."""

import re
from collections.abc import Iterator

from .problem import Problem

CODES = {
    "CONTROL_CHARACTER": "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff",
    "DIRECTION_CHARACTER": "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069",
    "INVISIBLE_CHARACTER": "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f",
    "LINE_SEPARATOR": "\u2028\u2029",
    "LOST_CHARACTER": "\ufffd",
}
_REFUSED = re.compile("[" + "".join(CODES.values()) + "]")
_CLASSES = {code: re.compile(f"[{letters}]") for code, letters in CODES.items()}
_MOST_REPORTED = 20


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a place in ``text``, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def has_refused(text: str) -> bool:
    return _REFUSED.search(text) is not None


def refused_characters(text: str) -> Iterator[tuple[int, str, str]]:
    """Offset, code of the problem and name (``U+202E``) of the first refused characters."""
    for number, match in enumerate(_REFUSED.finditer(text)):
        if number == _MOST_REPORTED:
            return
        code = next(code for code, letters in _CLASSES.items() if letters.match(match[0]))
        yield match.start(), code, f"U+{ord(match[0]):04X}"


def character_problems(text: str, path: str) -> tuple[Problem, ...]:
    """Problems for the refused characters in the raw text of a file."""
    return tuple(
        Problem(path, *position(text, offset), code, values={"character": name})
        for offset, code, name in refused_characters(text)
    )
