"""Lists come in the order of the language's dictionary."""

import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .languages import LOCALES, cases


@pytest.mark.parametrize("case", cases("sorting"), ids=lambda case: str(case["order"]))
def test_words_sort_as_in_a_dictionary(case: dict[str, Any]) -> None:
    shuffled = random.Random(1).sample(case["order"], len(case["order"]))
    assert sorted(shuffled, key=LOCALES[case["language"]].sort_key) == case["order"]


def test_decomposed_accents_sort_like_composed_ones() -> None:
    assert sorted(["dům", "c\u030cáp", "cz"], key=LOCALES["cs"].sort_key)[1] == "c\u030cáp"


@pytest.mark.parametrize(
    ("text", "expected"), [("Łódź", "lodz"), ("PŘÍŠERNĚ", "priserne"), ("Żółć", "zolc")]
)
def test_folded_text_has_no_diacritics(text: str, expected: str) -> None:
    assert {locale.folded(text) for locale in LOCALES.values()} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kdo jsme? (2023)", "kdo-jsme-2023"),
        ("„Społeczność” – cele", "spolecznosc-cele"),
        ("Громада", "x3fee2aeb"),
    ],
)
def test_anchor_is_made_of_plain_words(text: str, expected: str) -> None:
    assert LOCALES["cs"].anchor(text) == expected


@given(text=st.text())
def test_every_text_has_an_anchor_and_a_place(text: str) -> None:
    for locale in LOCALES.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", locale.anchor(text))
        assert sorted([text, "dům"], key=locale.sort_key)
