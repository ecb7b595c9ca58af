"""A term of the glossary."""

from typing import Annotated, ClassVar

from .entry import Searched
from .references import TermIds
from .text import Line, Prose, WordList, Words
from .values import Choice

_NO_WORDS = Words({})


class Term(Searched):
    """A term with its counterpart in the other language."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("definition",)

    synonyms: WordList = _NO_WORDS
    """Other words for the same thing."""
    abbreviations: WordList = _NO_WORDS
    """Abbreviations of the term."""
    forms: WordList = _NO_WORDS
    """Inflected forms, for search and for linking."""
    definition: Prose
    """What it means, in the handbook's words."""
    match: Annotated[str, Choice("term_match")]
    """How well the two languages correspond."""
    note: Line | None = None
    """What a reader of this language must watch out for."""
    country: Annotated[str, Choice("countries")] | None = None
    """Country in which the thing exists; null: both."""
    related: TermIds = ()
    """Terms to read with this one."""
