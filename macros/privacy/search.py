"""The rules, ready to be asked; and what they find in one text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from macros.model.privacy import FirstNames, PrivacyRule, PrivacyRules

from .checksums import agrees

MOST = 50
"""Findings of one rule in one text; who has mended them will be told of the rest."""
AROUND = 24
"""Characters beside a match that can make it harmless."""
_PART = re.compile(r"\{([a-z_]+)\}")
_FIRST_WORD = re.compile(r"\S+")


class BadRule(ValueError):
    """A rule of the table cannot be asked; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text that looks like personal data."""

    rule: PrivacyRule
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Ready:
    """A rule with its patterns compiled."""

    rule: PrivacyRule
    pattern: re.Pattern[str]
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


class PersonalData:
    """All rules; made once a run."""

    def __init__(self, rules: PrivacyRules, names: FirstNames) -> None:
        """Raises BadRule."""
        self._parts = dict(rules.parts)
        self._names = names.forms()
        self._hints = {name: _compiled(name, hint) for name, hint in rules.hints.items()}
        self._rules = tuple(self._ready(rule) for rule in rules.rules)

    def _ready(self, rule: PrivacyRule) -> _Ready:
        if rule.hint is not None and rule.hint not in self._hints:
            raise BadRule(f"{rule.name}: {rule.hint}")
        pattern = _compiled(rule.name, self._whole(rule.pattern), rule.any_case)
        beside = (
            _compiled(rule.name, self._whole(one)) if one else None
            for one in (rule.not_after, rule.not_before)
        )
        return _Ready(rule, pattern, *beside)

    def _whole(self, pattern: str) -> str:
        """``pattern`` with its parts in their places; {2,3} is no part."""
        return _PART.sub(lambda match: self._parts.get(match[1], match[0]), pattern)

    def find(self, text: str, folder: str = "") -> Sequence[Finding]:
        """All findings in ``text``, in its order; ``folder``: the one of data it comes from."""
        lowered = text.lower()
        heard = {name: hint.search(text) is not None for name, hint in self._hints.items()}
        found: list[Finding] = []
        for ready in self._rules:
            rule = ready.rule
            if rule.hint is not None and not heard[rule.hint]:
                continue
            if rule.needs and not _has_any(lowered, rule.needs):
                continue
            if folder not in rule.except_in:
                found += islice(self._found(ready, text, tuple(found)), MOST)
        return sorted(found, key=lambda one: one.start)

    def _found(self, ready: _Ready, text: str, taken: Sequence[Finding]) -> Iterator[Finding]:
        """What one rule finds; after a match that proves harmless, right behind its start."""
        place = 0
        while match := ready.pattern.search(text, place):
            place = match.end()
            overlaps = any(one.start < match.end() and match.start() < one.end for one in taken)
            if not overlaps and self._holds(ready, match):
                yield Finding(ready.rule, match.start(), match.end())
            else:
                place = match.start() + 1

    def _holds(self, ready: _Ready, match: re.Match[str]) -> bool:
        rule, text = ready.rule, match.string
        if rule.first_name:
            word = _FIRST_WORD.match(match[0])
            if word is None or word[0] not in self._names:
                return False
        before = text[max(0, match.start() - AROUND) : match.start()]
        if ready.not_after and ready.not_after.search(before):
            return False
        behind = text[match.end() : match.end() + AROUND]
        if ready.not_before and ready.not_before.search(behind):
            return False
        return rule.check is None or agrees(rule.check, match[0])


def _has_any(text: str, words: Iterable[str]) -> bool:
    # A generator would take longer than the search for the words.
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def _compiled(name: str, pattern: str, any_case: bool = False) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE if any_case else 0)
    except re.error as wrong:
        raise BadRule(f"{name}: {wrong}") from wrong
