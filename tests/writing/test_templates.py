"""Templates compiled our way print what Jinja's own way prints, and are as strict."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from macros.inspection import TEMPLATES, read_handbook
from macros.model.kinds import KINDS
from macros.options import options
from macros.writing import templates
from macros.writing.templates import environment
from tests.conftest import PROJECT

PARTS = {
    "first": """
{% set signs = ("+", "-") %}
{% macro signed(number) %}
{{ signs[number] }}{{ number }}
{% endmacro %}
{% macro said(view, text, mark="", loud=false) %}
{% if text is none %}
<i>{{ view.word("none") }}</i>
{%- else %}
{{ view.word("field." ~ text) }}{{ mark }}{% if loud %}!{% endif %}
{% endif %}
{% endmacro %}
{% macro all(view, items) %}
{% set count = items | length %}
{% for text in items %}
<li>{{ said(view, text, mark=loop.index ~ "/" ~ count) }}{{ "," if not loop.last }}</li>
{% endfor %}
{% endmacro %}
{% macro deep(view, depth) %}
{{ depth }}{% if depth %}{{ deep(view, depth - 1) }}{% endif %}
{% endmacro %}
""",
    "second": """
{% macro twice(view, text) %}
{{ said(view, text) }}{{ said(view, text, loud=true) }}{{ all(view, (text, none)) }}
{%- endmacro %}
""",
}
PAGES = (
    '{{ said(view, "a<b") }}',
    "{{ said(view, none) }} {{ said(view, text=view.tag, loud=true) }}",
    "{{ twice(view, view.tag) }}{{ twice(view, 'x') }}",
    "{{ deep(view, 3) }}",
    "{{ signed(1) }}{% set signs = 5 %}{{ signed(0) }}",
    "{% for text in (1, 2) %}{{ said(view, text) }}{{ text }}{% endfor %}{{ text is defined }}",
    "{% set said = 1 %}{{ all(view, ('a', 'b')) }}{{ said }}",
    "{% macro all(view, items) %}own {{ items }}{% endmacro %}{{ all(view, 1) }}",
    "{{ said(view, 'a') if view.tag else said(view, 'b') }}",
    "{% set x %}{{ twice(view, 1) }}{% endset %}{{ x }}",
    "{{ view.nothing is defined }}{{ view.html }}{{ view.number }}{{ view.html ~ view.tag }}",
)


class Asked:
    """What a page asks."""

    tag = '"<&>"'
    number = 5
    html = Markup("<b>&amp;</b>")

    def word(self, key: str) -> str:
        return f"'{key}'"


def written(place: Path) -> Path:
    (place / "parts").mkdir()
    for name, text in PARTS.items():
        (place / f"parts/{name}.html.j2").write_text(text, "utf-8")
    for number, text in enumerate(PAGES):
        (place / f"{number}.html.j2").write_text(text, "utf-8")
    return place


def ordinary(place: Path, parts: Iterable[str] = PARTS) -> Environment:
    """The same templates with nothing but Jinja."""
    plain = Environment(
        loader=FileSystemLoader(place),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in parts:
        macros = vars(plain.get_template(f"parts/{name}.html.j2").module)
        plain.globals.update({one: value for one, value in macros.items() if callable(value)})
    return plain


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_pages_come_out_as_jinja_makes_them(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "PARTS", tuple(PARTS))
    place = written(tmp_path)
    name = f"{number}.html.j2"
    expected = ordinary(place).get_template(name).render(view=Asked())
    assert environment(place).get_template(name).render(view=Asked()) == expected


@pytest.mark.parametrize("text", ["{{ view.nothing }}", "{{ said(view) }}", "{{ nothing }}"])
def test_what_is_not_there_is_an_error(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "PARTS", tuple(PARTS))
    page = environment(written(tmp_path)).from_string(text)
    with pytest.raises((AttributeError, UndefinedError)):
        page.render(view=Asked())


def test_real_pages_come_out_as_jinja_makes_them() -> None:
    handbook = read_handbook(options(PROJECT))
    plain = ordinary(TEMPLATES, templates.PARTS)
    for writer in handbook.writers.values():
        slow = dataclasses.replace(writer, templates=plain, memory={})
        for kind, entries in handbook.catalogue.by_kind.items():
            if KINDS[kind].address is not None:
                for id in list(entries)[:2]:
                    assert writer.entry_page(kind, id, "") == slow.entry_page(kind, id, "")
