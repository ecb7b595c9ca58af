"""What one language asks of typography, dates, numbers and sorting: `data/language/<code>.yml`."""

from typing import Annotated

from babel import localedata
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

Character = Annotated[str, Field(min_length=1, max_length=1)]
Word = Annotated[str, Field(min_length=1, pattern=r"^\S+$")]


class Strict(BaseModel):
    """Frozen, without coercion, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class QuotePair(Strict):
    """One opening and one closing quotation mark, a single character each."""

    opening: Character = Field(description="The mark a quotation begins with.")
    closing: Character = Field(description="The mark a quotation ends with.")


class DateForms(Strict):
    """How dates are written, as CLDR patterns (`d`, `M`, `MMMM`, `LLLL`, `y`, words in quotes)."""

    day: str = Field(description="A whole date, with the year's suffix where the language has one.")
    month: str = Field(description="A month and a year standing alone.")
    year: str = Field(description="A year standing alone.")
    day_month: str = Field(description="A day and a month without a year.")
    month_in_phrase: str = Field(description="A month and a year after the words since or until.")
    year_in_phrase: str = Field(description="A year after the words since or until.")
    since: str = Field(
        description="A range without an end; {date} stands for its beginning.", pattern=r"\{date\}"
    )
    until: str = Field(
        description="A range without a beginning; {date} stands for its end.", pattern=r"\{date\}"
    )


def _known_locale(name: str) -> str:
    """Raises a pydantic error for a locale that Babel does not have."""
    if not localedata.exists(name):
        raise PydanticCustomError("unknown_locale", "no such locale: {value}", {"value": name})
    return name


class SearchRules(Strict):
    """What is taken off a word in plain letters, so that all its forms meet in one stem.

    The browser has the same table and does the same with what a reader types.
    """

    endings: tuple[Word, ...] = Field(description="Endings; the longest that fits is taken off.")
    endings_of_base_forms: tuple[Word, ...] = Field(
        description="Endings that may belong to the word itself: such a word is found both ways."
    )
    verb_endings: tuple[Word, ...] = Field(
        description="Endings of verbs and of nouns made from them: a long word is found without "
        "them too."
    )
    changing_ends: tuple[tuple[Word, Word], ...] = Field(
        description="Ends of forms behind which another stem may stand, with the end of that stem."
    )
    finals: tuple[tuple[Word, Word], ...] = Field(
        description="Ends of stems that change between forms, each with what stands for both."
    )
    fleeting_e_before: tuple[Character, ...] = Field(
        description="Last letters before which an e comes and goes between forms."
    )
    fleeting_ie_before: tuple[Character, ...] = Field(
        description="Last letters before which ie comes and goes between forms."
    )
    passed_over: tuple[Word, ...] = Field(
        description="Words that stand on every page and lead nowhere."
    )


class LanguageRules(Strict):
    """All that the code knows of one language; everything else is Babel's."""

    locale: Annotated[str, AfterValidator(_known_locale)] = Field(
        description="The name of Babel's locale, such as en_GB."
    )
    short_words: tuple[Word, ...] = Field(
        description="Words, in lower case, that must not end a line."
    )
    abbreviations: tuple[Word, ...] = Field(
        description="Abbreviations and signs that hold on to the word after them."
    )
    counted: tuple[Word, ...] = Field(
        description="Units, signs and counted nouns that hold on to the number before them."
    )
    outer_quotes: QuotePair = Field(description="The marks around a quotation.")
    inner_quotes: QuotePair = Field(description="The marks around a quotation within a quotation.")
    space_before_percent: bool = Field(
        description="Whether a per cent sign is written apart from its number."
    )
    ordinal_dot: bool = Field(description="Whether a dot after a number makes it an ordinal.")
    grouped_from: int = Field(
        description="The fewest digits at which thousands are set apart (4 or 5).", ge=4, le=5
    )
    dates: DateForms = Field(description="How dates are written.")
    alphabet: tuple[Word, ...] = Field(
        description="The letters that sort on their own, in lower case, in their order."
    )
    folding: tuple[tuple[Character, Word], ...] = Field(
        description="Letters that lose no accent by themselves, each with its plain spelling."
    )
    search: SearchRules = Field(description="How word forms meet when a reader searches.")
