"""What a contributor has answered, and what that means for the fields of a practice."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_YEARS = re.compile(
    r"(?P<start>[0-9]{4}(?:-[0-9]{2}){0,2})\s*(?:(?P<dash>[–—-])\s*(?P<end>[0-9]{4}(?:-[0-9]{2}){0,2})?)?"
)
_COUNTED = re.compile(
    r"(?P<count>[0-9]{1,6})\s+(?P<after>\S.*)|(?P<before>.*\S)\s*[:(]\s*(?P<last>[0-9]{1,6})\)?"
)


class NotUnderstood(ValueError):
    """An answer has another form than its field; the message is the key of a word."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Field of a practice -> what was answered; a field nobody knows about is missing."""

    language: str
    """Code of the language in which the contributor writes."""
    texts: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    """``country``, ``place_precision``, ``evidence``, ``consent_basis``, ``anonymised``."""


@dataclass(frozen=True, slots=True)
class Years:
    """From when to when, as far as it was said."""

    start: str
    end: str | None
    ongoing: bool


def years(text: str) -> Years:
    """``2019``, ``2019–2021``, ``2019-03 – 2021-06``, ``2019–`` for what goes on.

    Raises NotUnderstood.
    """
    match = _YEARS.fullmatch(text.strip())
    if match is None:
        raise NotUnderstood("new.years")
    return Years(match["start"], match["end"], bool(match["dash"]) and match["end"] is None)


def counted(text: str) -> tuple[str, int | None]:
    """``4 leaders`` and ``leaders: 4`` are a group and how many; other words a group alone."""
    match = _COUNTED.fullmatch(text.strip())
    if match is None:
        return text.strip(), None
    return match["after"] or match["before"], int(match["count"] or match["last"])


def web_address(text: str) -> str | None:
    """The address in an answer to the question for a source."""
    match = re.search(r"https?://[^\s<>\"'\\@]+", text)
    return match[0].rstrip(".,;)") if match else None
