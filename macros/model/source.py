"""A source, described with the fields of the Citation Style Language (CSL 1.0.2).

https://docs.citationstyles.org/en/stable/specification.html
"""

from typing import Annotated

from pydantic import Field

from .dates import Day, When
from .entry import Entry
from .text import Line, Prose, Summary, Text, text_of
from .values import Choice, Model, Name, WebAddress


class Author(Model):
    """A person or body that signed the source."""

    family: Name | None = None
    """Family name."""
    given: Name | None = None
    """Given name or initials."""
    literal: Name | None = None
    """Name of a body."""


class Source(Entry):
    """One source; what it says stands in the entries that name it."""

    original_title: Name
    """Title as the source prints it."""
    type: Annotated[str, Choice("source_types")]
    """CSL type: book, article, webpage, thesis, report, legislation …"""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    """Language of the source, ISO 639-1."""
    authors: tuple[Author, ...] = ()
    """Who signed it; empty: not stated."""
    container: Name | None = None
    """Journal, series or site it belongs to."""
    publisher: Name | None = None
    """Who published it."""
    issued: When | None = None
    """When; null: not stated."""
    pages: Annotated[str, Field(pattern=r"^[0-9]+([–-][0-9]+)?$")] | None = None
    """Pages."""
    isbn: Annotated[str, Field(pattern=r"^[0-9X-]{10,17}$")] | None = None
    """ISBN."""
    web_address: WebAddress | None = None
    """Address; null: none is known."""
    accessed: Day | None = None
    """Day on which the address was opened; null: it was not opened by us."""
    archive: WebAddress | None = None
    """Address of an archived copy."""
    archived_file: Annotated[str, Field(pattern=r"^[0-9a-z_]+\.txt$")] | None = None
    """Name of the file in the handbook's own archive of sources."""
    read: Annotated[str, Choice("source_read")]
    """How much of it was read: whole, opening or citation."""
    abstract_text: Summary | None = None
    """What the source is, in the handbook's words."""
    note: Prose | None = None
    """What has to be known before relying on it."""
    reliability: Line | None = None
    """What kind of statement it is: law, research, self-report."""

    @property
    def heading(self) -> Text:
        return text_of({self.language: self.original_title})

    @property
    def abstract(self) -> Text | None:
        return self.abstract_text
