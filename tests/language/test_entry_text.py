"""Strangers' texts become HTML that can do nothing but be read."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import commonmark, entry_text
from macros.language.certain_markup import CertainMarkup

from .languages import LOCALES, cases, resolve, shown

CS = LOCALES["cs"]
TAGS = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code"}
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *(
                "<script>",
                "<img src=x onerror=alert(1)>",
                "](javascript:alert(1))",
                "[a",
                "](",
                ")",
            ),
            *("https://e.example", "entry:x", "<", ">", '"', "'", "&", "\\", "`", "**", "_", "!["),
            *("\n", "\n\n", "- ", "1. ", "> ", "    ", "&#106;", "\x00", "\x01", "//", "onclick="),
        ]
    )
    | st.text(max_size=5)
).map("".join)
MARKED = st.lists(
    st.sampled_from(
        [
            *(
                "v",
                "domě",
                "a.",
                "A",
                "5.",
                "1.",
                "září",
                "23",
                "(",
                ")",
                "!",
                ",",
                "...",
                "-",
                "–",
            ),
            *(
                " ",
                " ",
                " ",
                "\n",
                "\n\n",
                "\n- ",
                "\n\n- ",
                "\n1. ",
                "\u00a0",
                "  \n",
                "&",
                '"',
                "]",
            ),
            *("*", "**", "*domě*", "**v domě**", "* ", "_", "[a](entry:b)", "[slova](entry:neni)"),
            *("[kroky](entry:practice/dum-23-bytu#steps)", "[v *domě*](entry:x)", "![a](entry:b)"),
        ]
    ),
    max_size=12,
).map("".join)
UNMARKED = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\\`*_[<"))


class Live(HTMLParser):
    """Collects tags and attributes as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


def assert_harmless(html: str) -> None:
    live = Live(html)
    assert set(live.tags) <= TAGS
    for tag, name, value in live.attributes:
        if (tag, name) == ("a", "href"):
            assert value.lower().startswith("https://") or value == "/practices/dum-23-bytu/#steps"
        elif (tag, name) == ("ol", "start"):
            assert value.isdigit()
        else:
            assert (tag, name, value) == ("a", "rel", "external noopener")


@pytest.mark.parametrize("text", cases("foreign_markup"))
def test_attack_stays_text(text: str) -> None:
    assert_harmless(CS.block(text, resolve))
    assert_harmless(CS.line(text, resolve))


@given(text=FRAGMENTS)
def test_no_mixture_of_markup_does_harm(text: str) -> None:
    assert_harmless(CS.block(text, resolve))
    assert_harmless(CS.line(text, resolve))
    CS.plain(text)
    CS.entry_links(text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//e.example", "http://e.example", '/"onclick="x']
)
def test_odd_address_from_the_catalogue_does_no_harm(address: str) -> None:
    live = Live(CS.block("[dům](entry:dum)", lambda _: address))
    expected = [("a", "href", address)] if address.startswith('/"') else []
    assert live.attributes == expected


@given(text=UNMARKED)
def test_quick_way_and_full_way_agree(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = [CS.block(text, resolve), CS.line(text, resolve), CS.plain(text)]
        patch.setattr(entry_text, "_MARKUP", re.compile(""))
        assert quick == [CS.block(text, resolve), CS.line(text, resolve), CS.plain(text)]


def parsed(text: str) -> str:
    """The text as the parser and the wall write it, whatever it holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CertainMarkup, "block", lambda *_: None)
        return CS.block(text, resolve)


@given(text=FRAGMENTS | MARKED)
def test_certain_markup_reads_as_the_parser_reads_it(text: str) -> None:
    assert CS.block(text, resolve) == parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "v *domě* (**tady**), *tam*.\n\n- a\n- *b*\n\nZa [kroky](entry:practice/dum-23-bytu#steps)",
        "řádek\nza řádkem & [nikam](entry:neni)!\n\n\ndál",
        "- jeden",
    ],
)
def test_common_markup_needs_no_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = parsed(text)
    monkeypatch.setattr(commonmark.ContributorsCommonMark, "parse", None)
    assert CS.block(text, resolve) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dům u lípy", "<p>Dům u~lípy</p>"),
        ("# Nadpis", "<p># Nadpis</p>"),
        ("v\ndomě", "<p>v~domě</p>"),
        ("v **domě** s 23 *byty*", "<p>v~<strong>domě</strong> s~23~<em>byty</em></p>"),
        ('"**Dům** a *"lípa"*"', "<p>„<strong>Dům</strong> a~<em>‚lípa‘</em>“</p>"),
        ('Napište `a "b" - c`', '<p>Napište <code>a "b" - c</code></p>'),
        ("5. ledna jsme začali", "<p>5.~ledna jsme začali</p>"),
        ("Trvá od\n1. 9. 2023", "<p>Trvá od 1.~9.~2023</p>"),
        ("- 5. ledna", "<ul>\n<li>5.~ledna</li>\n</ul>"),
        ("3. krok\n4. krok", '<ol start="3">\n<li>krok</li>\n<li>krok</li>\n</ol>'),
        ("> citát", "<blockquote>\n<p>citát</p>\n</blockquote>"),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("a &amp; <b>", "<p>a~&amp;amp; &lt;b&gt;</p>"),
        ("![Lidé *u* stolu](https://e.example/x.png)", "<p>Lidé u~stolu</p>"),
        ("[kroky](entry:practice/dum-23-bytu#steps)", "<p>{entry}kroky</a></p>"),
        ("[kroky](Entry:practice/dum-23-bytu#steps)", "<p>{entry}kroky</a></p>"),
        ("[kroky **a** dům](entry:neni)", "<p>kroky <strong>a</strong>~dům</p>"),
        ("[slova]()", "<p>slova</p>"),
        ('[web](https://e.example "titulek")', "<p>{web}web</a></p>"),
        ("<https://e.example>", "<p>{web}https://e.example</a></p>"),
        ("[web](http://e.example)", "<p>[web](http://e.example)</p>"),
        ("[my](mailto:a@e.example)", "<p>[my](mailto:a@e.example)</p>"),
        ("   ", ""),
    ],
)
def test_block_reads_as_meant(text: str, expected: str) -> None:
    entry = '<a href="/practices/dum-23-bytu/#steps">'
    web = '<a href="https://e.example" rel="external noopener">'
    html = shown(CS.block(text, resolve)).strip()
    assert html == expected.replace("{entry}", entry).replace("{web}", web)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5. ledna\n  v domě", "5.~ledna v~domě"),
        ("- v *domě*", "- v~<em>domě</em>"),
        ("[kroky](entry:neni)", "kroky"),
    ],
)
def test_line_has_no_blocks(text: str, expected: str) -> None:
    assert shown(CS.line(text, resolve)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dům <b> & zahrada", "Dům <b> & zahrada"),
        ("První *odstavec*.\n\n- v [domě](entry:x)\n- `kód`", "První odstavec. v~domě kód"),
        ('Řekl\\\n"**ano**"', "Řekl „ano“"),
    ],
)
def test_plain_text_has_words_only(text: str, expected: str) -> None:
    assert shown(CS.plain(text)) == expected


def test_entry_links_are_listed_in_reading_order() -> None:
    text = (
        "[a](entry:b#c)\n\n- ![x](https://e.example) [d](Entry:practice/e) <entry:f> `[g](entry:h)`"
    )
    assert CS.entry_links(text) == ("b#c", "practice/e", "f")
    assert CS.entry_links("bez odkazů") == ()
