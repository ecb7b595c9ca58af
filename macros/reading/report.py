"""Problems in words: as text for people, as JSON for programs, as notes on a pull request."""

import json
import re
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence

from .problem import FieldPath, Problem

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_INDENT = "    "
_FALLBACK = "en"
GITHUB_LEVELS = {"error": "error", "warning": "warning", "question": "notice"}
"""What a problem is called in a workflow's commands."""


def message_words(language: str, *sources: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """The words of ``language`` out of the first source that has them, else in English.

    A source is what ``Data.words`` is: the words of the data that are checked may be
    broken themselves, so the project's own follow as a second source.
    """
    chosen = [dict(source.get(language, {})) for source in sources]
    english = [dict(source.get(_FALLBACK, {})) for source in sources]
    others = [dict(words) for source in sources for words in source.values()]
    return ChainMap(*chosen, *english, *others)


def sentence(problem: Problem, words: Mapping[str, str]) -> str:
    """What is wrong and how to mend it, on one line."""
    template = words.get(f"problem.{problem.code.lower()}", problem.code)
    values = dict(problem.values)
    if "kind" in values:
        values["kind"] = words.get(f"kind.{values['kind']}.one", values["kind"])
    parts = [fill(template, values)]
    for name in ("nearest", "choices"):
        if name in values and f"{{{name}}}" not in template:
            parts.append(fill(words.get(f"report.{name}", "{" + name + "}"), values))
    return " ".join(" ".join(parts).split())


def fill(template: str, values: Mapping[str, str]) -> str:
    """``template`` with its placeholders filled in; other braces stay as they are."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template)


def label(field: FieldPath, words: Mapping[str, str]) -> str:
    """The field in the contributor's words: a list's items are counted from one."""
    parts = []
    for part in field:
        if isinstance(part, int):
            parts.append(fill(words.get("report.item", "{number}."), {"number": str(part + 1)}))
        else:
            named = words.get(f"field.{part}") or words.get(f"vocabulary.languages.{part}")
            parts.append(" ".join((named or part).split()))
    return ", ".join(parts)


def as_text(problems: Iterable[Problem], words: Mapping[str, str]) -> str:
    """Each problem begins ``path:line:column: CODE``; label and example are indented below."""
    return "\n".join(line for problem in problems for line in _lines(problem, words))


def _lines(problem: Problem, words: Mapping[str, str]) -> Iterable[str]:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    mild = "" if problem.severity == "error" else words.get(f"report.{problem.severity}", "") + " "
    yield f"{place}: {problem.code} {mild}{sentence(problem, words)}"
    if problem.field:
        named = label(problem.field, words)
        yield _INDENT + fill(words.get("report.field", "{label}"), {"label": named})
    if problem.example is not None:
        example = problem.example
        if "\n" in example:
            example = "".join(f"\n{_INDENT * 2}{line}" for line in example.split("\n"))
        right = fill(words.get("report.right", "{example}"), {"example": example})
        yield from (line.rstrip() for line in (_INDENT + right).split("\n"))


def as_json(problems: Iterable[Problem], words: Mapping[str, str]) -> str:
    """A list of objects, one for each problem."""
    return json.dumps(
        [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "severity": problem.severity,
                "field": list(problem.field),
                "label": label(problem.field, words),
                "message": sentence(problem, words),
                "example": problem.example,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_github(problems: Iterable[Problem], *words: Mapping[str, str]) -> str:
    """Workflow commands, each message in the languages of all ``words``.

    Everything from outside is escaped, or a file could inject commands.
    """
    return "\n".join(_annotation(problem, words) for problem in problems)


def _annotation(problem: Problem, words: Sequence[Mapping[str, str]]) -> str:
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    message = "\n".join(sentence(problem, one) for one in words)
    if problem.example is not None:
        right = words[0].get("report.right", "{example}")
        message += "\n" + fill(right, {"example": problem.example})
    level = GITHUB_LEVELS[problem.severity]
    return f"::{level} {place},title={_property(problem.code)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
