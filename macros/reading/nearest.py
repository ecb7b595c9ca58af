"""The known word that somebody probably meant."""

import difflib
from collections.abc import Iterable

_LONGEST = 80
_MANY = 200
"""Above this only words that begin or end alike are compared: comparing takes 10 µs a word,
and one renamed source may be named by thousands of entries."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``; None when none is like it."""
    written = word[:_LONGEST].lower()
    words = list(known)
    if len(words) > _MANY:
        words = [one for one in words if one[:3] == written[:3] or one[-4:] == written[-4:]]
    found = difflib.get_close_matches(written, words[: 5 * _MANY], 1, 0.6)
    return found[0] if found else None


def suggestion(written: str, known: Iterable[str]) -> dict[str, str]:
    """``{"nearest": …}`` where something known is like ``written``."""
    found = nearest(written, known)
    return {"nearest": found} if found else {}
