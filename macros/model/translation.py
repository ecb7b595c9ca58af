"""From which wording of the original each translation was made."""

import hashlib
from typing import Annotated

from pydantic import RootModel, StringConstraints

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class TranslationRecord(RootModel[dict[str, dict[str, Fingerprint]]]):
    """Language -> path of a text field (``steps.0.text``) -> fingerprint of the original."""


def fingerprint(wording: str) -> str:
    """First 16 hexadecimal digits of the SHA-256 of ``wording`` in UTF-8."""
    return hashlib.sha256(wording.encode()).hexdigest()[:16]
