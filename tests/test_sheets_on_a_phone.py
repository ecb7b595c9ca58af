"""Worksheets on a phone: tables scroll, and no word is broken to make a column narrower."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

BROKEN = """() => {
  const found = [], range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    for (const word of text.data.matchAll(/[\\p{L}\\p{N}]{4,}/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("language", ["", "pl/"])
def test_no_word_is_broken(
    language: str, site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    sheets = sorted(page.parent.name for page in (site / language / "worksheets").glob("*/*.html"))
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    page = context.new_page()
    broken = {}
    for sheet in sheets:
        page.goto(f"{served(site)}/{language}worksheets/{sheet}/")
        assert page.locator(".sheet").count() > 0
        broken[sheet] = page.evaluate(BROKEN)
    context.close()
    assert broken == {sheet: [] for sheet in sheets}
    assert broken != {}
