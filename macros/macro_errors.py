"""What a macro of an author says to a name that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches


class MacroError(ValueError):
    """A macro was given something that does not exist."""

    def __init__(self, value: str, nearest: str | None) -> None:
        super().__init__(f"unknown: {value}" + (f"; did you mean {nearest}?" if nearest else ""))
        self.value = value
        self.nearest = nearest


def chosen(names: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    """The names given, or all; each has to be known."""
    every = tuple(known)
    for name in names:
        if name not in every:
            raise unknown(name, every)
    return names or every


def unknown(name: object, known: Iterable[str]) -> MacroError:
    """The error for a name that is not among ``known``, with the nearest of them."""
    value = str(name)
    near = get_close_matches(value, list(known), 1, 0.4)
    return MacroError(value, near[0] if near else None)
