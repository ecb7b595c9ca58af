"""The site's languages and the order of its chapters, listed once, in mkdocs.yml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .file_text import SITE_SIZE, read_text
from .problem import Problem, shown, shown_path
from .syntax import syntax_problem

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_EXAMPLE = "plugins:\n  - i18n:\n      languages:\n        - {locale: cs, default: true, name: …}"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the menu: the interface word that names it, and the names of its chapters."""

    word: str
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the data has to know of the site; no languages when there are problems."""

    languages: tuple[str, ...]
    """Codes of the languages, the default first."""
    problems: tuple[Problem, ...] = ()
    parts: tuple[Part, ...] = ()
    """The menu's parts in their order; pages outside of parts, such as home, are no chapters."""


def read_settings(path: Path, *, project_root: Path) -> Settings:
    """The languages of the plugin i18n in the generator's settings, and its menu. Raises nothing.

    Only nodes are read and nothing is built from them, so tags such as ``!ENV`` and
    ``!!python/name:`` stay what they are: text.
    """
    named = shown_path(path, project_root)
    file = read_text(path, named, SITE_SIZE)
    if file.text is None:
        return Settings((), file.problems)
    try:
        root = yaml.compose(file.text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return Settings((), (syntax_problem(error, file.text, named, None),))
    plugins = _value(root, "plugins") if root is not None else None
    plugin = next((found for item in _items(plugins) if (found := _value(item, "i18n"))), None)
    languages = _value(plugin, "languages")
    if not isinstance(languages, SequenceNode) or not languages.value:
        place = _place(languages or plugin or plugins)
        return Settings((), (Problem(named, *place, "NO_LANGUAGES", example=_EXAMPLE),))
    settings = _languages_of(languages, named)
    return replace(settings, parts=tuple(_parts_of(_value(root, "nav"))))


def _parts_of(nav: Node | None) -> Iterator[Part]:
    """What is not as it should be is left out; the generator has its own words for that."""
    for item in _items(nav):
        for word, pages in item.value if isinstance(item, MappingNode) else ():
            names = tuple(
                page.value.removesuffix(".md")
                for page in _items(pages)
                if isinstance(page, ScalarNode)
            )
            if names:
                yield Part(word.value, names)


def _languages_of(languages: SequenceNode, named: str) -> Settings:
    codes: list[str] = []
    defaults: list[str] = []
    problems: list[Problem] = []
    for item in languages.value:
        locale = _value(item, "locale")
        code = locale.value if isinstance(locale, ScalarNode) else ""
        if not _LANGUAGE.fullmatch(code):
            values = {"value": shown(code)}
            problems.append(Problem(named, *_place(item), "BAD_LANGUAGE_CODE", values=values))
        elif code in codes:
            values = {"value": code}
            problems.append(Problem(named, *_place(item), "REPEATED_LANGUAGE", values=values))
        else:
            codes.append(code)
            default = _value(item, "default")
            if isinstance(default, ScalarNode) and default.value == "true":
                defaults.append(code)
    if len(defaults) != 1 and not problems:
        problems.append(Problem(named, *_place(languages), "NO_DEFAULT_LANGUAGE"))
    if problems:
        return Settings((), tuple(problems))
    return Settings(tuple(sorted(codes, key=lambda code: code not in defaults)))


def _value(node: Node | None, name: str) -> Node | None:
    """The value of the field ``name``, where ``node`` has it."""
    if not isinstance(node, MappingNode):
        return None
    return next((value for key, value in node.value if key.value == name), None)


def _items(node: Node | None) -> Iterator[Node]:
    """The plugins, whether they are written as a list or as fields."""
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        yield node


def _place(node: Node | None) -> tuple[int, int]:
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)
