"""One YAML file → a document, or a value of a model; for every room that keeps data."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros.model.context import Context

from .document import Document, read_document_text
from .file_text import ENTRY_SIZE, SITE_SIZE, FileBytes, read_bytes
from .problem import shown_path
from .validation import Reading, validate

M = TypeVar("M", bound=BaseModel)

ENTRY_NODES = 3000
"""Values in one entry; the largest worksheet we know has a third of it."""
SITE_NODES = 60_000


def read_yaml(path: Path | str, shown: str, *, whole_site: bool = False) -> tuple[str, Document]:
    """Raw text and document of a file; ``shown`` is the path that problems name.

    ``whole_site``: the file serves the whole site and may be larger than an entry.
    """
    raw = read_bytes(path, shown, SITE_SIZE if whole_site else ENTRY_SIZE)
    return yaml_of(raw, shown, SITE_NODES if whole_site else ENTRY_NODES)


def yaml_of(raw: FileBytes, shown: str, most_nodes: int = ENTRY_NODES) -> tuple[str, Document]:
    """Raw text and document of what was read of a file."""
    file = raw.text(shown)
    if file.text is None:
        return "", Document(None, {}, {}, file.problems)
    document = read_document_text(file.text, shown, most_nodes=most_nodes)
    if file.problems:
        document = replace(document, problems=file.problems + document.problems)
    return file.text, document


def read_document(
    path: Path,
    model: type[M],
    context: Context | None = None,
    *,
    project_root: Path,
    whole_site: bool = True,
) -> Reading[M]:
    """The file as a ``model``; ``value`` is None when there are problems. Raises nothing."""
    shown = shown_path(path, project_root)
    _, document = read_yaml(path, shown, whole_site=whole_site)
    return validate(document, model, context, shown)
