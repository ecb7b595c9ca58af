"""One line of parsed text as readers get it: links with addresses, pictures as words."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from markdown_it.token import Token

from .commonmark import entry_target, is_entry

Resolve: TypeAlias = Callable[[str], str | None]
"""From what stands after `entry:` to an address, or None when there is no such entry."""

EXTERNAL = "external noopener"
_OPAQUE = "\ufffc"


def readable(tokens: list[Token], resolve: Resolve) -> Iterator[Token]:
    """Yield inline tokens with addresses filled in, pictures as their words, lines joined."""
    linked = automatic = False
    for token in tokens:
        if token.type == "link_open":
            automatic = token.info == "auto"
            linked = _fill_address(token, resolve)
            if linked:
                yield token
        elif token.type == "link_close":
            automatic = False
            if linked:
                yield token
        elif token.type == "softbreak":
            yield Token("text", "", 0, content=" ")
        elif token.type == "image":
            words = "".join(child.content for child in token.children or [])
            yield Token("text", "", 0, content=words)
        else:
            token.info = "auto" if automatic else token.info
            yield token


def is_wording(token: Token) -> bool:
    """Tell whether a token is text to typeset; an address shown as itself is not."""
    return token.type == "text" and token.info != "auto"


def run(token: Token) -> str:
    """Return what a token is to its neighbours on the line."""
    if is_wording(token):
        return token.content
    if token.type in ("text", "code_inline"):
        return _OPAQUE
    return "\n" if token.type == "hardbreak" else ""


def _fill_address(link: Token, resolve: Resolve) -> bool:
    """Give a link its address and nothing else; tell whether it has one."""
    address = str(link.attrGet("href") or "")
    if not address:
        return False  # `[words]()` has none, and the parser does not ask about it
    if not is_entry(address):
        link.attrs = {"href": address, "rel": EXTERNAL}
        return True
    resolved = resolve(entry_target(address))
    link.attrs = {"href": resolved or ""}
    return resolved is not None
