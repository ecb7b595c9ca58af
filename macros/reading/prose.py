"""The handbook's chapters: Markdown files, the same names in every language."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .chapter_file import Page, read_page
from .claims import claim_problems
from .file_name import plain_name
from .problem import Problem, shown_path

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Prose:
    """The pages of all languages, in the order of their names, and all problems."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]


def read_prose(root: Path, languages: tuple[str, ...], *, project_root: Path) -> Prose:
    """All ``<language>/**/*.md`` in the folder ``root``. Raises nothing."""
    pages: list[Page] = []
    problems: list[Problem] = []
    names: dict[str, dict[str, str]] = {}
    for language in languages:
        for path in _markdown_files(root / language):
            shown = shown_path(path, project_root)
            name = path.relative_to(root / language).with_suffix("").as_posix()
            problems += _name_problems(path, root / language, shown)
            page, found = read_page(path, language, name, shown)
            problems += found
            names.setdefault(name, {})[language] = shown
            if page is not None:
                pages.append(page)
                problems += claim_problems(page)
    problems += _missing_counterparts(names, languages)
    for path in sorted(root.glob("*.md")):
        values = {"name": path.name, "expected": ", ".join(f"docs/{one}/" for one in languages)}
        problems.append(
            Problem(shown_path(path, project_root), 1, 1, "OUTSIDE_LANGUAGES", values=values)
        )
    return Prose(tuple(pages), tuple(sorted(problems)))


def _markdown_files(folder: Path) -> Iterator[Path]:
    """Sorted; folders that are symlinks are not entered, symlinks to files are refused later."""
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted([*files, *folders]):
            if name.endswith(".md"):
                yield Path(parent, name)


def _name_problems(path: Path, folder: Path, shown: str) -> Iterator[Problem]:
    parts = path.relative_to(folder).with_suffix("").parts
    for part in parts:
        if not _NAME.fullmatch(part):
            right = "/".join(plain_name(name) for name in parts) + ".md"
            values = {"name": "".join(sign if sign.isprintable() else "?" for sign in part)}
            yield Problem(shown, 1, 1, "BAD_CHAPTER_NAME", values=values, example=right)
            return


def _missing_counterparts(
    names: dict[str, dict[str, str]], languages: tuple[str, ...]
) -> Iterator[Problem]:
    """A chapter without its counterpart is shown in the original, so this is only a warning."""
    for name, paths in names.items():
        for language in languages:
            if language not in paths:
                shown = next(iter(paths.values()))
                values = {"language": language, "name": f"{language}/{name}.md"}
                yield Problem(
                    shown, 1, 1, "MISSING_TRANSLATION_FILE", values=values, severity="warning"
                )
