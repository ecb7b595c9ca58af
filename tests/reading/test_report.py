"""Problems in words: text, JSON and GitHub's annotations."""

import json

from macros.reading.problem import Problem, shown
from macros.reading.report import as_github, as_json, as_text, label, message_words, sentence

from .project_words import PROJECT_WORDS

CZECH = message_words("cs", PROJECT_WORDS)
POLISH = message_words("pl", PROJECT_WORDS)
TOO_LONG = Problem(
    "data/practices/dum.yml",
    12,
    5,
    "TEXT_TOO_LONG",
    ("steps", 1, "text", "cs"),
    {"maximum": "280", "length": "300"},
)
NEAREST = Problem(
    "data/practices/dum.yml",
    3,
    1,
    "UNKNOWN_FIELD",
    ("theme",),
    {"name": "theme", "nearest": "themes"},
    "themes:\n  - housing",
)


def test_text_begins_with_the_place_and_the_code() -> None:
    assert as_text([NEAREST], CZECH).split("\n") == [
        "data/practices/dum.yml:3:1: UNKNOWN_FIELD Pole „theme“ tu neexistuje. "
        "Opravte jeho název, nebo řádek smažte. Nemělo to být „themes“?",
        "    Pole: theme",
        "    Správně:",
        "        themes:",
        "          - housing",
    ]


def test_label_says_the_way_to_the_field_in_words() -> None:
    assert label(TOO_LONG.field, CZECH) == "Kroky, 2. položka, Text, čeština"
    assert label(TOO_LONG.field, POLISH) == "Kroki, 2. element, Tekst, czeski"
    assert label(("steps", 0), message_words("uk", PROJECT_WORDS)) == "Steps, item 1"


def test_words_of_the_data_come_first_then_the_project_then_english() -> None:
    own = {"cs": {"problem.tab": "Vlastní věta."}}
    tab = Problem("x", 1, 1, "TAB")
    assert sentence(tab, message_words("cs", own, PROJECT_WORDS)) == "Vlastní věta."
    assert sentence(tab, message_words("pl", own, PROJECT_WORDS)).startswith("Rób wcięcia")
    assert sentence(tab, message_words("uk", own, PROJECT_WORDS)).startswith("Indent")
    assert sentence(tab, message_words("cs")) == "TAB"


def test_json_holds_every_part() -> None:
    assert json.loads(as_json([TOO_LONG], CZECH)) == [
        {
            "path": "data/practices/dum.yml",
            "line": 12,
            "column": 5,
            "code": "TEXT_TOO_LONG",
            "severity": "error",
            "field": ["steps", 1, "text", "cs"],
            "label": "Kroky, 2. položka, Text, čeština",
            "message": "Text má 300 znaků, vejde se nejvýše 280. Zkraťte ho.",
            "example": None,
        }
    ]


def test_file_name_cannot_inject_a_command() -> None:
    path = "data/a,line=1::b%0A\n::error::x.yml"
    note = as_github([Problem(path, 1, 1, "UNKNOWN_FILE", values={"name": "a\n::x"})], POLISH)
    escaped = "data/a%2Cline=1%3A%3Ab%250A%0A%3A%3Aerror%3A%3Ax.yml"
    assert note.startswith(f"::error file={escaped},line=1,col=1,title=UNKNOWN_FILE::")
    assert "\n" not in note


def test_warning_is_a_warning() -> None:
    warning = Problem("x", 1, 1, "TAB", severity="warning")
    assert as_github([warning], CZECH).startswith("::warning file=x,")


def test_value_cannot_call_a_placeholder() -> None:
    problem = Problem("x", 1, 1, "UNKNOWN_FIELD", values={"name": "{nearest} {0.__class__}"})
    assert "„{nearest} {0.__class__}“" in sentence(problem, CZECH)


def test_long_value_is_shown_short() -> None:
    assert shown("a\n" * 5000) == "a " * 29 + "a…"


def test_problems_are_sorted_by_place() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
    problems = sorted(Problem(*place, "TAB") for place in places)
    assert [problem.place[:3] for problem in problems] == sorted(places)
