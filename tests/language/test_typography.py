"""Sentences of community work come out as a typesetter would set them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .languages import LOCALES, cases, shown

CASES = [
    pytest.param(code, case, id=f"{code}: {case['given'][:40]}")
    for code in LOCALES
    for case in cases(f"typography_{code}")
]
TYPED = st.text(
    st.sampled_from(" \u00a0\n\"'-–.…,%()„“”‚‘’»«/@:aAvkKčŁř0123459§") | st.characters()
)
WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "v",
                "V",
                "a",
                "č.",
                "M.",
                "Novák",
                "ledna",
                "stycznia",
                "r.",
                "Sb.",
                "(i",
                "Kč",
                "zł",
            ),
            *("5", "12.", "2019", "300", "64", "%", "2019-2022", "5-7", "9.00-11.00", "1,5-3"),
            *(
                '"dům"',
                '"a',
                'b"',
                'c"',
                '"',
                "-",
                "–",
                "...",
                "45-085",
                "a@b.cz",
                "https://a.cz/1-2",
            ),
        ]
    )
).map(" ".join)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_sentence_is_typeset(code: str, case: dict[str, Any]) -> None:
    assert shown(LOCALES[code].typeset(case["given"])) == case["set"]


@pytest.mark.parametrize("code", LOCALES)
@given(text=TYPED | WORDS)
def test_set_text_stays_as_it_is(code: str, text: str) -> None:
    once = LOCALES[code].typeset(text)
    assert LOCALES[code].typeset(once) == once


@pytest.mark.parametrize("code", LOCALES)
@given(text=TYPED | WORDS)
def test_letters_and_digits_never_change_and_text_never_grows(code: str, text: str) -> None:
    typeset = LOCALES[code].typeset(text)
    assert len(typeset) <= len(text)
    assert [c for c in typeset if c.isalnum()] == [c for c in text if c.isalnum()]


def test_rules_are_complete_in_every_language() -> None:
    for code, locale in LOCALES.items():
        assert locale.rules.locale.startswith(code)
        assert len(set(locale.rules.counted)) == len(locale.rules.counted)
        assert len(set(locale.rules.abbreviations)) == len(locale.rules.abbreviations)
        assert len(set(locale.rules.alphabet)) == len(locale.rules.alphabet)


def test_every_field_of_the_rules_is_described() -> None:
    for locale in LOCALES.values():
        for model in (type(locale.rules), type(locale.rules.dates)):
            assert all(field.description for field in model.model_fields.values())
