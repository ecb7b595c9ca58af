"""A reader's question leads to the chapter that says more."""

from pathlib import Path

import pytest
import yaml

from tests.conftest import PROJECT
from tests.html_page import html_page

LANGUAGES = {"cs": "", "pl": "pl/"}
QUESTIONS = sorted((PROJECT / "data/questions").glob("*.yml"))


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.stem)
def test_a_question_leads_to_its_chapters(question: Path, language: str, site: Path) -> None:
    chapters = yaml.safe_load(question.read_text("utf-8"))["chapters"]
    page = html_page(site / LANGUAGES[language] / "questions" / question.stem)
    links = {tag.attributes["href"] for tag in page.found("a") if "article" in tag.within}
    assert chapters
    root = "../../" if language == "cs" else "../../../pl/"
    assert {f"{root}{chapter}/" for chapter in chapters} <= links
