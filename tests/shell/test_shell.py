"""A page of marks is cut into pieces, and what comes out is what a template would print."""

import html

import pytest

from macros.shell.marks import bare_mark, id_mark, mark
from macros.shell.shell import ITEMS, Unsplittable, split

HARD = "Dům & <b>\"dvůr\"</b> 'x' {{ y }} {% z %} %s %(a)s \\ \\1 \u00a0 žluť"


def page(title: str, body: str, id: str, topics: list[tuple[str, str]]) -> str:
    """What a theme may do with a page: escape, repeat, list."""
    items = "".join(
        f'<li><a href="#{anchor}" title="{html.escape(topic)}">{html.escape(topic)}</a></li>\n'
        for anchor, topic in topics
    )
    listed = f"<ul>\n{items}</ul>" if topics else ""
    return (
        f"<title>{html.escape(title)} 100 %</title><a href='/x/{id}/'>{title}</a>"
        f"<nav>{listed}</nav><article>{body}</article><footer>{html.escape(title)}</footer>"
    )


def marked(topics: int = ITEMS) -> str:
    items = [(mark("ANCHOR", number), mark("TOPIC", number)) for number in range(topics)]
    return page(mark("TITLE"), bare_mark("BODY"), id_mark(), items)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 40])
@pytest.mark.parametrize("title", ["Dům", HARD, "", "x" * 10_000, mark("TITLE"), "Xq7TITLEq"])
def test_a_filled_shell_is_what_the_theme_prints(title: str, count: int) -> None:
    topics = [(f"a{number}", f"{title} {number}") for number in range(count)]
    values = {"TITLE": title, "BODY": f"<h1>{title}</h1>\n", "ID": "dum-23"}
    items = [{"ANCHOR": anchor, "TOPIC": topic} for anchor, topic in topics]
    filled = split(marked()).filled(values, items).decode("utf-8")
    assert filled == page(title, f"<h1>{title}</h1>\n", "dum-23", topics)


def test_a_page_without_contents_has_a_shell_of_its_own() -> None:
    filled = split(marked(topics=0)).filled({"TITLE": HARD, "BODY": "", "ID": "a"}, [])
    assert filled.decode("utf-8") == page(HARD, "", "a", [])


@pytest.mark.parametrize(
    "broken",
    [
        marked().replace("Xq7TITLE", "xq7title", 1),
        marked().replace("&#x27;", "’", 1),
        marked().replace("Xq7", "", 1),
        marked().replace('<li><a href="#Xq7ANCHOR1', '<li class="second"><a href="#Xq7ANCHOR1'),
        marked().replace("Xq7TOPIC2q", "Xq7TOPIC1q", 1),
        page("x", id_mark().upper(), "x", []),
        marked(topics=2),
    ],
    ids=[
        *("capitals", "another quote", "no beginning", "items that differ", "items that repeat"),
        *("id in capitals", "too few items"),
    ],
)
def test_what_a_theme_does_otherwise_is_refused(broken: str) -> None:
    with pytest.raises(Unsplittable):
        split(broken)
