"""A programme that gives money or sets a frame."""

from typing import Annotated

from .dates import Period
from .entry import Sourced
from .references import OrganisationIds
from .text import Prose
from .values import Choice, Name, WebAddress


class Programme(Sourced):
    """A grant programme or a policy instrument."""

    abbreviation: Name | None = None
    """Its usual abbreviation."""
    country: Annotated[str, Choice("countries")]
    """Its country."""
    funders: OrganisationIds = ()
    """Who pays."""
    period: Period | None = None
    """From when to when it runs."""
    website: WebAddress | None = None
    """Its web page."""
    description: Prose | None = None
    """What it supports."""
