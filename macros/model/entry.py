"""What every entry has in common."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .dates import Day
from .text import Line, Summary, Text, Title, WordList
from .values import Choice, Identifier, Model, Reference

SourceIds = tuple[Annotated[str, Reference("source")], ...]


class Entry(Model):
    """Base of all kinds. The id is the file's name and never stands inside the file."""

    TOLD_BY: ClassVar[tuple[str, ...]] = ("description", "note")
    """Fields that say what the entry is where it has no summary, the best first."""

    id: Identifier
    """The file's name without .yml: ASCII, lower case, hyphens; never changed."""
    source_language: Annotated[str, Choice("languages")]
    """The language in which this entry was first written."""
    status: Literal["stub", "complete"] = "complete"
    """stub: much is still missing; complete: an editor has read it."""
    updated: Day
    """The day of the last change of content."""
    former_ids: tuple[Identifier, ...] = ()
    """Earlier ids of this entry; their addresses lead here."""

    @property
    def heading(self) -> Text:
        """The entry's name as it stands in a heading and in lists."""
        raise NotImplementedError

    @property
    def abstract(self) -> Text | None:
        """One or two sentences for cards, search results and the page's description."""
        return None

    @property
    def gist(self) -> Text:
        """What the entry says in short: its abstract, else what else tells of it, else its name."""
        told = (getattr(self, field, None) for field in self.TOLD_BY)
        return self.abstract or next((one for one in told if one is not None), self.heading)


class Titled(Entry):
    """An entry with a title and a summary in each language."""

    title: Title
    """Name of the entry."""
    summary: Summary | None = None
    """The entry in one or two sentences."""

    @property
    def heading(self) -> Text:
        return self.title

    @property
    def abstract(self) -> Text | None:
        return self.summary


class Sourced(Titled):
    """An entry whose content rests on sources, or is marked as the handbook's own proposal."""

    sources: SourceIds = ()
    """Where what stands here can be checked."""
    proposal: bool = False
    """true: the handbook's own proposal, no source claims it."""

    @model_validator(mode="after")
    def _sourced_or_proposal(self) -> "Sourced":
        if not self.sources and not self.proposal:
            raise PydanticCustomError("no_source", "neither a source nor marked as a proposal")
        return self


class Searched(Sourced):
    """An entry that readers also look for by words which do not stand in it."""

    search_words: tuple[WordList, ...] = ()
    """What else readers search it by: a line for each meaning, its words in each language."""


class Tombstone(Model):
    """What remains of a withdrawn entry."""

    id: Identifier
    """The file's name without .yml."""
    status: Literal["withdrawn"]
    """Always withdrawn."""
    updated: Day
    """The day on which it was withdrawn."""
    reason: Line
    """Why, without naming anyone."""


class Crosswalk(Model):
    """What corresponds to this entry in the other framework."""

    to: Annotated[str, Reference("own")]
    """Id of the entry of the same kind in the other framework."""
    match: Annotated[str, Choice("match")]
    """How well the two correspond."""
    note: Line | None = None
    """What differs."""


Order = Annotated[int, Field(ge=1, le=999)]
Framework = Annotated[str, Choice("frameworks")]
Evidence = Annotated[str, Choice("evidence")]
