"""Text that people read: one wording for each language of the site."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .context import Context


@dataclass(frozen=True, slots=True)
class Text:
    """Language code -> wording; a language that is missing has no key.

    Two tuples, of which thousands of texts share the first: a mapping took three times the room.
    The wordings lie there as UTF-8, since Czech and Polish letters would double the room of all.
    """

    languages: tuple[str, ...]
    coded: tuple[bytes, ...]

    @property
    def wordings(self) -> tuple[str, ...]:
        """One for each language, in the order of the languages."""
        return tuple(one.decode() for one in self.coded)

    def __getitem__(self, language: str) -> str:
        if language not in self.languages:
            raise KeyError(language)
        return self.coded[self.languages.index(language)].decode()

    def get(self, language: str) -> str | None:
        languages = self.languages
        if language not in languages:
            return None
        return self.coded[languages.index(language)].decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self.languages)

    def __contains__(self, language: object) -> bool:
        return language in self.languages


def text_of(wordings: Mapping[str, str]) -> Text:
    """The text that has these wordings."""
    return Text(_shared(tuple(wordings)), tuple(one.encode() for one in wordings.values()))


@lru_cache(64)
def _shared(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The same tuple for all texts that are in the same languages."""
    return languages


@dataclass(frozen=True, slots=True)
class Words:
    """Language code -> several words or phrases of that language."""

    lists: Mapping[str, tuple[str, ...]]

    def get(self, language: str) -> tuple[str, ...]:
        return self.lists.get(language, ())


def check_languages(keys: Mapping[str, Any], info: ValidationInfo) -> None:
    """Raise a pydantic error for a key that is no language of the site."""
    context: Context | None = info.context
    if context is None:
        return
    for key in keys:
        if key not in context.languages:
            raise PydanticCustomError(
                "unknown_language",
                "no language of this site: {key}",
                {"key": key, "expected": ", ".join(context.languages)},
            )


@dataclass(frozen=True, slots=True)
class TextRule:
    """How long one wording may be (characters) and whether it may hold CommonMark."""

    max_length: int
    markup: bool = False

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        wording = core_schema.str_schema(
            strict=True, strip_whitespace=True, min_length=1, max_length=self.max_length
        )
        return core_schema.with_info_after_validator_function(
            self._text,
            core_schema.dict_schema(
                core_schema.str_schema(strict=True), core_schema.nullable_schema(wording)
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda text: {language: text[language] for language in text}
            ),
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "object", "x-text": {"maxLength": self.max_length, "markup": self.markup}}

    @staticmethod
    def _text(value: dict[str, str | None], info: ValidationInfo) -> Text:
        check_languages(value, info)
        wordings = {key: wording for key, wording in value.items() if wording is not None}
        if not wordings:
            raise PydanticCustomError("no_language", "no language filled in")
        return text_of(wordings)


@dataclass(frozen=True, slots=True)
class WordsRule:
    """A list of words or phrases for each language."""

    max_length: int = 120

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        word = core_schema.str_schema(
            strict=True, strip_whitespace=True, min_length=1, max_length=self.max_length
        )
        return core_schema.with_info_after_validator_function(
            self._words,
            core_schema.dict_schema(
                core_schema.str_schema(strict=True),
                core_schema.tuple_variable_schema(word, strict=True),
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda words: {key: list(items) for key, items in words.lists.items()}
            ),
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "object", "x-words": {"maxLength": self.max_length}}

    @staticmethod
    def _words(value: dict[str, tuple[str, ...]], info: ValidationInfo) -> Words:
        check_languages(value, info)
        return Words(MappingProxyType(dict(value)))


Title = Annotated[Text, TextRule(120)]
"""A heading, without markup."""
Summary = Annotated[Text, TextRule(280)]
"""What a card and a search result show, without markup."""
Line = Annotated[Text, TextRule(400)]
"""One line: a label, a list item, a note; without markup."""
Prose = Annotated[Text, TextRule(4000, markup=True)]
"""CommonMark without HTML: paragraphs, lists, emphasis, links."""
WordList = Annotated[Words, WordsRule()]
"""Several words or phrases for each language."""
