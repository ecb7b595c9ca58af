"""Single values of made-up entries: days, periods, places, choices from closed lists."""

import datetime
from random import Random

from macros.yaml_text import Value

from .wording import Wording
from .world import World


def choice(vocabulary: str, words: Wording, world: World) -> str:
    """A value of a closed list."""
    return words.dice.choice(world.vocabulary[vocabulary])


def day(dice: Random, first: int, last: int) -> str:
    """A day of the years from ``first`` to ``last``."""
    start = datetime.date(first, 1, 1)
    return (start + datetime.timedelta(dice.randrange(365 * (last - first + 1)))).isoformat()


def period(dice: Random) -> dict[str, Value]:
    """From when to when, as exactly or vaguely as sources say it."""
    start, end = sorted((day(dice, 2008, 2023), day(dice, 2008, 2023)))
    exactness = dice.choice((4, 7, 10))
    ended = dice.random() < 0.7
    return {
        "start": _as_exact(start, exactness),
        "end": _as_exact(end, exactness) if ended else None,
        "ongoing": None if ended else dice.choice((True, None)),
    }


def _as_exact(day: str, length: int) -> str | int:
    return int(day[:4]) if length == 4 else day[:length]


def place(words: Wording) -> dict[str, Value]:
    """Where it was."""
    forms = words.cast["place"].forms
    return {
        "label": {language: forms[language]["name"] for language in words.samples.languages},
        "precision": words.dice.choice(("town", "district")),
    }
