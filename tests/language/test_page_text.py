"""Typography in finished HTML: sentences are set, tags and code are not."""

import pytest

from macros.language.page_text import typeset_html
from macros.language.typography import Typesetter
from tests.language.languages import rules_of

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("language", "html", "expected"),
    [
        ("cs", "<p>v domě</p>", f"<p>v{SPACE}domě</p>"),
        ("cs", "<p>v <strong>domě</strong></p>", f"<p>v{SPACE}<strong>domě</strong></p>"),
        ("cs", "<p>v</p><p>domě</p>", "<p>v</p><p>domě</p>"),
        ("cs", '<p>"Ahoj" &amp; "čau"</p>', "<p>„Ahoj“ &amp; „čau“</p>"),
        ("pl", '<p>"Cześć"</p>', "<p>„Cześć”</p>"),
        ("cs", '<p><code>"v x"</code> v bytě</p>', f'<p><code>"v x"</code> v{SPACE}bytě</p>'),
        ("cs", "<pre><code>k a</code></pre>", "<pre><code>k a</code></pre>"),
        ("cs", '<a title="v &quot;x&quot;" href="v a">k a</a>', None),
        ("pl", "<p>64 % osób</p>", "<p>64% osób</p>"),
        ("cs", "<p>1 &lt; 2 a <em>3</em></p>", f"<p>1 &lt; 2 a{SPACE}<em>3</em></p>"),
    ],
)
def test_cases(language: str, html: str, expected: str | None) -> None:
    expected = expected or f'<a title="v &quot;x&quot;" href="v a">k{SPACE}a</a>'
    once = typeset_html(html, Typesetter(rules_of(language)))
    assert once == expected
    assert typeset_html(once, Typesetter(rules_of(language))) == once
