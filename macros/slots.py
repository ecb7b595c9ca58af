"""Places in prose that are filled with HTML after Markdown has run.

What entries say never crosses Jinja as a template nor Python-Markdown: a macro leaves a mark
whose key nobody can guess, and the mark is replaced in the finished HTML.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from .writing.writer import Writer

Fragment = Callable[[Writer, str], str]
"""Writes HTML for a page at the given address."""


@dataclass(slots=True)
class Slots:
    """The marks of one build."""

    key: str = field(default_factory=lambda: secrets.token_hex(12))
    _fragments: dict[str, Fragment] = field(default_factory=dict)

    def leave(self, fragment: Fragment) -> str:
        """Keep ``fragment`` and return the text that stands for it."""
        mark = f"slot{self.key}n{len(self._fragments)}e"
        self._fragments[mark] = fragment
        return mark

    def fill(self, html: str, writer: Writer, address: str) -> str:
        """``html`` with every mark replaced by what it stands for.

        A mark that is a paragraph of its own is replaced with the paragraph.
        """
        for mark in re.findall(rf"slot{self.key}n\d+e", html):
            filled = self._fragments[mark](writer, address)
            alone = writer.fragment("slot.html.j2", address, mark=mark).strip()
            html = html.replace(alone, filled).replace(mark, filled.strip())
        return html
