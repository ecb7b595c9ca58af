"""The values of a YAML file in which nothing is out of the ordinary, without their places.

Places are wanted only where something is wrong, or for links; then the file is walked through
once more, step by step. Nearly all files are fine, and this takes half of the time.
"""

import unicodedata
from typing import Any

from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .characters import has_refused
from .scalars import Disputed, plain_value

Event = Any
"""Any: PyYAML's own types make every mark optional and leave out anchors and tags."""


class Doubt(Exception):
    """Something in the file has to be looked at more closely."""


class PlainWalk:
    """One pass over one file that holds fields and nothing doubtful."""

    __slots__ = ("deepest", "event", "left")

    def __init__(self, parser: Any, most_nodes: int, deepest: int) -> None:
        # Any: PyYAML's two parsers share get_event() but no base class.
        self.event = parser.get_event
        self.left = most_nodes - 1  # the document itself is one
        self.deepest = deepest

    def document(self) -> dict[str, Any]:
        """The only document of the file. Raises Doubt and yaml.YAMLError."""
        self.event()
        start = self.event()
        if type(start) is StreamEndEvent or start.version or start.tags:
            raise Doubt
        first = self.event()
        if type(first) is not MappingStartEvent:
            raise Doubt
        data = self.fields(first, 1)
        ends = type(self.event()), type(self.event())
        if ends != (DocumentEndEvent, StreamEndEvent) or self.left < 0:
            raise Doubt
        return data

    def fields(self, start: Event, depth: int) -> dict[str, Any]:
        """Any: text, number, true, false, null, tuple, dict."""
        if depth > self.deepest or start.anchor is not None or start.tag is not None:
            raise Doubt
        fields: dict[str, Any] = {}
        event = self.event
        while type(name := event()) is not MappingEndEvent:
            if type(name) is not ScalarEvent or name.anchor is not None or name.tag is not None:
                raise Doubt
            key = name.value
            if key in fields:
                raise Doubt
            if not name.style and (key == "<<" or type(plain_value(key)) is not str):
                raise Doubt
            value = event()
            if type(value) is ScalarEvent:
                fields[key] = self.scalar(value)
            else:
                fields[key] = self.several(value, depth + 1)
        self.left -= len(fields)
        return fields

    def several(self, start: Event, depth: int) -> Any:
        """Any: a tuple or a dict."""
        if type(start) is MappingStartEvent:
            return self.fields(start, depth)
        if type(start) is not SequenceStartEvent or depth > self.deepest:
            raise Doubt
        if start.anchor is not None or start.tag is not None:
            raise Doubt
        items: list[Any] = []
        event = self.event
        while type(value := event()) is not SequenceEndEvent:
            if type(value) is ScalarEvent:
                items.append(self.scalar(value))
            else:
                items.append(self.several(value, depth + 1))
        self.left -= len(items)
        return tuple(items)

    def scalar(self, event: Event) -> Any:
        """Any: text, number, true, false or null."""
        if event.anchor is not None or event.tag is not None:
            raise Doubt
        word: str = event.value
        style = event.style
        if not style:
            value = plain_value(word)
            if type(value) is Disputed or event.end_mark.line > event.start_mark.line:
                raise Doubt
            return value
        if style == '"':
            if not word.isascii():
                word = unicodedata.normalize("NFC", word)
            if has_refused(word):
                raise Doubt
        return word
