"""The part of CommonMark that contributors may use, and which addresses become links."""

import re

from markdown_it import MarkdownIt

ENTRY_SCHEME = "entry:"

# Named one by one, so that a new version of the parser brings no new syntax. Left out on purpose:
# raw HTML, headings (they would break the page's outline), tables, rules, indented and fenced
# code, reference links, and entities (they would carry invisible characters past the reader).
_SYNTAX = (
    "autolink",
    "backticks",
    "blockquote",
    "emphasis",
    "escape",
    "image",
    "link",
    "list",
    "newline",
)
# No user name before the host: https://known.cz@elsewhere.example leads elsewhere.
_WEB_ADDRESS = re.compile(r"https://[^/?#@\\\s]+(?:[/?#]|$)", re.IGNORECASE)


class ContributorsCommonMark(MarkdownIt):
    """Parses strangers' text; all that is not allowed stays visible as it was typed."""

    def __init__(self) -> None:
        super().__init__("zero", {"html": False})
        self.enable(list(_SYNTAX))

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the parser's name)
        """Tell whether an address becomes a link: `https://` and `entry:` only."""
        return is_entry(url) or _WEB_ADDRESS.match(url) is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the parser's name)
        """Return an address ready for HTML; entry references stay as they were written."""
        return url if is_entry(url) else super().normalizeLink(url)


def is_entry(url: str) -> bool:
    """Tell whether an address is a reference to an entry, capitals of a phone forgiven."""
    return url[: len(ENTRY_SCHEME)].lower() == ENTRY_SCHEME


def entry_target(url: str) -> str:
    """Return what stands after `entry:`, such as `practice/dum-23-bytu#steps`."""
    return url[len(ENTRY_SCHEME) :]
