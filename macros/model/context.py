"""What a field must know of its surroundings while one entry is validated."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Context:
    """Surroundings of one entry; passed to pydantic as its validation context.

    ``references`` is filled while the entry is validated, so that the links between
    entries are known without walking the models a second time.
    """

    languages: tuple[str, ...]
    """Codes of the site's languages, the first one is the default."""
    vocabulary: Mapping[str, tuple[str, ...]]
    """Name of a closed list -> its values."""
    ids: Mapping[str, Collection[str]]
    """Name of a kind -> ids of its entries."""
    kind: str = ""
    """Name of the kind that is being validated."""
    references: list[tuple[str, str]] = field(default_factory=list)
    """(kind, id) of every reference met, in the order of the file."""
