"""What each language of the handbook needs, read from data/language/."""

from .language.locale import Locale
from .language.rules import LanguageRules
from .options import Options
from .reading.problem import Problem
from .reading.yaml_file import read_document

FALLBACK_LANGUAGE = "en"
"""What a word is taken from where a language lacks it."""


def read_locales(
    options: Options, languages: tuple[str, ...]
) -> tuple[dict[str, Locale], list[Problem]]:
    """What each language needs, from data/language/; those with problems are left out."""
    locales: dict[str, Locale] = {}
    problems: list[Problem] = []
    for language in dict.fromkeys((*languages, FALLBACK_LANGUAGE)):
        path = options.data / "language" / f"{language}.yml"
        reading = read_document(path, LanguageRules, project_root=options.project)
        problems += reading.problems
        if reading.value is not None:
            locales[language] = Locale(reading.value)
    return locales, problems
