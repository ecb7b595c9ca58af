"""The templates: HTML stands there and nowhere else."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PARTS = ("text", "links", "sources", "facts", "ladder", "figures", "cards", "sheet", "page_head")
"""In this order: a part may use the macros of those before it."""


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
    for part in PARTS:
        module = templates.get_template(f"parts/{part}.html.j2").module
        templates.globals.update(
            {name: value for name, value in vars(module).items() if callable(value)}
        )
    return templates
