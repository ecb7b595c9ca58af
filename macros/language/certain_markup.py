"""The commonest markup, read without a parser; whatever leaves a doubt is left to the parser.

Most texts are paragraphs and lists of dashes, with links to entries and stressed words. The
parser takes ten times as long for them, and gives the same: a test compares the two.
"""

import html
import re

from .inline_tokens import Resolve
from .typography import Typesetter

_PLAIN = r"[^\\`*_\[\]<\x00-\x1f\x7f]"
_PIECE = re.compile(
    rf"""(?P<plain>{_PLAIN}+)
      | (?<!!)\[(?P<words>{_PLAIN}+)\]\(entry:(?P<target>[a-z0-9/\#-]+)\)
      | (?<![^ \u00a0(])(?P<stars>\*\*?)(?P<stressed>[^\W_](?:{_PLAIN}*[^\W_])?)(?P=stars)
        (?![^ \u00a0.,;:!?)])""",
    re.VERBOSE,
)
_DOUBTFUL_SPACE = re.compile(r"[ \t]\n|\n[ \t]")
_DOUBTFUL_START = re.compile(r"[-+>]|\*\s|\d{1,9}[.)]|\s")
_BETWEEN_BLOCKS = re.compile(r"\n{2,}")
_ON_SITE = re.compile(r"(?:\.{1,2}/|/(?!/))[a-z0-9/.#_-]*")
"""Addresses at which the wall has nothing to look."""
_ITEM = "- "
_TAGS = {"*": "em", "**": "strong"}


class CertainMarkup:
    """Writes simple texts of one language as the parser and the wall behind it would."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def block(self, text: str, resolve: Resolve) -> str | None:
        """Paragraphs and lists as HTML; None where the parser has to be asked."""
        if _DOUBTFUL_SPACE.search(text):
            return None
        written: list[str] = []
        was_list = False
        for block in _BETWEEN_BLOCKS.split(text):
            is_list = block.startswith(_ITEM)
            if is_list and was_list:
                return None  # one list with space between its items
            lines = self._list(block, resolve) if is_list else self._paragraph(block, resolve)
            if lines is None:
                return None
            written += lines
            was_list = is_list
        return "\n".join([*written, ""])

    def _paragraph(self, block: str, resolve: Resolve) -> list[str] | None:
        lines = block.split("\n")
        if any(_is_doubtful(line) for line in lines):
            return None
        inner = self.line(" ".join(lines), resolve)
        return None if inner is None else [f"<p>{inner}</p>"]

    def _list(self, block: str, resolve: Resolve) -> list[str] | None:
        written = ["<ul>"]
        for line in block.split("\n"):
            item = line.removeprefix(_ITEM)
            if item == line or _is_doubtful(item):
                return None
            inner = self.line(item, resolve)
            if inner is None:
                return None
            written.append(f"<li>{inner}</li>")
        return [*written, "</ul>"]

    def line(self, text: str, resolve: Resolve) -> str | None:
        """Words, links to entries and stressed words; None where there is more than that."""
        found = list(_PIECE.finditer(text))
        if sum(piece.end() - piece.start() for piece in found) != len(text):
            return None
        runs = [piece["plain"] or piece["words"] or piece["stressed"] for piece in found]
        written = [html.escape(run, quote=False) for run in self._typesetter.runs(runs)]
        for number, piece in enumerate(found):
            words = written[number]
            if (target := piece["target"]) is not None:
                address = resolve(target)
                if address is None:
                    continue
                if not _ON_SITE.fullmatch(address):
                    return None
                written[number] = f'<a href="{address}">{words}</a>'
            elif (stars := piece["stars"]) is not None:
                tag = _TAGS[stars]
                written[number] = f"<{tag}>{words}</{tag}>"
        return "".join(written)


def _is_doubtful(line: str) -> bool:
    """Whether a line may be more than words, or end in a space that is not one."""
    return not line or line != line.strip() or _DOUBTFUL_START.match(line) is not None
