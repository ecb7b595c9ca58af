"""A made-up practice: as long, as short and as full of gaps as real ones are."""

import itertools
from dataclasses import dataclass
from random import Random

from macros.yaml_text import Value

from .values import choice, day, period, place
from .wording import Texts, Wording
from .world import PER_ORGANISATION, PER_SOURCE, Named, World

LENGTHS = {"stub": 10, "short": 30, "usual": 45, "long": 15}
"""Of a hundred practices so many have this length."""


MOST_SAID = 99
"""More than there are sentences about anything."""


@dataclass(frozen=True, slots=True)
class Length:
    """How much an entry says: the share of fields that are filled, and sentences in each."""

    filled: float
    fewest: int
    most: int


_LENGTHS = {
    "stub": Length(0.0, 1, 1),
    "short": Length(0.45, 1, 2),
    "usual": Length(0.75, 2, 4),
    "long": Length(0.95, 4, 9),
}


def practice(number: int, world: World) -> tuple[str, dict[str, Value]]:
    """Id and fields of practice ``number``."""
    named = world.named("practice", number)
    words = named.wording
    size = words.dice.choices(list(LENGTHS), list(LENGTHS.values()))[0]
    length = _LENGTHS[size]
    fields: dict[str, Value] = {
        **_head(named, number, size, world),
        **_circumstances(number, length, words, world),
        **_people(length, words, world),
        **_story(number, length, words, world),
        **_money_and_after(length, words, world),
        "consent": _consent(number, words.dice, world),
        "licence": "CC-BY-SA-4.0",
    }
    return named.id, fields


def _head(named: Named, number: int, size: str, world: World) -> dict[str, Value]:
    words = named.wording
    former = [f"{named.id}-x"] if words.chance(0.01) else []
    country = words.cast["place"].country or "CZ"
    native = {"CZ": "cs", "PL": "pl"}.get(country, "")
    languages = world.samples.languages
    sources = {world.id_of("source", number // PER_SOURCE)}
    if words.chance(0.3):
        sources.add(world.id_of("source", words.dice.randint(0, number // PER_SOURCE)))
    return {
        "source_language": native if native in languages else languages[0],
        "status": "stub" if size == "stub" else "complete",
        "updated": day(words.dice, 2018, 2025),
        "former_ids": former,
        "title": named.title,
        "summary": words.sentence("summary"),
        "sources": sorted(sources),
        "country": country,
    }


def _circumstances(number: int, length: Length, words: Wording, world: World) -> dict[str, Value]:
    dice = words.dice
    setting = choice("settings", words, world) if words.chance(length.filled) else None
    framework = "osl" if words.cast["place"].country == "PL" else "cz"
    house = setting in ("house", "hostel")
    belongs = world.projects and words.chance(0.4 * length.filled)
    return {
        "place": place(words) if words.chance(0.95) else None,
        "setting": setting,
        "units": {"floors": dice.randint(1, 12), "flats": dice.randint(4, 180)} if house else None,
        "period": period(dice) if words.chance(length.filled) else None,
        "organisations": [world.id_of("organisation", number // PER_ORGANISATION)]
        if words.chance(0.9)
        else [],
        "project": world.id_of("project", dice.randrange(world.projects)) if belongs else None,
        "goals": words.some(world.ids.get("goal", ()), 0, 3),
        "phases": words.some(world.phases.get(framework, ()), 0, 4),
        "roles": words.some(world.ids.get("role", ()), 0, 2),
        "themes": words.some(world.vocabulary["themes"], 0, 4),
        "target_groups": words.some(world.vocabulary["target_groups"], 0, 3),
        "participation_level": choice("participation_levels", words, world)
        if words.chance(0.5 * length.filled)
        else None,
    }


def _people(length: Length, words: Wording, world: World) -> dict[str, Value]:
    facilitation: dict[str, Value] = {
        name: choice("facilitators", words, world) if words.chance(0.8) else None
        for name in ("start", "now")
    }
    if words.chance(length.filled):
        facilitation["note"] = words.sentence("facilitation")
    participants: list[Value] = [
        {
            "who": who,
            "role": words.dice.choice(world.ids["role"]) if words.chance(0.3) else None,
            "count": words.dice.randint(2, 120) if words.chance(0.3) else None,
        }
        for who in words.phrases("participants", 0, round(4 * length.filled))
    ]
    partners: list[Value] = [
        {"who": who} for who in words.phrases("partners", 0, round(4 * length.filled))
    ]
    return {
        "facilitation": facilitation if words.chance(0.7 * length.filled) else None,
        "participants": participants,
        "partners": partners,
        "methods": words.some(world.ids.get("method", ()), 0, round(4 * length.filled)),
        "worksheets": words.some(world.ids.get("worksheet", ()), 0, round(2 * length.filled)),
    }


def _story(number: int, length: Length, words: Wording, world: World) -> dict[str, Value]:
    def told(pool: str, share: float = 1.0) -> Texts | None:
        if not words.chance(share * length.filled):
            return None
        return words.prose(pool, length.fewest, length.most)

    results = told("results")
    if results and number and words.chance(0.35):
        other = world.named("practice", words.dice.randrange(number))
        target = dict.fromkeys(world.samples.languages, f"practice/{other.id}")
        more = words.sentence("see_also", other=other.title, target=target)
        results = {language: f"{text}\n\n{more[language]}" for language, text in results.items()}
    return {
        "situation": told("situation"),
        "aim": told("aim", 0.8),
        "steps": _steps(length, words),
        "results": results,
        "evidence": choice("evidence", words, world),
        "evaluation": told("evaluation", 0.8),
        "limits": told("limits", 0.7),
        "risks": told("risks", 0.5),
        "tips": words.phrases("tips", 0, round(4 * length.filled)),
    }


def _steps(length: Length, words: Wording) -> list[Value]:
    """Each step says something else, until there is nothing left to say."""
    titles = words.phrases("step_title", 0, round(9 * length.filled))
    told = itertools.cycle(words.phrases("step", MOST_SAID, MOST_SAID))
    most = min(length.most, 4)
    return [
        {
            **({"title": title} if words.chance(0.9) else {}),
            "text": words.joined(list(itertools.islice(told, words.dice.randint(1, most)))),
        }
        for title in titles
    ]


def _money_and_after(length: Length, words: Wording, world: World) -> dict[str, Value]:
    programmes = world.ids.get("programme", ())
    amount = words.dice.randrange(2_000, 900_000, 500) if words.chance(0.5) else None
    resources: dict[str, Value] = {
        "amount": amount,
        "currency": choice("currencies", words, world) if amount else None,
        "programmes": words.some(programmes, 0, 1),
        "note": words.prose("resources", 1, 2),
    }
    continuity: dict[str, Value] = {"state": choice("continuity", words, world)}
    if words.chance(0.8):
        continuity["note"] = words.prose("continuity", 1, 2)
    return {
        "resources": resources if words.chance(0.6 * length.filled) else None,
        "continuity": continuity if words.chance(0.6 * length.filled) else None,
    }


def _consent(number: int, dice: Random, world: World) -> dict[str, Value]:
    published = dice.random() < 0.85
    held_by = world.id_of("organisation", number // PER_ORGANISATION)
    bases = [one for one in world.vocabulary["consent_basis"] if one != "published_source"]
    return {
        "basis": "published_source" if published else dice.choice(bases),
        "scope": [] if published else ["text"],
        "anonymised": True,
        "held_by": None if published else held_by,
        "review_on": None if published else day(dice, 2027, 2030),
    }
