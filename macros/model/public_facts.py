"""What data/catalogue.json says of every entry, beside the entry's own fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from .dates import Day
from .text import Line, Summary
from .values import Identifier, Model

SitePath = Annotated[str, Field(pattern=r"^/")]


@dataclass(frozen=True, slots=True)
class EachLanguage:
    """Marks a table that has one value for each language of the site, and nothing else."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-each-language": True}


class PublicFile(Model):
    """A file that is made from an entry."""

    format: Literal["pdf", "docx", "epub", "zip"]
    """pdf, docx, epub or zip."""
    edition: Literal["print", "fill", "large", "bilingual"]
    """print, fill (on screen), large (print) or bilingual; a book is print."""
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[a-z]{2,3})*$")]
    """Language of the file; two with a hyphen where they stand side by side."""
    url: SitePath
    """Where the file is, from the site's root."""
    bytes: Annotated[int, Field(ge=1)]
    """Size of the file."""


class PublicFacts(Model):
    """The fields that all entries have in data/catalogue.json."""

    kind: str
    """Kind of entry; its schema has the same name."""
    id: Identifier
    """The file's name without .yml: ASCII, lower case, hyphens; never changed."""
    title: Line
    """Name of the entry, plain."""
    summary: Summary
    """The entry in one or two sentences, plain."""
    url: Annotated[Mapping[str, SitePath], EachLanguage()] | None
    """Page of the entry, or the place on a page that shows it; null: no page shows it."""
    updated: Day
    """The day of the last change of content."""
    translation: Annotated[
        Mapping[str, Literal["original", "current", "stale", "missing"]], EachLanguage()
    ]
    """For each language: original, current, stale or missing."""
    outputs: tuple[PublicFile, ...]
    """Files made from the entry, to print, fill in or edit."""
