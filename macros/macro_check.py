"""Macros on pages of prose, tried out before the site is built."""

from collections.abc import Iterator

from .authoring import Authoring
from .reading.problem import Problem, shown
from .reading.prose import Prose
from .writing.sandbox import ProseError, check_prose, sandbox


def macro_problems(prose: Prose, authoring: Authoring) -> Iterator[Problem]:
    """Every page whose macros cannot run, with the line."""
    environment = sandbox(authoring.macros())
    for page in prose.pages:
        if not page.chapter.render_macros:
            continue
        try:
            check_prose(page.body, environment)
        except ProseError as problem:
            line = page.body_line + problem.line - 1
            values = {"reason": shown(problem.reason, 160)}
            yield Problem(page.path, line, 1, "MACRO_FAILED", values=values)
