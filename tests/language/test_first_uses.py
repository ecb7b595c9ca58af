"""The first use of an abbreviation: what counts as one, and what is left alone."""

import pytest

from macros.language.first_uses import FirstUse, FirstUses


def shown(html: str, *, told: str = "organizing") -> str:
    """The page with every first use in marks; `told` is what explains OSL."""

    def write(use: FirstUse) -> str | None:
        if told in use.words:
            return use.text if not use.changeable else f"<{use.text}>"
        if not use.changeable:
            return None
        return f"<{use.text}, told>" if use.bracketed else f"<{use.text} told>"

    return FirstUses(["OSL", "KPSV+", "KPSV 2021+", "o.p.s."]).written(html, write)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>OSL a OSL</p>", "<p><OSL told> a OSL</p>"),
        ("<p>organizing (OSL) a OSL</p>", "<p>organizing (<OSL>) a OSL</p>"),
        ("<p>model (OSL)</p>", "<p>model (<OSL, told>)</p>"),
        ('<p><a href="x">organizing (OSL)</a> OSL</p>', None),
        ('<p><a href="x">OSL</a> OSL</p>', '<p><a href="x">OSL</a> <OSL told></p>'),
        ("<h2>OSL</h2><p>OSL</p>", "<h2>OSL</h2><p><OSL told></p>"),
        ('<p><span lang="pl">OSL</span> OSL</p>', '<p><span lang="pl">OSL</span> <OSL told></p>'),
        (
            '<li><span class="citation"><cite>OSL</cite> – OSL</span> OSL</li>',
            '<li><span class="citation"><cite>OSL</cite> – OSL</span> <OSL told></li>',
        ),
        ("<p><code>OSL</code> <em>OSL</em></p>", "<p><code>OSL</code> <em><OSL told></em></p>"),
        ('<p title="OSL">NOSL OSL1 OSL.</p>', '<p title="OSL">NOSL OSL1 <OSL told>.</p>'),
        ("<p>KPSV+ a KPSV\u00a02021+</p>", "<p><KPSV+ told> a <KPSV\u00a02021+ told></p>"),
        ("<p>obce, o.p.s., spolky</p>", "<p>obce, <o.p.s. told>, spolky</p>"),
        ("<p>nic</p>", None),
        ("OSL", "<OSL told>"),
    ],
)
def test_cases(html: str, expected: str | None) -> None:
    assert shown(html) == (expected or html)


def test_what_stands_far_away_explains_nothing() -> None:
    far = " ".join(["slovo"] * 60)
    assert "<OSL told>" in shown(f"<p>organizing {far} OSL</p>")
    assert "<OSL told>" in shown(f'<p title="organizing">OSL {far} organizing</p>')


def test_without_abbreviations_nothing_changes() -> None:
    assert FirstUses([]).written("<p>OSL</p>", lambda use: "x") == "<p>OSL</p>"
