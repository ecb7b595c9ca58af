"""Straight quotation marks become the language's own, alternating when one holds another."""

from .rules import QuotePair

STRAIGHT = '"'
_BEFORE_OPENING = frozenset("([{–—/")


def with_quotes(text: str, outer: QuotePair, inner: QuotePair) -> str:
    """Return `text`, as long as before, with paired straight marks as `outer` or `inner` marks.

    Marks without a partner stay as they are: an inch, a slip. Apostrophes are never touched.
    """
    while STRAIGHT in text:
        quoted = _with_pairs_replaced(text, outer, inner)
        if quoted == text:
            break
        text = quoted
    return text


def _with_pairs_replaced(text: str, outer: QuotePair, inner: QuotePair) -> str:
    partners = _pairs(text, (outer, inner))
    opened_by = {closing: opening for opening, closing in partners.items()}
    characters = list(text)
    depth = 0
    for position in sorted((*partners, *opened_by)):
        if position in opened_by:
            depth -= 1
        if characters[position] == STRAIGHT:
            pair = inner if depth % 2 else outer
            characters[position] = pair.closing if position in opened_by else pair.opening
        if position in partners:
            depth += 1
    return "".join(characters)


def _pairs(text: str, known: tuple[QuotePair, QuotePair]) -> dict[int, int]:
    """Return the positions of opening marks, typographic or straight, with their closing ones."""
    opening = {pair.opening for pair in known}
    closed_by = {pair.closing: pair.opening for pair in known} | {STRAIGHT: STRAIGHT}
    waiting: list[int] = []
    partners: dict[int, int] = {}
    for position, character in enumerate(text):
        if character in opening or (character == STRAIGHT and _opens(text, position, waiting)):
            waiting.append(position)
        elif character in closed_by and not text[position - 1 : position].isspace():
            partner = _last(text, waiting, closed_by[character])
            if partner is not None:
                del waiting[waiting.index(partner) :]
                partners[partner] = position
    return partners


def _opens(text: str, position: int, waiting: list[int]) -> bool:
    following = text[position + 1 : position + 2]
    if not following or following.isspace():
        return False
    before = text[position - 1 : position] if position else " "
    after_mark = bool(waiting) and waiting[-1] == position - 1
    return before.isspace() or before in _BEFORE_OPENING or after_mark


def _last(text: str, waiting: list[int], mark: str) -> int | None:
    return next((position for position in reversed(waiting) if text[position] == mark), None)
