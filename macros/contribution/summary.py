"""What a contributor and an editor read about a contribution, in every language, as Markdown.

Everything that comes from the contribution is escaped: it is shown, never formatted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.model.text import Text
from macros.reading.problem import FieldPath, Problem
from macros.reading.report import fill, label, sentence

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
MOST_PROBLEMS = 100
MOST_CHARACTERS = 300_000
"""A job's summary may hold a mebibyte, and three languages have to fit."""
_SEVERITIES = ("error", "warning", "question")

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry that the contribution brings or changes."""

    path: str
    kind: str
    texts: Sequence[tuple[FieldPath, Text]]
    missing: Mapping[str, int]
    """Language -> how many texts are not translated."""
    stale: Mapping[str, int] = field(default_factory=dict)
    """Language -> how many texts were translated from what the original said before."""


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that was found."""

    problems: Sequence[Problem]
    entries: Sequence[ShownEntry] = ()
    changed: Sequence[str] = ()
    removed: Sequence[str] = ()
    other: Sequence[str] = field(default_factory=tuple)
    has_preview: bool = False

    @property
    def faulty(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


def summary(review: Review, words: Mapping[str, Words]) -> str:
    """The whole text; ``words``: language -> its words, in the order in which they are shown."""
    parts = [_in_one_language(review, one) for one in words.values()]
    shown = "\n".join(_entry(entry, words) for entry in review.entries)
    if len(shown) > MOST_CHARACTERS:
        shown = shown[:MOST_CHARACTERS].rpartition("\n")[0] + "\n"
    return "\n".join([*parts, shown])


def _in_one_language(review: Review, words: Words) -> str:
    verdict = "review.faulty" if review.faulty else "review.fine"
    lines = [f"## {words['review.title']}", "", words[verdict], ""]
    for severity in _SEVERITIES:
        found = [one for one in review.problems if one.severity == severity]
        if found:
            lines += [f"### {words[f'review.{severity}']} ({len(found)})", ""]
            lines += [_problem(one, words) for one in found[:MOST_PROBLEMS]]
            lines.append("")
    lines += _found(review, words)
    if review.has_preview:
        lines += [words["review.preview"], ""]
    return "\n".join(lines)


def _problem(problem: Problem, words: Words) -> str:
    place = f"{problem.path}:{problem.line}"
    named = f" ({escaped(label(problem.field, words))})" if problem.field else ""
    right = ""
    if problem.example is not None:
        right = " " + escaped(fill(words["report.right"], {"example": problem.example}))
    return f"- **{escaped(place)}**{named}: {escaped(sentence(problem, words))}{right}"


def _found(review: Review, words: Words) -> Iterator[str]:
    """What an editor wants to know at a glance."""
    personal = sum(one.code.startswith("PERSONAL_") for one in review.problems)
    unknown = sum(
        one.code == "UNKNOWN_REFERENCE" and one.values.get("kind") == "source"
        for one in review.problems
    )
    missing = [one for entry in review.entries for one in _counted(entry.path, entry.missing)]
    stale = [one for entry in review.entries for one in _counted(entry.path, entry.stale)]
    yield f"### {words['review.found']}"
    yield ""
    yield f"- {words['review.personal']} {personal}"
    yield f"- {words['review.unknown_sources']} {unknown}"
    yield f"- {words['review.untranslated']} {_listed(missing)}"
    if stale:
        yield f"- {words['review.stale']} {_listed(stale)}"
    yield f"- {words['review.changed']} {_listed(review.changed)}"
    if review.removed:
        yield f"- {words['review.removed']} {_listed(review.removed)}"
    if review.other:
        yield f"- {words['review.other']} {_listed(review.other)}"
    yield ""


def _counted(path: str, numbers: Mapping[str, int]) -> list[str]:
    return [f"{path} ({language}: {number})" for language, number in numbers.items() if number]


def _listed(names: Sequence[str]) -> str:
    if not names:
        return "0"
    more = f", … ({len(names)})" if len(names) > MOST_PROBLEMS else ""
    return ", ".join(escaped(name) for name in names[:MOST_PROBLEMS]) + more


def _entry(entry: ShownEntry, words: Mapping[str, Words]) -> str:
    """All texts of an entry in their order, each language below the other."""
    first = next(iter(words.values()))
    lines = [f"## {escaped(entry.path)}", ""]
    for path, text in entry.texts:
        lines += [f"**{escaped(label(path, first))}**", ""]
        for language in text:
            quoted = escaped(text[language]).replace("\n", "  \n> ")
            lines += [f"> {language}: {quoted}", ""]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """``text`` as Markdown shows it: no sign means anything, and nothing is hidden."""
    shown = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return _PUNCTUATION.sub(r"\\\1", shown)
