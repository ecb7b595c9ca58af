"""Where abbreviations first stand on a finished page, so that readers can be told their meaning."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from .signs import NO_BREAK_SPACE

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_CUT_TAG = re.compile(r"^[^<>]*>|<[^>]*$")
"""What is left of a tag where a piece of a page begins or ends within it."""
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_NO_PROSE = frozenset(
    {"cite", "code", "kbd", "label", "option", "pre", "samp", "script", "style", "summary", "svg"}
)
_NOT_IN_READERS_WORDS = re.compile(r'\slang="|\sclass="(?:citation|cite)"')
_LINKS_AND_HEADINGS = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6"})
_NONE = re.compile(r"(?!)")
_MARKUP_AROUND = 600
_WORDS_BEFORE, _WORDS_AFTER = 160, 100


@dataclass(frozen=True, slots=True)
class FirstUse:
    """An abbreviation where no earlier place of the page has told what it means."""

    short: str
    text: str
    """The abbreviation as the page prints it, perhaps with a no-break space."""
    words: str
    """The words around it on the page, in small letters."""
    html: str
    """The markup around it."""
    changeable: bool
    """False in a link or heading, which stay as they are."""
    bracketed: bool
    """Whether it stands in brackets already."""


Write = Callable[[FirstUse], str | None]
"""HTML that takes the abbreviation's place; None where a later place has to tell its meaning."""


class FirstUses:
    """Knows abbreviations and finds the first place of each on a page."""

    def __init__(self, shorts: Iterable[str]) -> None:
        longest_first = sorted(shorts, key=lambda short: (-len(short), short))
        self._known = re.compile(_any_of(longest_first)) if longest_first else _NONE

    def written(self, html: str, write: Write) -> str:
        """`html` with the first use of each abbreviation as `write` wants it.

        Code, citations and what stands in another language are left alone.
        """
        found = list(self._known.finditer(html))
        if not found:
            return html
        last = found[-1].start()
        present = {match[0].replace(NO_BREAK_SPACE, " ") for match in found}
        told: set[str] = set()
        pieces: list[str] = []
        end = 0
        for begin, stop, changeable in _prose(html):
            if begin > last or told == present:
                break
            for match in self._known.finditer(html, begin, stop):
                short = match[0].replace(NO_BREAK_SPACE, " ")
                if short in told:
                    continue
                replacement = write(_first_use(html, match, short, changeable))
                if replacement is None:
                    continue
                told.add(short)
                if changeable:
                    pieces += [html[end : match.start()], replacement]
                    end = match.end()
        return "".join([*pieces, html[end:]])


def _any_of(shorts: Sequence[str]) -> str:
    """A pattern that begins with the letters with which they begin.

    A search then passes over all other letters at once; a look behind must come after them.
    """
    spaces = f"[ {NO_BREAK_SPACE}]"
    letters = "".join(sorted({re.escape(short[0]) for short in shorts}))
    printed = [(re.escape(short[0]), re.escape(short[1:])) for short in shorts]
    rests = "|".join(rf"(?<={first}){rest}".replace(r"\ ", spaces) for first, rest in printed)
    return rf"[{letters}](?<![\w.].)(?:{rests})(?![\w+])"


def _prose(html: str) -> Iterator[tuple[int, int, bool]]:
    """Where the texts in the reader's language begin and end, and whether they may change."""
    begin, left_alone, fixed = 0, _Inside(), _Inside()
    for match in _TAG.finditer(html):
        if begin < match.start() and not left_alone:
            yield begin, match.start(), not fixed
        begin = match.end()
        tag = match[0]
        name = _NAME.match(tag)
        if name is None:
            continue
        element = name[1].lower()
        left_alone.pass_by(element, tag, element in _NO_PROSE or _is_foreign(tag))
        fixed.pass_by(element, tag, element in _LINKS_AND_HEADINGS)
    if begin < len(html) and not left_alone:
        yield begin, len(html), not fixed


def _is_foreign(tag: str) -> bool:
    return _NOT_IN_READERS_WORDS.search(tag) is not None


class _Inside:
    """Whether a walk through the tags is inside an element of some sort."""

    def __init__(self) -> None:
        self._element = ""
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def pass_by(self, element: str, tag: str, enters: bool) -> None:
        """Notice a tag; `enters` says that its element is of the sort."""
        if self._depth:
            if element == self._element:
                self._depth += -1 if tag.startswith("</") else 1
        elif enters and not tag.startswith("</"):
            self._element, self._depth = element, 1


def _first_use(html: str, match: re.Match[str], short: str, changeable: bool) -> FirstUse:
    before = html[max(0, match.start() - _MARKUP_AROUND) : match.start()]
    after = html[match.end() : match.end() + _MARKUP_AROUND]
    earlier, later = _words(before)[-_WORDS_BEFORE:], _words(after)[:_WORDS_AFTER]
    return FirstUse(
        short,
        match[0],
        f"{earlier} {later}",
        before + after,
        changeable,
        bracketed=earlier.rfind("(") > earlier.rfind(")"),
    )


def _words(html: str) -> str:
    plain = unescape(_TAG.sub(" ", _CUT_TAG.sub(" ", html)))
    return " ".join(plain.lower().split())
