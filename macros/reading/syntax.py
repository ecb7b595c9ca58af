"""What the author of a file did when YAML cannot be read, guessed from the parser's words."""

from typing import Any

import yaml

from .mending import FIELD_LINE, FLOW_FIELD, FLOW_NAME, HARD_SPACE, NO_SPACE, mended_line
from .problem import Problem, shown

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


# Any, here and below: marks and events come from two parsers with two classes for them.
def syntax_problem(error: yaml.YAMLError, text: str, path: str, last_scalar: Any) -> Problem:
    """The problem behind ``error``, on the line that has to be mended."""
    said = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    code = _code_of(f"{context} {said}".lower())
    mark: Any = getattr(error, "problem_mark", None)
    began: Any = getattr(error, "context_mark", None)
    lines = text.split("\n")
    if code == "UNCLOSED_BRACKET" and _is_colon_in_flow(lines, mark, began):
        code = "COLON_IN_TEXT"
    elif code in _AT_CONTEXT and began is not None:
        mark = began
    if mark is None:
        return Problem(path, 1, 1, code, values=_values(code, "", said))
    line, column = min(mark.line, len(lines) - 1), mark.column
    code, line, column = _refined(code, line, column, lines, last_scalar)
    written = lines[line]
    values = _values(code, written[column : column + 1], said)
    example = mended_line(code, written, column)
    return Problem(path, line + 1, column + 1, code, (), values, example)


def not_fields_problem(path: str, text: str, line: int) -> Problem:
    """The whole file is one text or a list."""
    written = text.split("\n")[line]
    code = "NO_SPACE_AFTER_COLON" if NO_SPACE.fullmatch(written) else "NOT_FIELDS_AT_ALL"
    return Problem(path, line + 1, 1, code, example=mended_line(code, written, 0))


def _code_of(words: str) -> str:
    return next((code for sign, code in _SIGNS if sign in words), "YAML_NOTATION")


def _refined(
    code: str, line: int, column: int, lines: list[str], last_scalar: Any
) -> tuple[str, int, int]:
    """Code and place after a look at the lines themselves."""
    written = lines[line]
    if code == "RESERVED_START" and written[column : column + 1] == "\t":
        return "TAB", line, column
    if code == "COLON_IN_TEXT":
        before = written[:column]
        if not FIELD_LINE.match(before + "x") and not FLOW_FIELD.search(before):
            code = "BAD_INDENTATION"
    elif code == "BAD_INDENTATION":
        if last_scalar is not None and last_scalar.style in ("'", '"'):
            code, line, column = _about_quotes(line, column, last_scalar)
        if code == "BAD_INDENTATION" and any(one.startswith("...") for one in lines[:line]):
            code = "SEVERAL_DOCUMENTS"
    if code in ("BAD_INDENTATION", "MISSING_COLON"):
        for number in range(line, max(line - 2, -1), -1):
            if hard := HARD_SPACE.match(lines[number]):
                return "HARD_SPACE", number, hard.end() - 1
            if NO_SPACE.fullmatch(lines[number]):
                return "NO_SPACE_AFTER_COLON", number, column
    return code, line, column


def _is_colon_in_flow(lines: list[str], mark: Any, began: Any) -> bool:
    """``{cs: The house: a flat}``; but ``{cs: The house pl: …}`` only lacks a comma."""
    if mark is None or began is None or mark.line != began.line or mark.line >= len(lines):
        return False
    written = lines[mark.line]
    before = written[: mark.column]
    return written[mark.column : mark.column + 1] == ":" and not FLOW_NAME.search(before)


def _about_quotes(line: int, column: int, last: Any) -> tuple[str, int, int]:
    """Text after a closing quote; or a quote that was closed by the next one, lines later."""
    start, end = last.start_mark, last.end_mark
    if end.line != line or end.column > column:
        return "BAD_INDENTATION", line, column
    if start.line < end.line:
        return "UNCLOSED_QUOTE", start.line, start.column
    return "TEXT_AFTER_QUOTE", line, column


def _values(code: str, character: str, said: str) -> dict[str, str]:
    if code == "RESERVED_START":
        return {"character": character}
    if code == "NAME_NOT_TEXT":
        return {"name": "?"}
    if code == "TAG":
        return {"tag": "!"}
    return {"reason": shown(said)} if code == "YAML_NOTATION" else {}
