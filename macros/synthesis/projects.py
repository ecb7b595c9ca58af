"""A made-up project, and the sources and organisations that made-up entries point at."""

from macros.yaml_text import Value

from .values import choice, day, period, place
from .world import PER_ORGANISATION, PER_SOURCE, World


def project(number: int, world: World) -> tuple[str, dict[str, Value]]:
    """Id and fields of project ``number``."""
    named = world.named("project", number)
    words = named.wording
    short = words.chance(0.4)
    lead = world.id_of("organisation", number // PER_ORGANISATION)
    amount = words.dice.randrange(50_000, 9_000_000, 10_000) if words.chance(0.5) else None
    written_in = words.dice.choice(world.samples.languages)
    return named.id, {
        "source_language": written_in,
        "status": "complete",
        "updated": day(words.dice, 2018, 2025),
        "title": named.title,
        "summary": words.sentence("project_summary"),
        "sources": [world.id_of("source", number // PER_SOURCE)],
        "name": named.title[written_in],
        "registration_number": f"SYNTH/{number:05}" if words.chance(0.6) else None,
        "country": words.cast["place"].country or "CZ",
        "programme": next(iter(words.some(world.ids.get("programme", ()), 0, 1)), None),
        "amount": amount,
        "currency": choice("currencies", words, world) if amount else None,
        "period": period(words.dice) if words.chance(0.8) else None,
        "lead": lead,
        "places": [place(words)],
        "target_groups": [
            {"level": choice("target_group_levels", words, world), "text": text}
            for text in words.phrases("target_group", 0, 2)
        ],
        "team": words.some(world.ids.get("role", ()), 0, 4),
        "goals": words.some(world.ids.get("goal", ()), 0, 3),
        "aims": words.phrases("project_aim", 0, 4),
        "key_activities": [] if short else _activities(number, world),
        "expectations": None if short else words.prose("project_expectation", 1, 2),
        "context": words.prose("project_context", 1, 3),
        "results": None,
        "evidence": "planned",
    }


def _activities(number: int, world: World) -> list[Value]:
    words = world.named("project", number).wording
    titles = words.phrases("activity_title", 2, 5)
    return [
        {
            "code": f"KA{order}",
            "title": title,
            "content": words.phrases("activity", 1, 4),
            "phases": words.some(world.ids.get("phase", ()), 0, 2),
            "methods": words.some(world.ids.get("method", ()), 0, 2),
        }
        for order, title in enumerate(titles, 1)
    ]


def source(number: int, world: World) -> tuple[str, dict[str, Value]]:
    """Id and fields of a made-up source."""
    named = world.named("source", number)
    language = named.wording.dice.choice(world.samples.languages)
    return named.id, {
        "source_language": language,
        "updated": day(named.wording.dice, 2018, 2025),
        "original_title": named.title[language],
        "type": "report",
        "language": language,
        "issued": named.wording.dice.randint(2008, 2025),
        "read": "whole",
        "note": named.wording.sentence("source_note"),
    }


def organisation(number: int, world: World) -> tuple[str, dict[str, Value]]:
    """Id and fields of a made-up organisation."""
    named = world.named("organisation", number)
    words = named.wording
    return named.id, {
        "source_language": words.dice.choice(world.samples.languages),
        "updated": day(words.dice, 2018, 2025),
        "title": named.title,
        "sources": [world.id_of("source", number * PER_ORGANISATION // PER_SOURCE)],
        "country": words.cast["place"].country or "CZ",
        "place": place(words),
        "description": words.sentence("organisation"),
    }
