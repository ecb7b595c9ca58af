"""What printed files depend on besides what they show: programs, styles, libraries, typeface."""

import hashlib
from collections.abc import Iterable
from fnmatch import fnmatch
from importlib.metadata import version
from pathlib import Path

from ..cache import digest
from .typeface import Typeface

HERE = Path(__file__).parent
PICTURES = "preview.py"
"""Makes pictures for links, which nothing printed depends on."""


def printing_files(without: Iterable[str] = ()) -> list[Path]:
    """Programs and styles of this room but those whose names are like one of ``without``."""
    files = sorted([*HERE.rglob("*.py"), *HERE.rglob("*.css")])
    names = (PICTURES, *without)
    return [file for file in files if not any(fnmatch(file.name, name) for name in names)]


def fingerprint(project: Path, files: Iterable[Path], libraries: Iterable[str]) -> str:
    """Changes with any of the files, the libraries' versions and the typeface."""
    parts = [hashlib.blake2b(file.read_bytes()).hexdigest() for file in files]
    versions = [version(library) for library in libraries]
    return digest(*parts, *versions, *Typeface(project).fingerprint)
