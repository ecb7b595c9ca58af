"""What readers type and where it should lead them: half for tuning, half held out."""

from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "queries"
LANGUAGES = ("cs", "pl")
ABSENT = "absent"
MISSPELT = "typo"
OTHER_LANGUAGE = "other_language"
EVERYDAY = "everyday"
QUESTION = "question"
GOALS = {
    "exact": 0.98,
    "inflected": 0.98,
    "no_diacritics": 0.98,
    "both": 0.97,
    "two_words": 0.98,
    "abbreviation": 0.98,
    MISSPELT: 0.90,
    OTHER_LANGUAGE: 0.95,
    EVERYDAY: 0.90,
    QUESTION: 0.90,
}
"""Class of queries -> the least share that has a right page among the first five results."""
OWN_WORDS = frozenset({ABSENT, MISSPELT, OTHER_LANGUAGE, EVERYDAY, QUESTION})
"""Classes of queries whose words need not stand on the site."""
ALL = 0.97


@dataclass(frozen=True, slots=True)
class Query:
    """One query; any of ``pages`` is a right answer, none means that there is none."""

    language: str
    sort: str
    text: str
    pages: tuple[str, ...]


def queries(half: str = "*") -> list[Query]:
    """The queries of one part (tuning, held-out, fresh, later, other, third), or all of them."""
    return [
        Query(path.stem.partition("-")[0], sort, line["query"], tuple(line["pages"]))
        for path in sorted(FOLDER.glob(f"*-{half}.yml"))
        for sort, lines in yaml.safe_load(path.read_text("utf-8")).items()
        for line in lines
    ]
