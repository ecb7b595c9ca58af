"""What an unquoted word in YAML means, and where readers of YAML disagree about it."""

import re
from typing import Final

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""At most 15 digits: a longer number loses digits in JavaScript and in spreadsheets."""
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,11})\.[0-9]{1,6}")
_DISPUTED_NUMBER = re.compile(
    r"""[-+]?(?:
        [0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?    # 010  1_000  1.  1e3  +5
      | \.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?                # .5
      | 0[xX][0-9a-fA-F_]+ | 0[oO][0-7_]+ | 0[bB][01_]+
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?       # 17:30 is 1050 for YAML 1.1
      | \.(?:inf|Inf|INF)
    )
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ ]+)[0-9]{1,2}:[0-9]{2}.*
    | \.(?:nan|NaN|NAN) | = | <<""",
    re.VERBOSE,
)
_YES_NO = frozenset({"y", "n", "yes", "no", "on", "off"})
_KEYWORDS = frozenset({"true", "false", "null"})
_NUMERIC_START = frozenset("0123456789+-.=<")
_LONGEST_WORD = 5
_BASES = ("0x", "0o", "0b")

Scalar = str | int | float | bool | None


class Disputed(str):
    """A word that one reader of YAML takes for text and another for something else."""

    __slots__ = ()


WORDS: Final[dict[str, Scalar]] = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain_value(word: str) -> Scalar:
    """The value of an unquoted word; a ``Disputed`` text where readers disagree."""
    if word in WORDS:
        return WORDS[word]
    if word[0] in _NUMERIC_START:
        if _INTEGER.fullmatch(word):
            return int(word)
        if _DECIMAL.fullmatch(word):
            return float(word)
        return Disputed(word) if _DISPUTED_NUMBER.fullmatch(word) else word
    if len(word) <= _LONGEST_WORD:
        lowered = word.lower()
        if lowered in _YES_NO or lowered in _KEYWORDS:
            return Disputed(word)
    return word


def undisputed(word: str) -> str:
    """The word as it has to be written so that every reader takes it alike."""
    lowered = word.lower()
    return lowered if lowered in _KEYWORDS else f'"{word}"'


def undisputed_number(word: str) -> str | None:
    """The decimal number that a disputed one stands for, as every reader takes it."""
    plain = word.replace("_", "").lower()
    try:
        number = float(int(plain, 0) if plain[:2] in _BASES else float(plain))
    except ValueError:
        return None
    right = str(int(number)) if number.is_integer() else str(number)
    return None if type(plain_value(right)) in (str, Disputed) else right
