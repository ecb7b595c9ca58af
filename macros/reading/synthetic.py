"""Made-up data for measuring bear a mark, and never stand among the handbook's own."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.model.synthetic import Synthetic

from .folder import Folder
from .problem import Problem, shown_path
from .yaml_file import read_document

MARKER = "synthetic.yml"
"""The file that tells a folder of made-up data from a handbook's own."""
PREFIX = "synth-"
"""How the id of every made-up entry begins."""


def read_synthetic(
    root: Path, folders: Mapping[str, Folder], project_root: Path
) -> tuple[Synthetic | None, tuple[Problem, ...]]:
    """The mark of the data in ``root``, None where they are real; and what is in a wrong place.

    A mark in the project's own data/ allows nothing: that is the folder releases are made from.
    """
    own = root.resolve() == (project_root / "data").resolve()
    path = root / MARKER
    if not path.exists():
        return None, tuple(_strays(folders))
    if own:
        marked = Problem(shown_path(path, project_root), 1, 1, "SYNTHETIC_DATA")
        return None, (marked, *_strays(folders))
    reading = read_document(path, Synthetic, project_root=project_root)
    return reading.value, reading.problems


def _strays(folders: Mapping[str, Folder]) -> Iterator[Problem]:
    for folder in folders.values():
        for file in folder.files:
            if file.stem.startswith(PREFIX):
                yield Problem(file.shown, 1, 1, "SYNTHETIC_ENTRY", values={"value": file.stem})
