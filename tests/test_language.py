"""Each language is spelt right, keeps to its own letters, and has the other's headings.

Spelling is looked up in the system's hunspell dictionaries. What they do not know and is right
all the same stands in tests/language_words/<language>.txt: names, terms, rare forms.
"""

import gc
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml
from spylls.hunspell import Dictionary  # type: ignore[import-untyped]

from tests.conftest import PROJECT

DICTIONARIES = {"cs": "cs_CZ", "pl": "pl_PL"}
FOLDERS = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path.home() / "Library/Spelling",
    Path("/Library/Spelling"),
)
OTHER = {"cs": "pl", "pl": "cs"}
OWN_LETTERS = {"cs": set("áčďéěíňřšťúůýž"), "pl": set("ąćęłńśźż")}
NOT_TEXT = ("language", "privacy", "sample_text", "schema", "translations", "vocabulary", "ui")
"""Folders without texts for readers; sample_text is made up for measuring only."""

WORD = re.compile(r"[^\W\d_]+")
HEADING_ID = re.compile(r"^#{2,6} .*\{ #(\S+) \}\s*$", re.MULTILINE)
LINK_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
NO_WORDS = re.compile(
    r"```.*?```|\{%.*?%\}|\{\{.*?\}\}|`[^`]*`|<[^>]*>|\{ #.*?\}|\{[a-z_]+\}"
    r"|https?://\S+|[\w.-]+\.(?:cz|pl|sk|hu|eu|org|com|info|md|yml|html?)\b(?:/\S*)?|\w+_\w+",
    re.DOTALL,
)
"""Code, macros, tags, addresses: what is in no language."""
ORIGINAL = re.compile(
    r"(?<![*\w])\*[^*\n]+\*(?![*\w])|\([^()]*\)|\[[^\[\]]*\]|„[^„“”]*[“”]|»[^«]*«|\"[^\"]*\""
)
"""Where a text may speak the other language: italics, brackets, links, quotation marks."""
ABOUT_THE_OTHER = (("terms", "note"), ("roles", "name"))
"""Folder and field whose very subject is a word of the other language."""


@dataclass(frozen=True)
class Passage:
    """A text and the place where it stands."""

    place: str
    text: str
    original: bool = False
    """The whole text may speak the other language."""

    def words(self) -> Iterator[tuple[str, bool]]:
        """Every word, and whether it stands where an original may stand."""
        text = NO_WORDS.sub(" ", LINK_TARGET.sub("", self.text))
        originals = [match.span() for match in ORIGINAL.finditer(text)]
        for match in WORD.finditer(text):
            marked = any(begin < match.start() < end for begin, end in originals)
            yield match[0], marked or self.original


def passages(language: str) -> Iterator[Passage]:
    """Every text of the handbook in one language."""
    for path in sorted((PROJECT / "data").glob("*/*.yml")):
        if path.parent.name not in NOT_TEXT:
            place = path.relative_to(PROJECT).as_posix()
            for field, text in _texts(yaml.safe_load(path.read_text("utf-8")), language):
                yield Passage(place, text, (path.parent.name, field) in ABOUT_THE_OTHER)
    interface = PROJECT / f"data/ui/{language}.yml"
    for key, text in yaml.safe_load(interface.read_text("utf-8")).items():
        yield Passage(f"data/ui/{language}.yml: {key}", text)
    for path in sorted((PROJECT / "docs" / language).rglob("*.md")):
        yield Passage(path.relative_to(PROJECT).as_posix(), _prose(path.read_text("utf-8")))


def _texts(value: object, language: str, field: str = "") -> Iterator[tuple[str, str]]:
    """Name of its field and wording of every text of an entry."""
    if isinstance(value, list):
        for item in value:
            yield from _texts(item, language, field)
    elif isinstance(value, Mapping) and set(value) <= set(DICTIONARIES):
        found = value.get(language) or []
        for text in found if isinstance(found, list) else [found]:
            yield field, text
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts(item, language, name)


def _prose(source: str) -> str:
    """A chapter's title, description and text."""
    _, head, body = source.split("---\n", 2)
    front = yaml.safe_load(head)
    return f"{front['title']}\n{front['description']}\n{body}"


@cache
def dictionary(language: str) -> Dictionary:
    name = DICTIONARIES[language]
    for folder in FOLDERS:
        if (folder / f"{name}.dic").is_file():
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ResourceWarning)  # spylls leaves its files open
                found = Dictionary.from_files(str(folder / name))
                gc.collect()
            return found
    pytest.fail(
        f"The hunspell dictionary {name} is missing. Type: sh tests/system_packages.sh "
        f"(Debian: apt-get install hunspell-cs hunspell-pl)",
        pytrace=False,
    )


