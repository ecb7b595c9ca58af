"""Plain text as a typesetter of the language would set it."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from .quotation import with_quotes
from .rules import LanguageRules
from .signs import with_dashes, with_short_signs
from .word_joints import WordJoints

_REMEMBERED = 2_000
"""Texts that one language's typesetter keeps as it has set them: about a megabyte."""


class Typesetter:
    """Sets plain text by one language's rules; made once per language.

    Letters and digits never change, text never grows, and set text stays as it is.
    Web and mail addresses are left alone; code is for the caller to keep out.
    """

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules
        self._joints = WordJoints(rules)
        # Words of the interface and names of entries come again on every page.
        self.typeset = lru_cache(_REMEMBERED)(self._typeset)

    def _typeset(self, text: str) -> str:
        """Return `text` with the language's spaces, quotes and dashes."""
        rules = self._rules
        short = with_short_signs(text, space_before_percent=rules.space_before_percent)
        return self._with_length_kept(short)

    def runs(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return neighbouring pieces of one line, set as if they were a single text.

        A quotation may begin in one piece and end in another, and a short word at the end of
        one holds on to the next, be it bold or plain.
        """
        space = self._rules.space_before_percent
        short = [with_short_signs(text, space_before_percent=space) for text in texts]
        whole = self._with_length_kept("".join(short))
        ends = accumulate((len(text) for text in short), initial=0)
        return tuple(whole[start:end] for start, end in pairwise(ends))

    def _with_length_kept(self, text: str) -> str:
        dashed = with_dashes(text)
        quoted = with_quotes(dashed, self._rules.outer_quotes, self._rules.inner_quotes)
        return self._joints.joined(quoted)
