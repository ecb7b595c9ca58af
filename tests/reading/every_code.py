"""All codes of problems that the room can give, read from its source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

READING = Path(__file__).parent.parent.parent / "macros" / "reading"
_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_ONE_WORD = {"SYMLINK", "EXECUTABLE", "UNREADABLE", "TAB", "TAG", "ANCHOR", "DIRECTIVE"}


def codes() -> frozenset[str]:
    return frozenset(
        text
        for path in READING.glob("*.py")
        for text in _texts_in(path)
        if _CODE.fullmatch(text) and ("_" in text or text in _ONE_WORD) and text[:2] != "O_"
    )


def _texts_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
