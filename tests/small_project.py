"""A project with the real templates, words and settings, and only the entries a test needs."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conftest import PROJECT

SOURCE = {
    "source_language": "cs",
    "updated": "2026-03-01",
    "original_title": "Zpráva o domě",
    "type": "webpage",
    "language": "cs",
    "read": "whole",
}
GOAL = {
    "source_language": "cs",
    "updated": "2026-03-01",
    "title": {"cs": "Sousedství", "pl": "Sąsiedztwo"},
    "framework": "cz",
    "order": 1,
    "sources": ["zdroj"],
}
PRACTICE = {
    "source_language": "cs",
    "updated": "2026-03-02",
    "title": {"cs": "Dům", "pl": "Dom"},
    "summary": {"cs": "Lidé se scházejí.", "pl": "Ludzie się spotykają."},
    "country": "CZ",
    "goals": ["sousedstvi"],
    "situation": None,
    "results": None,
    "evidence": "self_reported",
    "limits": None,
    "sources": ["zdroj"],
    "consent": {"basis": "published_source", "anonymised": True},
}
HOME = """---
title: Domov
description: A page that a test builds.
render_macros: true
---

# Domov

%s {{ no_claim() }}
"""

LED_TO = ("contribute", "change", "report")
"""Pages of prose to which every page of an entry leads."""

Entry = Mapping[str, Any]
"""Any: what a YAML file can hold."""


def small_project(folder: Path, practices: Mapping[str, Entry], prose: str = "") -> Path:
    """A project with these practices, a goal and a source; ``prose`` stands on its home page."""
    folder.mkdir(parents=True)
    for name in ("macros", "overrides"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, folder / name, ignore=ignored)
    shutil.copy(PROJECT / "pyproject.toml", folder)
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    menu = re.compile(r"^nav:\n(?:  .*\n)+", re.MULTILINE)
    assert menu.search(settings)
    (folder / "mkdocs.yml").write_text(menu.sub("nav:\n  - index.md\n", settings), "utf-8")
    for name in ("ui", "vocabulary", "language", "privacy"):
        shutil.copytree(PROJECT / "data" / name, folder / "data" / name)
    (folder / "data" / "privacy" / "exceptions.yml").write_text("exceptions: []\n", "utf-8")
    write_entry(folder, "sources", "zdroj", SOURCE)
    write_entry(folder, "goals", "sousedstvi", GOAL)
    for id, entry in practices.items():
        write_entry(folder, "practices", id, entry)
    for language in ("cs", "pl"):
        home = folder / "docs" / language / "index.md"
        home.parent.mkdir(parents=True)
        home.write_text(HOME % prose, "utf-8")
        for name in LED_TO:
            home.with_name(f"{name}.md").write_text(HOME % "", "utf-8")
    return folder


def write_entry(project: Path, kind: str, id: str, entry: Entry) -> Path:
    """Write one entry's file; JSON is YAML too."""
    path = project / "data" / kind / f"{id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(entry, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path
