"""An organisation; its web page is the only contact that is published."""

from typing import Annotated

from .entry import Sourced
from .text import Prose
from .values import Choice, Name, Place, WebAddress


class Organisation(Sourced):
    """An organisation, an office or an institution."""

    legal_form: Annotated[str, Choice("legal_forms")] | None = None
    """Its legal form; null: not stated."""
    country: Annotated[str, Choice("countries")]
    """Its country."""
    place: Place | None = None
    """Where it works."""
    website: WebAddress | None = None
    """Its web page."""
    abbreviation: Name | None = None
    """Its usual abbreviation."""
    description: Prose | None = None
    """What it does, as far as the sources say."""
    naming_note: Prose | None = None
    """What has to be said about its name in a source."""
