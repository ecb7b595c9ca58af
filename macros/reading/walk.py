"""One pass over the events of a YAML parser: plain values, the place of each, and problems."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final, Protocol

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .characters import has_refused, refused_characters
from .mending import line_of, quoted_line
from .plain_text import plain_text_problems
from .problem import FieldPath, Problem, shown
from .scalars import Disputed, plain_value, undisputed
from .syntax import not_fields_problem

MAX_DEPTH: Final = 8
"""Levels of fields and lists. The deepest model, a worksheet with printed table rows, has seven."""

_FIELD_START = re.compile(r"\s*(?:- +)*(?:[^\s:{}\[\],]+: +)?")
"""What stands before a value that has its line to itself."""

Event = Any
"""Any: PyYAML's own types make every mark optional and leave out anchors and tags."""


class Mark(Protocol):
    """A place as PyYAML gives it; line and column are counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def place_of(mark: Mark | None) -> tuple[int, int]:
    """Line and column counted from 1; the file's beginning for no mark."""
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


class Stopped(Exception):
    """The rest of the file would not be worth reading; the problem is noted."""


class Walk:
    """One pass over one file."""

    __slots__ = (
        "doubtful", "event", "has_comments", "last_scalar", "left", "most", "names", "path",
        "problems", "text", "values",
    )  # fmt: skip

    def __init__(self, parser: Any, text: str, path: str, most_nodes: int) -> None:
        # Any: PyYAML's two parsers share get_event() but no base class.
        self.event = parser.get_event
        self.text = text
        self.has_comments = " #" in text or "\t#" in text
        self.path = path
        self.most = self.left = most_nodes
        self.values: dict[FieldPath, Mark] = {}
        self.names: dict[FieldPath, Mark] = {}
        self.problems: list[Problem] = []
        self.doubtful: set[FieldPath] = set()
        self.last_scalar: ScalarEvent | None = None

    def document(self) -> dict[str, Any] | None:
        """The only document of the file. Raises Stopped and yaml.YAMLError."""
        self.event()
        start = self.event()
        if isinstance(start, StreamEndEvent):
            self.note("EMPTY_FILE", None)
            return None
        if start.version or start.tags:
            self.note("DIRECTIVE", start.start_mark)
        first = self.event()
        data = self.node(first, (), 1)
        self.event()
        following = self.event()
        if not isinstance(following, StreamEndEvent):
            self.note("SEVERAL_DOCUMENTS", following.start_mark)
        if isinstance(data, dict):
            return data
        if data is None and not self.problems:
            self.note("EMPTY_FILE", None)
        elif not self.problems:
            self.problems.append(not_fields_problem(self.path, self.text, first.start_mark.line))
        return None

    def node(self, event: Event, path: FieldPath, depth: int) -> Any:
        """Any: whatever a YAML file can hold: text, number, true, false, null, tuple, dict."""
        self.left -= 1
        if self.left < 0:
            self.stop("TOO_MANY_VALUES", event.start_mark, path, maximum=str(self.most))
        self.values[path] = event.start_mark
        kind = type(event)
        if kind is AliasEvent or event.anchor is not None or event.tag is not None:
            self.refuse_notation(event, path)
            if kind is AliasEvent:
                return None
        if kind is ScalarEvent:
            return self.scalar(event, path)
        if depth > MAX_DEPTH:
            self.stop("TOO_DEEP", event.start_mark, path[:1], maximum=str(MAX_DEPTH))
        if kind is SequenceStartEvent:
            return tuple(self.items(path, depth + 1))
        return self.mapping(path, depth + 1)

    def items(self, path: FieldPath, depth: int) -> Iterator[Any]:
        number = 0
        while type(event := self.event()) is not SequenceEndEvent:
            yield self.node(event, (*path, number), depth)
            number += 1

    def mapping(self, path: FieldPath, depth: int) -> dict[str, Any]:
        """Any: as above."""
        fields: dict[str, Any] = {}
        while type(event := self.event()) is not MappingEndEvent:
            is_name = isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None
            if not is_name:
                self.skip_unreadable(event, path, depth)
                continue
            name = event.value
            place = (*path, name)
            if not event.style and (name == "<<" or type(plain_value(name)) is not str):
                self.refuse_name(event, path)
                self.skip_value(path, depth)
            elif name in fields:
                first = str(self.names[place].line + 1)
                self.note("DUPLICATE_FIELD", event.start_mark, place, name=shown(name), first=first)
                self.skip_value(path, depth)
            else:
                self.names[place] = event.start_mark
                fields[name] = self.node(self.event(), place, depth)
        return fields

    def scalar(self, event: Event, path: FieldPath) -> Any:
        """Any: text, number, true, false or null."""
        self.last_scalar = event
        word: str = event.value
        if not event.style:
            value = plain_value(word)
            if type(value) is Disputed:
                self.doubtful.add(path)
                example = line_of(path, undisputed(word))
                self.note("AMBIGUOUS_VALUE", event.start_mark, path, example, value=shown(word))
                return word
            if self.has_comments or event.end_mark.line > event.start_mark.line:
                self.look_beside(event, path)
            return value
        if event.style == '"' and not word.isascii():
            # Only an escape such as \u202e brings in what the raw text was searched for.
            word = unicodedata.normalize("NFC", word)
        if event.style == '"' and has_refused(word):
            self.doubtful.add(path)
            for _, code, character in refused_characters(word):
                self.note(code, event.start_mark, path, character=character)
        return word

    def look_beside(self, event: Event, path: FieldPath) -> None:
        for problem in plain_text_problems(event, self.text.split("\n"), path, self.path):
            self.doubtful.add(path)
            self.problems.append(problem)

    def refuse_notation(self, event: Event, path: FieldPath) -> None:
        self.doubtful.add(path)
        before, written = self.line_around(event.start_mark)
        is_text = isinstance(event, AliasEvent | ScalarEvent) and _FIELD_START.fullmatch(before)
        example = quoted_line(path, written) if is_text else None
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self.note("ANCHOR", event.start_mark, path, example)
        else:
            self.note("TAG", event.start_mark, path, example, tag=shown(written.split(" ")[0]))

    def refuse_name(self, event: Event, path: FieldPath) -> None:
        """Without this field the value around it may look incomplete; that is no second fault."""
        if path:
            self.doubtful.add(path)
        if event.value == "<<":
            self.note("MERGE_KEY", event.start_mark, path)
        else:
            example = f'"{event.value}": …' if event.value else None
            self.note("NAME_NOT_TEXT", event.start_mark, path, example, name=shown(event.value))

    def skip_unreadable(self, event: Event, path: FieldPath, depth: int) -> None:
        """Note a name that is a list, fields, an alias or tagged, and skip its value."""
        if path:
            self.doubtful.add(path)
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self.note("ANCHOR", event.start_mark, path)
        elif isinstance(event, ScalarEvent):
            self.note("TAG", event.start_mark, path, tag=shown(event.tag))
        else:
            self.note("NAME_NOT_TEXT", event.start_mark, path, name="{ }")
        self.skip(event, path, depth)
        self.skip_value(path, depth)

    def skip_value(self, path: FieldPath, depth: int) -> None:
        self.skip(self.event(), path, depth)

    def skip(self, event: Event, path: FieldPath, depth: int) -> None:
        """Read a node without keeping it; what is wrong inside it is not reported."""
        kept = self.values, self.names, self.problems, self.doubtful
        self.values, self.names, self.problems, self.doubtful = {}, {}, [], set()
        try:
            self.node(event, path, depth)
        except Stopped:
            kept[2].extend(self.problems[-1:])
            raise
        finally:
            self.values, self.names, self.problems, self.doubtful = kept

    def line_around(self, mark: Mark) -> tuple[str, str]:
        """What stands on the line before ``mark`` and what from there on."""
        line = self.text.split("\n")[mark.line]
        return line[: mark.column], line[mark.column :].strip()

    def note(
        self,
        code: str,
        mark: Mark | None,
        path: FieldPath = (),
        example: str | None = None,
        **values: str,
    ) -> None:
        line, column = place_of(mark)
        self.problems.append(Problem(self.path, line, column, code, path, values, example))

    def stop(self, code: str, mark: Mark, path: FieldPath, **values: str) -> None:
        self.note(code, mark, path, **values)
        raise Stopped
