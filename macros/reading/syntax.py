"""What the author of a file did when YAML cannot be read, guessed from the parser's words."""

import re
from typing import Any

import yaml

from .mending import quoted_line
from .problem import Problem, shown

_FIELD_LINE = re.compile(r"\s*(?:- +)*(?P<name>[^\s:#\"'{}\[\]]+):[ ]+(?P<text>\S.*)")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<name>[a-z_]+):(?P<text>[^\s:/].*)")

_SIGNS = (
    # What PyYAML's two parsers say (any part of it) -> the code; the first that fits counts.
    ("tab character", "TAB"),
    ("found character '\\t'", "TAB"),
    ("that cannot start any token", "RESERVED_START"),
    ("alias", "ANCHOR"),
    ("anchor", "ANCHOR"),
    ("directive", "DIRECTIVE"),
    ("incompatible yaml", "DIRECTIVE"),
    ("%", "DIRECTIVE"),
    ("block scalar", "BLOCK_START"),
    ("escape", "BAD_ESCAPE"),
    ("hexdecimal", "BAD_ESCAPE"),
    ("scanning a quoted scalar", "UNCLOSED_QUOTE"),
    ("tag", "TAG"),
    ("flow", "UNCLOSED_BRACKET"),
    ("mapping values are not allowed", "COLON_IN_TEXT"),
    ("could not find expected ':'", "MISSING_COLON"),
    ("sequence entries are not allowed", "LIST_ON_FIELD_LINE"),
    ("mapping keys are not allowed", "NAME_NOT_TEXT"),
    ("expected key", "BAD_INDENTATION"),
    ("block end", "BAD_INDENTATION"),
    ("expected '-' indicator", "BAD_INDENTATION"),
    ("document start", "BAD_INDENTATION"),
)
_AT_CONTEXT = {"UNCLOSED_QUOTE", "MISSING_COLON", "ANCHOR", "UNCLOSED_BRACKET"}
"""Where the parser notices these is far behind the place at which they began."""


def syntax_problem(error: yaml.YAMLError, text: str, path: str, last_scalar: Any) -> Problem:
    """The problem behind ``error``, on the line that has to be mended."""
    said = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    code = _code_of(f"{context} {said}".lower())
    # Any: marks come from two parsers with two classes for them.
    mark: Any = getattr(error, "problem_mark", None)
    context_mark: Any = getattr(error, "context_mark", None)
    if code in _AT_CONTEXT and context_mark is not None:
        mark = context_mark
    if mark is None:
        return Problem(path, 1, 1, code, values=_values(code, "", said))
    lines = text.split("\n")
    line, column = min(mark.line, len(lines) - 1), mark.column
    if code == "BAD_INDENTATION" and last_scalar is not None and last_scalar.style in ("'", '"'):
        code, line, column = _about_quotes(line, column, last_scalar)
    written = lines[line]
    if code == "COLON_IN_TEXT" and not _FIELD_LINE.match(written[:column] + "x"):
        code = "BAD_INDENTATION"
    if code == "RESERVED_START" and written[column : column + 1] == "\t":
        code = "TAB"
    if code == "BAD_INDENTATION" and any(earlier.startswith("...") for earlier in lines[:line]):
        code = "SEVERAL_DOCUMENTS"
    if code in ("BAD_INDENTATION", "MISSING_COLON"):
        code, line = _no_space_after_colon(code, line, lines)
        written = lines[line]
    values = _values(code, written[column : column + 1], said)
    return Problem(path, line + 1, column + 1, code, (), values, _example(code, written))


def not_fields_problem(path: str, text: str, line: int) -> Problem:
    """The whole file is one text or a list."""
    written = text.split("\n")[line]
    code = "NO_SPACE_AFTER_COLON" if _NO_SPACE.fullmatch(written) else "NOT_FIELDS_AT_ALL"
    return Problem(path, line + 1, 1, code, example=_example(code, written))


def _code_of(words: str) -> str:
    return next((code for sign, code in _SIGNS if sign in words), "YAML_NOTATION")


def _about_quotes(line: int, column: int, last: Any) -> tuple[str, int, int]:
    """Text after a closing quote; or a quote that was closed by the next one, lines later."""
    start, end = last.start_mark, last.end_mark
    if end.line != line or end.column > column:
        return "BAD_INDENTATION", line, column
    if start.line < end.line:
        return "UNCLOSED_QUOTE", start.line, start.column
    return "TEXT_AFTER_QUOTE", line, column


def _no_space_after_colon(code: str, line: int, lines: list[str]) -> tuple[str, int]:
    for number in (line, line - 1):
        if number >= 0 and _NO_SPACE.fullmatch(lines[number]):
            return "NO_SPACE_AFTER_COLON", number
    return code, line


def _values(code: str, character: str, said: str) -> dict[str, str]:
    if code == "RESERVED_START":
        return {"character": character}
    if code == "NAME_NOT_TEXT":
        return {"name": "?"}
    if code == "TAG":
        return {"tag": "!"}
    return {"reason": shown(said)} if code == "YAML_NOTATION" else {}


def _example(code: str, written: str) -> str | None:
    """The mended line, where it can be made out of the written one."""
    if code == "NO_SPACE_AFTER_COLON" and (match := _NO_SPACE.fullmatch(written)):
        return f"{match['name']}: {shown(match['text'])}"
    if code == "TAB":
        return shown(written.replace("\t", "  "))
    match = _FIELD_LINE.fullmatch(written)
    if match is None or match["text"].startswith(("{", "[")):
        return None
    name, text = match["name"], match["text"].strip()
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
