"""Words of the interface, numbers and dates as one language says them."""

import datetime
from dataclasses import dataclass, field

from ..model.dates import PartialDate, Period
from ..model.event import EventDates
from ..model.phrases import Phrases
from ..model.worksheet import People
from .event_days import event_days
from .library import Tongue


@dataclass(slots=True, kw_only=True)
class Wording:
    """What templates say themselves, beside what entries say."""

    phrases: Phrases
    tongue: Tongue
    words: dict[str, str] = field(default_factory=dict)
    """Words of the interface, set once."""

    def word(self, key: str, **values: object) -> str:
        if values:
            return self.tongue.typeset(self.phrases.word(key, **values))
        known = self.words.get(key)
        if known is None:
            known = self.words[key] = self.tongue.typeset(self.phrases.word(key))
        return known

    def heading(self, key: str) -> str:
        """A word of the interface with a capital letter, as it stands in a heading."""
        word = self.word(key)
        return word[:1].upper() + word[1:]

    def counted(self, key: str, number: int) -> str:
        category = self.tongue.plural(number)
        shown = self.tongue.number(number)
        return self.tongue.typeset(self.phrases.counted(key, category, number=shown))

    def label(self, vocabulary: str, value: str) -> str:
        return self.word(f"vocabulary.{vocabulary}.{value}")

    def people_words(self, people: People) -> str:
        """For how many people something is."""
        least = self.tongue.number(people.minimum)
        if people.maximum is None:
            return self.word("worksheet.people_from", number=least)
        most = self.counted("units.people", people.maximum)
        return most if people.maximum == people.minimum else f"{least}–{most}"

    def date(self, when: PartialDate | datetime.date) -> str:
        return self.tongue.date(when.year, when.month, when.day)

    def period(self, period: Period) -> str:
        """From when to when; an open end is said in words."""
        ongoing = self.word("period.ongoing") if period.ongoing else ""
        shown = self.tongue.date_range(period.start, period.end, ongoing=ongoing)
        return shown or self.word("value.unknown")

    def event_dates(self, dates: EventDates) -> str:
        """Days of an event; where the source gives no year, the page says so."""
        return event_days(dates, self.tongue, self.word)
