"""Who runs this edition of the handbook."""

from .dates import Day
from .values import Model, Name, WebAddress


class Operator(Model):
    """All null: nobody has taken this edition over yet, and the pages say so."""

    name: Name | None = None
    """Organisation that runs this edition."""
    mailbox: Name | None = None
    """Mailbox of the editors."""
    accessibility_contact: Name | None = None
    """Whom to write to about accessibility."""
    accessibility_phone: Name | None = None
    """Telephone number for those who cannot write, which a Polish declaration has to give."""
    privacy_contact: Name | None = None
    """Whom to write to about personal data."""
    website: WebAddress | None = None
    """Web page of the organisation."""
    published: Day | None = None
    """Day on which the organisation first published this edition."""
