"""How far a made-up entry is translated: missing texts, and records current or out of date."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from macros.model.translation import fingerprint
from macros.yaml_text import Value

from .wording import Texts

WHOLE, UNTRANSLATED, PATCHY = "whole", "untranslated", "patchy"
STATES = {WHOLE: 70, UNTRANSLATED: 12, PATCHY: 18}
"""Of a hundred entries so many are translated whole, not at all, or in part."""
RECORDED = 0.35
STALE = 0.25
"""Share of translated entries with a record, and of those with an original changed since."""


def with_gaps(fields: Mapping[str, Value], dice: Random, languages: Sequence[str]) -> Value:
    """The fields as somebody has translated them so far."""
    state = dice.choices(list(STATES), list(STATES.values()))[0]
    if state == WHOLE:
        return fields
    share = 1.0 if state == UNTRANSLATED else 0.3
    return _thinned(fields, str(fields["source_language"]), share, dice, languages)


def _thinned(
    value: Value, kept: str, share: float, dice: Random, languages: Sequence[str]
) -> Value:
    if isinstance(value, Mapping):
        if _is_text(value, languages):
            return {kept: value[kept]} if dice.random() < share else value
        return {
            name: _thinned(inner, kept, share, dice, languages) for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_thinned(inner, kept, share, dice, languages) for inner in value]
    return value


def record(
    fields: Mapping[str, Value], dice: Random, languages: Sequence[str]
) -> dict[str, Texts] | None:
    """What the translations were made from, language by language; None where nobody wrote it."""
    if dice.random() >= RECORDED:
        return None
    original = str(fields["source_language"])
    changed = dice.random() < STALE
    made_from: dict[str, Texts] = {}
    for path, text in _texts(fields, languages):
        before = f"{text[original]} …" if changed and dice.random() < 0.3 else text[original]
        for language in text:
            if language != original:
                made_from.setdefault(language, {})[path] = fingerprint(before)
    return made_from or None


def _texts(value: Value, languages: Sequence[str], path: str = "") -> Iterator[tuple[str, Texts]]:
    if isinstance(value, Mapping):
        if _is_text(value, languages):
            yield path, {language: str(text) for language, text in value.items()}
            return
        for name, inner in value.items():
            yield from _texts(inner, languages, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, languages, f"{path}.{index}")


def _is_text(value: Mapping[str, Value], languages: Sequence[str]) -> bool:
    return bool(value) and all(name in languages for name in value)
