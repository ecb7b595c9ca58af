"""Macros on pages of prose run in a sandbox that knows the macros and nothing else."""

from collections.abc import Callable, Mapping
from typing import NoReturn

from jinja2 import StrictUndefined, Template
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.nodes import For
from jinja2.sandbox import ImmutableSandboxedEnvironment


class ProseError(Exception):
    """A page of prose cannot be rendered; ``line`` counts from the start of its text."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class Sandbox(ImmutableSandboxedEnvironment):
    """Prose calls macros and nothing else: arithmetic and methods could fill the memory."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def call_binop(self, _: object, operator: str, __: object, ___: object) -> NoReturn:
        raise SecurityError(f"{operator} is not for pages of prose")

    def is_safe_attribute(self, _: object, __: str, ___: object) -> bool:
        return False


def sandbox(macros: Mapping[str, Callable[..., str]]) -> Sandbox:
    """An environment that cannot reach Python, files or settings; only ``macros``."""
    environment = Sandbox(undefined=StrictUndefined)
    for offered in (environment.globals, environment.filters, environment.tests):
        offered.clear()
    environment.globals.update(macros)
    return environment


def compiled_prose(text: str, environment: Sandbox) -> Template:
    """A page ready to be run. Raises ProseError with the line on which its syntax is wrong."""
    try:
        if loop := environment.parse(text).find(For):
            raise TemplateSyntaxError("for is not for pages of prose", loop.lineno)
        return environment.from_string(text)
    except Exception as problem:  # whatever a template can bring about, the author is told
        raise ProseError(_line_of(problem), str(problem)) from problem


def check_prose(page: Template, macros: Mapping[str, Callable[..., str]]) -> None:
    """Run the macros of a page and throw the result away.

    Raises ProseError with the line on which a macro or a name is wrong.
    """
    try:
        page.render(macros)
    except Exception as problem:  # whatever a template can bring about, the author is told
        raise ProseError(_line_of(problem), str(problem)) from problem


def _line_of(problem: BaseException) -> int:
    line = getattr(problem, "lineno", None)
    if isinstance(line, int):
        return line
    found = 1
    traceback = problem.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == "<template>":
            found = traceback.tb_lineno
        traceback = traceback.tb_next
    return found
