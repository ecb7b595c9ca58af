"""One language's whole manner of writing, as templates receive it."""

from functools import lru_cache, partial

from babel import Locale as Babel
from babel.core import get_global

from .collation import Collation, SortKey
from .dates import DateParts, date_range, date_text, day_and_month, days_range
from .entry_text import EntryText
from .inline_tokens import Resolve
from .numbers import (
    Number,
    PluralCategory,
    money_text,
    number_text,
    percent_text,
    plural_category,
    size_text,
)
from .page_text import typeset_html
from .rules import LanguageRules
from .typography import Typesetter

_REMEMBERED = 4_096
"""Days and numbers that one language keeps as it has written them: they come again and again."""


class Locale:
    """Bundles what this room offers; made once per language and passed on."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self._typesetter = Typesetter(rules)
        self._collation = Collation(rules)
        self._entry_text = EntryText(rules, self._typesetter)
        self._date = lru_cache(_REMEMBERED)(partial(date_text, rules=rules))
        self._number = lru_cache(_REMEMBERED, typed=True)(partial(number_text, rules=rules))
        self._plural = lru_cache(_REMEMBERED, typed=True)(partial(plural_category, rules=rules))

    def typeset(self, text: str) -> str:
        """Return plain text with the language's spaces, quotes and dashes."""
        return self._typesetter.typeset(text)

    def block(self, text: str, resolve: Resolve) -> str:
        """Return contributors' CommonMark as safe HTML: paragraphs, lists, quotations."""
        return self._entry_text.block(text, resolve)

    def line(self, text: str, resolve: Resolve) -> str:
        """Return contributors' CommonMark as safe HTML without a paragraph around it."""
        return self._entry_text.line(text, resolve)

    def page(self, html: str) -> str:
        """Return our own HTML, such as Markdown leaves it, with its texts typeset."""
        return typeset_html(html, self._typesetter)

    def plain(self, text: str) -> str:
        """Return contributors' CommonMark as typeset words on one line, not yet escaped."""
        return self._entry_text.plain(text)

    def entry_links(self, text: str) -> tuple[str, ...]:
        """Return the targets of the `entry:` links in contributors' CommonMark."""
        return self._entry_text.entry_links(text)

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return a date with as many parts as are given."""
        return self._date(year, month, day)

    def day_of_year(self, month: int, day: int) -> str:
        """Return a day and a month without a year."""
        return day_and_month(month, day, self.rules)

    def days_range(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """Return a range of days, each (month, day), without a year."""
        return days_range(first, last, self.rules)

    def date_range(self, start: DateParts | None, end: DateParts | None, ongoing: str = "") -> str:
        """Return a range of dates; `ongoing` is the reader's word for one without an end."""
        return date_range(start, end, self.rules, ongoing=ongoing)

    def number(self, value: Number) -> str:
        """Return a number as the language writes it."""
        return self._number(value)

    def percent(self, value: Number) -> str:
        """Return a share given in per cent."""
        return percent_text(value, self.rules)

    def money(self, amount: Number, currency: str) -> str:
        """Return a sum in a currency given by its ISO 4217 code."""
        return money_text(amount, currency, self.rules)

    def size(self, count: int) -> str:
        """Return a file's size given in bytes."""
        return size_text(count, self.rules)

    def plural(self, number: Number) -> PluralCategory:
        """Return the category that chooses a counted noun's form."""
        return self._plural(number)

    def sort_key(self, text: str) -> SortKey:
        """Return the key of the dictionary's order."""
        return self._collation.sort_key(text)

    def folded(self, text: str) -> str:
        """Return text in lower case and without diacritics."""
        return self._collation.folded(text)

    def anchor(self, text: str) -> str:
        """Return an ASCII id made of a heading's words."""
        return self._collation.anchor(text)

    @property
    def tag(self) -> str:
        """The language with the country where most people speak it, as word processors want it."""
        likely: str = get_global("likely_subtags").get(self.rules.locale, self.rules.locale)
        parts = Babel.parse(likely)
        return f"{parts.language}-{parts.territory}" if parts.territory else parts.language

    def language_name(self, code: str) -> str:
        """Return a language's name, from its ISO 639-1 code; the code where CLDR has none."""
        return str(Babel.parse(self.rules.locale).languages.get(code, code))
