"""The project's own interface words, read without comparing them."""

from collections.abc import Mapping
from pathlib import Path

import yaml

PROJECT = Path(__file__).parent.parent.parent

PROJECT_WORDS: Mapping[str, Mapping[str, str]] = {
    language: yaml.safe_load((PROJECT / "data" / "ui" / f"{language}.yml").read_text("utf-8"))
    for language in ("cs", "pl", "en")
}
