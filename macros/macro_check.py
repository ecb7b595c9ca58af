"""Macros on pages of prose, tried out before the site is built."""

import re
from collections.abc import Iterator
from functools import partial

from .authoring import Authoring
from .macro_errors import MacroError
from .reading.chapter_file import Page
from .reading.memory import Memory
from .reading.nearest import nearest
from .reading.problem import Problem, shown
from .reading.prose import Prose
from .writing.sandbox import ProseError, check_prose, compiled_prose, sandbox

_UNDEFINED = re.compile(r"'(\w+)' is undefined")


def macro_problems(prose: Prose, authoring: Authoring, memory: Memory) -> Iterator[Problem]:
    """Every page whose macros cannot run, with the line."""
    macros = authoring.macros()
    environment = memory.while_same("sandbox", tuple(macros), lambda: sandbox(macros))
    for page in prose.pages:
        if page.chapter.render_macros:
            try:
                template = partial(compiled_prose, page.body, environment)
                run = memory.while_same(f"macros {page.path}", page.body, template)
                check_prose(run, macros)
            except ProseError as problem:
                yield _told(problem, page, authoring)


def _told(error: ProseError, page: Page, authoring: Authoring) -> Problem:
    """What is wrong, in the contributor's words as far as they can be found."""
    place = (page.path, page.body_line + error.line - 1, 1)
    cause = error.__cause__
    if isinstance(cause, MacroError):
        near = {"nearest": cause.nearest} if cause.nearest else {}
        return Problem(*place, "MACRO_VALUE", values={"value": shown(cause.value), **near})
    if missing := _UNDEFINED.search(error.reason):
        names = authoring.macros()
        near_name = nearest(missing[1], names)
        near = {"nearest": near_name} if near_name else {}
        example = f'{{{{ {near_name or "card"}("…") }}}}'
        return Problem(
            *place, "NO_SUCH_MACRO", values={"value": missing[1], **near}, example=example
        )
    if isinstance(cause, TypeError):
        example = '{{ card("practice/dum-23-bytu") }}'
        return Problem(*place, "MACRO_ARGUMENTS", example=example)
    values = {"reason": shown(error.reason, 160)}
    example = '{{ card("practice/dum-23-bytu") }}'
    return Problem(*place, "MACRO_FAILED", values=values, example=example)
