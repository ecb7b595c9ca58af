"""A finished page of the site as text: sections, headings and lines that a reader can find."""

import re
from html import unescape
from typing import NamedTuple

import lxml.html
from lxml import etree

from .article_text import ArticleText
from .record import Section

DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


class FinishedPage(NamedTuple):
    """The article of a page."""

    title: str
    sections: list[Section]
    """The first one is what stands before all headings."""


class Article(NamedTuple):
    """A page as it was built."""

    address: str
    """From the site's root: /practices/dum-23-bytu/."""
    description: str
    """What the page says of itself, as it stands in its head."""
    html: str


def article(address: str, page: str) -> Article | None:
    """The article in a page's HTML; None: it has none or wants no search engine."""
    start = page.find("<article")
    end = page.find("</article>", start)
    if start < 0 or end < 0 or '<meta name="robots" content="noindex"' in page[:start]:
        return None
    described = DESCRIPTION.search(page, 0, start)
    description = " ".join(unescape(described[1]).split()) if described else ""
    return Article(address, description, page[start : end + len("</article>")])


def read(html: str) -> FinishedPage:
    """The text of an article.

    Our own pages say of every element where it ends. What does not is written anew by a parser,
    which takes four times as long.
    """
    text = ArticleText()
    if not text.take(html):
        root = lxml.html.fragment_fromstring(html)
        etree.strip_elements(root, etree.Comment, with_tail=False)
        text = ArticleText()
        text.take(etree.tostring(root, encoding="unicode"))
    return FinishedPage(text.title, list(text.sections()))