@cache
def listed(language: str) -> frozenset[str]:
    """Words that are right though no dictionary knows them."""
    lines = (PROJECT / f"tests/language_words/{language}.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_listed(word: str, language: str) -> bool:
    return bool({word, word.lower()} & listed(language))


@cache
def spelt(word: str, language: str) -> bool:
    """Whether a language knows the word; abbreviations are always right."""
    if len(word) == 1 or word.isupper() or is_listed(word, language):
        return True
    return bool(dictionary(language).lookup(word))


def misspelt(passage: Passage, language: str) -> list[str]:
    return [
        word
        for word, marked in passage.words()
        if not spelt(word, language) and not (marked and spelt(word, OTHER[language]))
    ]


def with_foreign_letters(passage: Passage, language: str) -> list[str]:
    """Words with letters that only the other language has, where no original may stand."""
    foreign = OWN_LETTERS[OTHER[language]] - OWN_LETTERS[language]
    return [
        word
        for word, marked in passage.words()
        if set(word.lower()) & foreign and not marked and not is_listed(word, language)
    ]


def _report(found: Mapping[str, list[str]]) -> str:
    return "\n".join(f"{word}: {', '.join(places[:3])}" for word, places in sorted(found.items()))


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_word_is_spelt_right(language: str) -> None:
    unknown: dict[str, list[str]] = {}
    for passage in passages(language):
        for word in misspelt(passage, language):
            unknown.setdefault(word, []).append(passage.place)
    assert not unknown, (
        f"Mend these words, or add them to tests/language_words/{language}.txt:\n{_report(unknown)}"
    )


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_language_keeps_to_its_own_letters(language: str) -> None:
    strange: dict[str, list[str]] = {}
    for passage in passages(language):
        for word in with_foreign_letters(passage, language):
            strange.setdefault(word, []).append(passage.place)
    assert not strange, _report(strange)


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("cs", "Komunita zná své potřeby.", []),
        ("cs", "Komunyta zná své potřebi.", ["Komunyta", "potřebi"]),
        ("pl", "Społeczność zna swoje potrzeby.", []),
        ("pl", "Spoleczność zna swoje potrzeby.", ["Spoleczność"]),
        ("cs", "Společnost (społeczność) a *mieszkańcy* domu „wspólnota“.", []),
        ("cs", "Społeczność bez závorek.", ["Społeczność"]),
        ("pl", "Wspólnota (společenství) i jej mieszkańcy.", []),
        ("cs", "`data/xyzzy` a {{ card('xyzzy') }} [dům](entry:xyzzy) MOPS", []),
    ],
)
def test_wrong_words_are_noticed(language: str, text: str, wrong: list[str]) -> None:
    assert misspelt(Passage("here", text), language) == wrong


def test_foreign_letters_are_noticed() -> None:
    text = "Ludzie z mieszkań a (społeczność) i *społeczność*."
    assert with_foreign_letters(Passage("here", text), "cs") == ["mieszkań"]
    assert with_foreign_letters(Passage("here", "Dům i (dům)."), "pl") == ["Dům"]


HOME = "index.md"
"""Begins in each language with the method of its own country."""
STATEMENT = "accessibility.md"
"""The law of each country says which parts it has."""


def test_chapters_have_the_same_headings_in_both_languages() -> None:
    headings = {
        language: {
            path.relative_to(PROJECT / "docs" / language).as_posix(): HEADING_ID.findall(
                path.read_text("utf-8")
            )
            for path in (PROJECT / "docs" / language).rglob("*.md")
        }
        for language in DICTIONARIES
    }
    other = {"cz": "osl", "osl": "cz"}
    own_first = [
        re.sub("-(cz|osl)$", lambda found: f"-{other[found[1]]}", one)
        for one in headings["cs"].pop(HOME)
    ]
    assert headings["pl"].pop(HOME) == own_first
    czech, polish = headings["cs"].pop(STATEMENT), headings["pl"].pop(STATEMENT)
    assert sorted([*czech, "complaints", "other", "buildings", "communication"]) == sorted(polish)
    assert headings["cs"] == headings["pl"]
    assert sum(map(len, headings["cs"].values())) > 40


@pytest.mark.parametrize("language", DICTIONARIES)
def test_every_heading_has_an_english_id(language: str) -> None:
    for path in sorted((PROJECT / "docs" / language).rglob("*.md")):
        text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
        headings = re.findall(r"^#{2,6} .*$", text, re.MULTILINE)
        without = [heading for heading in headings if not HEADING_ID.search(heading)]
        assert without == [], path
