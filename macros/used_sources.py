"""Which pages of prose name which sources, and sources that nobody names."""

import re
from collections.abc import Iterator, Mapping

from .catalogue import Catalogue
from .reading.problem import Problem
from .reading.prose import Prose

_CALL = re.compile(r"\{\{\s*sources?\(([^)]*)\)\s*\}\}")
_ID = re.compile(r"[\"']([a-z0-9-]+)[\"']")
_LINK = re.compile(r"\]\(entry:source/([a-z0-9-]+)")


def chapters_by_source(prose: Prose) -> dict[str, tuple[str, ...]]:
    """Id of a source -> names of the pages that name it, each once, in any language."""
    named: dict[str, dict[str, None]] = {}
    for page in prose.pages:
        ids = [id for arguments in _CALL.findall(page.body) for id in _ID.findall(arguments)]
        for id in (*ids, *_LINK.findall(page.body)):
            named.setdefault(id, {})[page.name] = None
    return {id: tuple(names) for id, names in named.items()}


def unused_source_problems(
    catalogue: Catalogue, chapters: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    """A problem for every source that no entry and no page of prose names."""
    for source in catalogue.entries("source"):
        if not catalogue.users("source", source.id) and source.id not in chapters:
            path = catalogue.files["source", source.id]
            example = f"sources: [{source.id}]"
            yield Problem(path, 1, 1, "UNUSED_SOURCE", values={"value": source.id}, example=example)
