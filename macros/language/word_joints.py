"""Which two neighbouring words must stay on one line."""

import re

from babel.dates import get_month_names

from .rules import LanguageRules
from .signs import NO_BREAK_SPACE

_OPENING = "([{\"„‚“”‘’«»‹›'"
_CLOSING = ")]},;:!?\"„‚“”‘’«»‹›'…"
_DASHES = frozenset("–—")
_DIGITS = frozenset("0123456789")
_HOLDING_ENDS = _DIGITS | {"."}
_WHITESPACE = re.compile(r"(\s)")
_DAY = re.compile(r"(?<!\d)\d{1,2}$")
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.$")
_LEADING_GROUP = re.compile(r"(?<![\d.,/])\d{1,3}$")
_THOUSANDS = re.compile(r"\d{3}(?![\d/])")


class WordJoints:
    """Knows a language's words that hold on to their neighbour."""

    def __init__(self, rules: LanguageRules) -> None:
        holding = (*rules.short_words, *rules.abbreviations)
        self._holding = frozenset(holding) | {word[0].upper() + word[1:] for word in holding}
        self._counted = frozenset(rules.counted)
        self._months = frozenset(get_month_names("wide", "format", rules.locale).values())
        self._ordinal_dot = rules.ordinal_dot

    def joined(self, text: str) -> str:
        """Return `text`, as long as before, with no-break spaces where two words belong together.

        Only single spaces are replaced; line breaks and other white space stay.
        """
        pieces = _WHITESPACE.split(text)
        for index in range(1, len(pieces), 2):
            if pieces[index] != " ":
                continue
            left, right = pieces[index - 1], pieces[index + 1]
            # Most words hold on to nothing, and a look at one letter tells.
            may = left and right and (left in self._holding or left[-1] in _HOLDING_ENDS)
            may = may or (left and right and (left[0] in _OPENING or right in _DASHES))
            if may and self._belong_together(left, right):
                pieces[index] = NO_BREAK_SPACE
        return "".join(pieces)

    def _belong_together(self, left: str, right: str) -> bool:
        core = left.lstrip(_OPENING)
        if core in self._holding or right in _DASHES:
            return True
        last = left[-1]
        if last in _DIGITS:
            return self._completes_number(left, right)
        if last == ".":
            return _is_initial(core, right) or (self._ordinal_dot and _is_ordinal(left, right))
        return False

    def _completes_number(self, left: str, right: str) -> bool:
        word = right.partition("/")[0].rstrip(_CLOSING)
        if word in self._counted or word.rstrip(".") in self._counted:
            return True
        if word.rstrip(".") in self._months:
            return _DAY.search(left) is not None
        return bool(_THOUSANDS.match(right) and _LEADING_GROUP.search(left))


def _is_initial(core: str, right: str) -> bool:
    return len(core) == 2 and core[0].isupper() and right[0].isupper()


def _is_ordinal(left: str, right: str) -> bool:
    return (right[0] in _DIGITS or right[0].islower()) and _ORDINAL.search(left) is not None
