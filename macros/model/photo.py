"""A photograph beside a practice, and the ground on which it may be shown."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from .dates import Day
from .references import OrganisationId
from .text import Line
from .values import Model

MOST = 6
"""Photographs of one practice; a page is read, not leafed through."""


class PhotoConsent(Model):
    """Who agreed to the photograph. That it came out elsewhere is no ground: it is others' work."""

    basis: Literal["written", "oral_recorded", "group_decision"]
    """How those who can be seen, and who took it, agreed."""
    held_by: OrganisationId
    """Organisation that keeps the proof; never kept here."""
    review_on: Day | None = None
    """Day on which the consent is to be looked at again."""


class Photo(Model):
    """One photograph, a file in the folder that has the practice's name."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.(jpg|jpeg|png|webp)$")]
    """Name of the file in the folder with the practice's name."""
    alt: Line
    """What can be seen, for those who do not see it; in every language, without names."""
    caption: Line | None = None
    """What stands below it."""
    credit: Line | None = None
    """Who took it: an organisation or a role, never a person's name."""
    consent: PhotoConsent
    """On what ground it may be shown."""


@dataclass(frozen=True, slots=True)
class ShownPhoto:
    """A photograph as the site shows it, made anew from the contributor's file."""

    photo: Photo
    url: str
    """Path from the site's root, with a slash before it."""
    width: int
    height: int
