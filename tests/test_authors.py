"""The authors' page: every macro explained with a live example, in every language."""

import re
from pathlib import Path

import pytest

from macros.authoring import Authoring
from macros.slots import Slots
from tests.conftest import PROJECT, run
from tests.html_page import html_page, words

LANGUAGES = {"cs": "", "pl": "pl/"}
MACROS = sorted(Authoring(None, Slots()).macros())  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MACROS)
def test_every_macro_has_a_live_example(name: str, language: str) -> None:
    text = (PROJECT / "docs" / language / "authors.md").read_text("utf-8")
    live = re.sub(r"{% raw %}.*?{% endraw %}", "", text, flags=re.DOTALL)
    assert re.search(r"{{ " + name + r"\(", live), f"no live example of {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_the_very_call_that_is_shown(language: str) -> None:
    text = (PROJECT / "docs" / language / "authors.md").read_text("utf-8")
    shown = re.findall(r"{% raw %}({{ .*? }}){% endraw %}", text)
    live = re.sub(r"{% raw %}.*?{% endraw %}", "", text, flags=re.DOTALL)
    assert len(shown) >= len(MACROS) - 1  # term is shown beside link
    assert [call for call in shown if call not in live] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_filled_in(language: str, site: Path) -> None:
    page = html_page(site / LANGUAGES[language] / "authors")
    text = words(page.article)
    assert "slot" not in text
    assert page.found("ul", class_="cards")
    assert page.found("table")
    assert '{{ card("practice/dum-23-bytu") }}' in text


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ('{{ card("practice/dum-24-bytu") }}', "dum-23-bytu"),
        ('{{ cards("practise") }}', "practice"),
        ('{{ text("role/lidr", "descripton") }}', "description"),
        ('{{ choices("evidnce") }}', "evidence"),
        ('{{ nothing("x") }}', "nothing"),
        ("{{ card() }}", "expects"),
        ("{{ 1 / 0 }}", "/"),
        ("{{ link(5) }}", "5"),
        ("{{ link([1]) }}", "1"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "recursion"),
        ('{{ "a" * 10**10 }}', "*"),
        ('{{ "a" | center(10000000000) }}', "center"),
        ('{{ "a".ljust(10000000000) }}', "ljust"),
        ('{% for a in "aaaaaaaaaa" %}{{ a }}{% endfor %}', "for"),
        ('{{ cards("role", framework="oslx") }}', "osl"),
        ('{{ text("project/krnov-spolu-a-smysluplne", "partners") }}', "partners"),
        ("{{ card.__globals__ }}", ""),
        ('{{ link("practice/dum-23-bytu") ', ""),
        ("{% include 'mkdocs.yml' %}", ""),
        ("{{ config.site_dir }}", "config"),
    ],
)
def test_a_wrong_macro_stops_the_build_and_names_the_line(call: str, told: str, copy: Path) -> None:
    page = copy / "docs/cs/about.md"
    text = page.read_text("utf-8")
    line = text.count("\n") + 2
    page.write_text(f"{text}\n{call}\n", "utf-8")
    built = run(["build"], copy, PARTS="pages", LANG="C")
    assert built.status == 1
    assert re.search(rf"docs/cs/about\.md:{line}:1: (MACRO_|NO_SUCH_MACRO)", built.errors)
    assert "Traceback" not in built.errors
    assert told in built.errors
    assert not (copy / "site").exists()
