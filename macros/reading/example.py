"""A right line for one field, made from what the field may hold."""

import math
import re

from macros.model.context import Context

from .mending import line_of
from .problem import FieldPath
from .scalars import plain_value
from .shape import Shape, shape_of

_SAMPLES = (
    "cs",
    "12-15",
    "1.0",
    "KA1",
    "978-80-7367-000-0",
    "https://example.org/",
    "zdroj_1.txt",
    "0123456789abcdef",
    "nazev-1",
    "dvur.jpg",
)
"""Texts of the forms that fields ask for; the first that fits a field's pattern is shown."""
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./-]*(?::[A-Za-z0-9_./-]+)*")


def example_line(
    path: FieldPath, shape: Shape | None, context: Context | None, chosen: str | None = None
) -> str | None:
    """The line (or lines) to write for ``path``; ``chosen`` is the value to use, if known."""
    if shape is None or not path:
        return None
    if chosen is not None:
        return line_of(path, word(chosen))
    if shape.sort == "list" and shape.item is not None:
        item = value_of(shape.item, context)
        items = "\n".join(f"  - {item}" for _ in range(max(1, shape.shortest)))
        return None if item is None else f"{path[-1]}:\n{items}"
    if shape.sort == "fields" and shape.model is not None and isinstance(path[-1], str):
        lines = "\n".join(f"  {name}: {value}" for name, value in _needed(shape, context))
        return f"{path[-1]}:\n{lines}"
    value = value_of(shape, context)
    return None if value is None else line_of(path, value)


def value_of(shape: Shape, context: Context | None) -> str | None:
    """A right value on one line, in YAML."""
    languages = context.languages if context else ("cs", "pl")
    if shape.sort == "text":
        return _each(languages, '"…"')
    if shape.sort == "words":
        return _each(languages, '["…"]')
    if shape.sort == "list" and shape.item is not None:
        item = value_of(shape.item, context)
        return f"[{', '.join([item or '…'] * max(1, shape.shortest))}]"
    if shape.sort == "table" and shape.item is not None:
        return f"{{name: {value_of(shape.item, context)}}}"
    if shape.sort == "alternatives":
        return value_of(next(iter(shape.alternatives.values())), context)
    if shape.sort == "fields":
        return "{" + ", ".join(f"{name}: {value}" for name, value in _needed(shape, context)) + "}"
    return _single(shape, context)


def word(text: str) -> str:
    """``text`` in YAML: in quotes unless every reader takes it for text without them."""
    if text in ("true", "false") or (_PLAIN.fullmatch(text) and type(plain_value(text)) is str):
        return text
    return f'"{text}"'


def _single(shape: Shape, context: Context | None) -> str | None:
    if shape.sort == "choice":
        return word(next(iter(context.vocabulary.get(shape.name, ())), "…") if context else "…")
    if shape.sort == "reference":
        kind = context.kind if context and shape.name == "own" else shape.name
        return min(context.ids.get(kind, ()), default="nazev") if context else "nazev"
    if shape.sort == "literal":
        return word(shape.values[0])
    if shape.sort in ("whole_number", "number"):
        return str(math.ceil(max(shape.minimum or 1, 1)))
    if shape.sort == "line":
        if shape.pattern is not None:
            fitting = (text for text in _SAMPLES if re.search(str(shape.pattern), text))
            return word(next(fitting, "…"))
        return f'"{"…" * max(1, shape.shortest)}"'
    return {"day": "2026-03-01", "when": "2026-03", "yes_no": "true"}.get(shape.sort)


def _needed(shape: Shape, context: Context | None) -> list[tuple[str, str]]:
    """Names and values of the fields without which the value would be refused."""
    if shape.model is None:
        return []
    fields = shape.model.model_fields
    names = [name for name, field in fields.items() if field.is_required()] or list(fields)[:1]
    return [
        (name, value_of(shape_of(fields[name].annotation, tuple(fields[name].metadata)), context)
         or "…")
        for name in names
    ]  # fmt: skip


def _each(languages: tuple[str, ...], value: str) -> str:
    return "{" + ", ".join(f"{word(language)}: {value}" for language in languages) + "}"
