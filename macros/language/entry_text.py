"""Strangers' CommonMark becomes safe HTML, typeset, with links to entries resolved."""

import html
import re
from collections.abc import Iterator

import nh3
from babel.dates import get_month_names
from markdown_it.token import Token

from .certain_markup import CertainMarkup
from .commonmark import ContributorsCommonMark, entry_target, is_entry
from .inline_tokens import EXTERNAL, Resolve, is_wording, readable, run
from .rules import LanguageRules
from .typography import Typesetter

_MARKUP = re.compile(r"[\\`*_\[<\x00-\x1f\x7f]|^(?:[-+>]|\d{1,9}[.)])")
_WHITESPACE = re.compile(r"[ \t\r\n]+")


class EntryText:
    """Renders contributors' texts of one language; made once per language."""

    def __init__(self, rules: LanguageRules, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._certain = CertainMarkup(typesetter)
        self._parser = ContributorsCommonMark()
        self._wall = nh3.Cleaner(
            tags={"p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code"},
            attributes={"a": {"href"}, "ol": {"start"}, "*": {"lang"}},
            tag_attribute_values={"a": {"rel": {EXTERNAL}}},
            url_schemes={"https"},
            url_relative=_kept_on_site,
            link_rel=None,
        )
        months = "|".join(get_month_names("wide", "format", rules.locale).values())
        # A paragraph beginning with "5. 1." or a day and a month's name is no numbered list.
        self._date_at_start = re.compile(
            rf"^([ \t>*+-]*\d{{1,2}})\.(?=[ \u00a0]*(?:\d{{1,2}}\.|(?:{months})\b))", re.MULTILINE
        )

    def block(self, text: str, resolve: Resolve) -> str:
        """Return paragraphs, lists and quotations as HTML; headings read as paragraphs."""
        stripped = text.strip()
        if not stripped:
            return ""
        if not _MARKUP.search(stripped):
            return f"<p>{self._escaped(stripped)}</p>\n"
        certain = self._certain.block(text, resolve) if text == stripped else None
        return self._html(self._block_tokens(text), resolve) if certain is None else certain

    def line(self, text: str, resolve: Resolve) -> str:
        """Return one line as HTML without a paragraph around it."""
        flat = _flat(text)
        if not _MARKUP.search(flat):
            return self._escaped(flat)
        return self._html(self._parser.parseInline(flat), resolve)

    def plain(self, text: str) -> str:
        """Return `text` typeset on one line and without markup; it still needs escaping."""
        stripped = text.strip()
        if not _MARKUP.search(stripped):
            return self._typesetter.typeset(_flat(stripped))
        lines = []
        for token in self._block_tokens(text):
            if token.type == "inline":
                children = self._typeset(readable(token.children or [], lambda _: None))
                lines.append("".join(" " if x.type == "hardbreak" else x.content for x in children))
        return _flat(" ".join(lines))

    def entry_links(self, text: str) -> tuple[str, ...]:
        """Return the targets of all `entry:` links, without the scheme, in reading order."""
        if "entry:" not in text.lower():
            return ()
        inline = (token.children or [] for token in self._block_tokens(text))
        addresses = (str(x.attrGet("href") or "") for children in inline for x in children)
        return tuple(entry_target(address) for address in addresses if is_entry(address))

    def _block_tokens(self, text: str) -> list[Token]:
        return self._parser.parse(self._date_at_start.sub(r"\1\\.", text))

    def _html(self, tokens: list[Token], resolve: Resolve) -> str:
        for token in tokens:
            if token.type == "inline":
                token.children = self._typeset(readable(token.children or [], resolve))
        rendered = self._parser.renderer.render(tokens, self._parser.options, {})
        # The wall writes no-break spaces as entities; the fast way does not.
        return self._wall.clean(rendered).replace("&nbsp;", "\u00a0")

    def _typeset(self, tokens: Iterator[Token]) -> list[Token]:
        """Return the tokens with their texts set as one line; code and addresses stay."""
        kept = list(tokens)
        contents = self._typesetter.runs([run(token) for token in kept])
        for token, content in zip(kept, contents, strict=True):
            if is_wording(token):
                token.content = content
        return kept

    def _escaped(self, text: str) -> str:
        return html.escape(self._typesetter.typeset(text), quote=False)


def _kept_on_site(address: str) -> str | None:
    return None if address.startswith(("//", "/\\", "\\")) else address


def _flat(text: str) -> str:
    return _WHITESPACE.sub(" ", text).strip()
