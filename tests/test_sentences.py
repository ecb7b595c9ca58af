"""Sentences of the chapters are short: up to 20 words as a rule, official names allowed for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

RULE = 20
LONGEST = 27
MAY_EXCEED = 0.03
"""Share of sentences over the rule: those that official names make longer."""

NOT_PROSE = re.compile(r"```.*?```|\{\{.*?\}\}|\{%.*?%\}|\{ #.*?\}|`[^`]*`", re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
END = re.compile(r"(?<=[.!?:;])\s+(?=[„*A-ZĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽ])")
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[-|#]|\d+\.)")


def sentences(path: Path) -> Iterator[str]:
    body = path.read_text("utf-8").split("---", 2)[2]
    prose = LINK.sub(r"\1", NOT_PROSE.sub("", body))
    for paragraph in PARAGRAPH.split(prose):
        if not paragraph.lstrip().startswith(("#", "|", "<")):
            yield from END.split(" ".join(paragraph.split()))


@pytest.mark.parametrize("language", ["cs", "pl"])
def test_sentences_are_short(language: str) -> None:
    lengths = {
        sentence: len(re.findall(r"\w+", sentence))
        for path in sorted((PROJECT / "docs" / language).glob("*.md"))
        for sentence in sentences(path)
    }
    assert len(lengths) > 500
    assert [sentence for sentence, words in lengths.items() if words > LONGEST] == []
    over = [sentence for sentence, words in lengths.items() if words > RULE]
    assert len(over) / len(lengths) <= MAY_EXCEED, over
