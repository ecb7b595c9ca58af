"""What the interface says in one language, with another language to fall back to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


class UnknownPhrase(KeyError):
    """No language has a word for this key; the key is the first argument."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Flat dotted keys (``worksheet.title``) -> words, with ``{name}`` for what is filled in."""

    own: Mapping[str, str]
    fallback: Mapping[str, str]

    def word(self, key: str, **values: object) -> str:
        """The word for ``key`` with ``values`` filled in.

        Raises UnknownPhrase where neither this language nor the fallback has it.
        """
        pattern = self.own.get(key) or self.fallback.get(key)
        if pattern is None:
            raise UnknownPhrase(key)
        return pattern.format_map(values) if values else pattern

    def counted(self, key: str, category: str, **values: object) -> str:
        """The word for a plural category (one, few, many, other), falling back to other."""
        exact = f"{key}.{category}"
        return self.word(exact if exact in self.own else f"{key}.other", **values)

    def below(self, *beginnings: str) -> Iterator[tuple[str, str]]:
        """All keys with one of these beginnings, with their words."""
        for key in sorted({*self.fallback, *self.own}):
            if key.startswith(beginnings):
                yield key, self.word(key)

    def __contains__(self, key: str) -> bool:
        return key in self.own or key in self.fallback
