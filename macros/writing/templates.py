"""The templates: HTML stands there and nowhere else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from .view import View

Templates: TypeAlias = Environment
"""For rooms that do not know Jinja."""

PARTS = (
    "text",
    "signs",
    "links",
    "sources",
    "facts",
    "ladder",
    "figures",
    "cards",
    "sheet",
    "downloads",
    "page_head",
    "pictures",
)
"""In this order: a part may use the macros of those before it."""


SAME_ON_ALL_PAGES = frozenset({"link", "source_row", "evidence", "unknown", "label_fact"})
"""Macros whose outcome depends on their arguments, the language and the way to the root only."""


class PlainContext(Context):
    """Calls what a template calls, without asking first whether it wants the context.

    Nothing of ours does, and the question took a sixth of a page's time.
    """

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Any: as Jinja declares it; the underscores keep the arguments' names free."""
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        if type(__obj) is Macro:
            return __obj(__self.eval_ctx, *args, **kwargs)
        return __obj(*args, **kwargs)


def environment(folder: Path) -> Environment:
    """Templates below ``folder``, autoescaped; the macros of ``parts/`` are known everywhere."""
    templates = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    templates.context_class = PlainContext
    for part in PARTS:
        module = templates.get_template(f"parts/{part}.html.j2").module
        templates.globals.update(
            {
                name: _remembering(name, value) if name in SAME_ON_ALL_PAGES else value
                for name, value in vars(module).items()
                if callable(value)
            }
        )
    return templates


def _remembering(name: str, macro: Callable[..., Markup]) -> Callable[..., Markup]:
    def remembered(view: View, *arguments: Any) -> Markup:
        """Any: what templates pass on, ids and words."""
        return view.remembered((name, *arguments), lambda: macro(view, *arguments))

    return remembered
