"""What everything kept between runs depends on, whatever else it is made from."""

import sys
from importlib.metadata import version
from pathlib import Path

from .cache import digest

LIBRARIES = (
    "Babel",
    "Jinja2",
    "MarkupSafe",
    "Pillow",
    "PyYAML",
    "XlsxWriter",
    "markdown-it-py",
    "nh3",
    "phonenumbers",
    "pydantic",
    "python-stdnum",
)
"""Those whose new version may give another page, or another table, for the same entry."""


def house_mark(project: Path) -> str:
    """A fingerprint of our code, our templates, Python and the libraries behind them."""
    house = project / "macros"
    files = sorted([*house.rglob("*.py"), *house.rglob("*.j2")])
    parts = [part for file in files for part in (str(file.relative_to(house)), file.read_bytes())]
    return digest(sys.version, *(version(name) for name in LIBRARIES), *parts)
