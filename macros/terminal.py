"""How problems are told to whoever sits at the terminal."""

import os
import sys
from collections.abc import Mapping

from .options import project_folder
from .reading.report import message_words
from .reading.words import COMPLETE, FALLBACK, read_words


def terminal_language() -> str:
    """Czech or Polish where the machine speaks it, else English."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = next((value for value in named if value), "")[:2]
    return language if language in COMPLETE else FALLBACK


def words_for_terminal(
    words: Mapping[str, Mapping[str, str]], language: str | None = None
) -> Mapping[str, str]:
    """The words for messages; where the data's own are missing or broken, the project's."""
    project = project_folder()
    own = read_words(project / "data" / "ui", COMPLETE, {}, project_root=project).languages
    return message_words(language or terminal_language(), words, own)


def make_printable() -> None:
    """A terminal that lacks a letter shows its code instead of a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
