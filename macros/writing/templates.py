"""The templates: HTML stands there and nowhere else."""

from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from markupsafe import Markup

from .direct_code import DirectCode, printed
from .inlining import Inlining
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
    "choosing",
    "pictures",
)
"""In this order: a part may use the macros of those before it."""


SAME_ON_ALL_PAGES = frozenset(
    {"link", "source_row", "evidence", "unknown", "label_fact", "sheet_to_print"}
)
"""Macros whose outcome depends on their arguments, the language and the way to the root only."""


CALLED_PARTS = frozenset({"sheet"})
"""Their macros are many and call each other often, on few pages."""


class Compiled(Environment):
    """Templates with the macros of ``parts/`` put in the place of their calls."""

    code_generator_class = DirectCode
    printed = staticmethod(printed)

    def __init__(self, folder: Path) -> None:
        self._sources = FileSystemLoader(folder)
        self._inlining = Inlining(SAME_ON_ALL_PAGES)
        self._loaded: dict[str, Template] = {}
        super().__init__(
            loader=self._sources,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
        )

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return self._inlining.inlined(super()._parse(source, name, filename))

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:
        """Jinja's own cache asks the disk's loader and takes a lock for every page."""
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super()._load_template(name, globals)
        elif globals:
            template.globals.update(globals)
        return template

    def make_globals(self, d: Any) -> Any:
        """The same for all templates: a chain of them would be copied link by link each time."""
        return self.globals if d is None else super().make_globals(d)

    def learn(self, part: str) -> None:
        """Know the macros of a part from now on."""
        source, path, _ = self._sources.get_source(self, part)
        self._inlining.learn(super()._parse(source, part, path))


def environment(folder: Path) -> Environment:
    """Templates below ``folder``, autoescaped; the macros of ``parts/`` are known everywhere."""
    templates = Compiled(folder)
    for part in PARTS:
        name = f"parts/{part}.html.j2"
        module = templates.get_template(name).module
        templates.globals.update(
            {
                name: _remembering(name, value) if name in SAME_ON_ALL_PAGES else value
                for name, value in vars(module).items()
                if callable(value)
            }
        )
        if part not in CALLED_PARTS:
            templates.learn(name)
    return templates


def _remembering(name: str, macro: Callable[..., Markup]) -> Callable[..., Markup]:
    def remembered(view: View, *arguments: Any) -> Markup:
        """Any: what templates pass on, ids and words."""
        return view.remembered((name, *arguments), lambda: macro(view, *arguments))

    return remembered
