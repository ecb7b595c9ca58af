"""The known word that somebody probably meant."""

import difflib
from collections.abc import Iterable

_LONGEST = 80


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``; None when none is like it."""
    found = difflib.get_close_matches(word[:_LONGEST].lower(), list(known), 1, 0.6)
    return found[0] if found else None


def suggestion(written: str, known: Iterable[str]) -> dict[str, str]:
    """``{"nearest": …}`` where something known is like ``written``."""
    found = nearest(written, known)
    return {"nearest": found} if found else {}
