"""Reads settings, data and prose, and finds all that is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .authoring import Authoring
from .cache import Cache, Pack, digest
from .catalogue import Catalogue
from .catalogue_from_data import catalogue_of
from .chapter_states import record_problems
from .contribution.form import Forms
from .entry_links import link_problems
from .handbook import Handbook, ProblemsFound
from .kept_pages import kept_similar
from .language.first_uses import FirstUses
from .language.locale import Locale
from .locales import FALLBACK_LANGUAGE, read_locales
from .macro_check import macro_problems
from .made_from import house_mark
from .model.kinds import KINDS
from .model.phrases import Phrases
from .options import SETTINGS, Options
from .photo_files import PhotoFiles, photos_of
from .privacy_check import PrivacyCheck
from .prose_places import chapter_name_problems, prose_place_problems
from .reading.entries import Data, read_data, unheard
from .reading.memory import Memory
from .reading.privacy_rules import PrivacyTables, read_privacy_tables
from .reading.problem import Problem
from .reading.prose import Prose, read_prose
from .reading.settings import Settings, read_settings
from .repository import Repository
from .sheet_problems import sheet_problems
from .slots import Slots
from .used_sources import unused_source_problems
from .writing.abbreviations import Abbreviations, meanings
from .writing.orders import LastOrders, Orders
from .writing.templates import Templates, environment
from .writing.writer import Writer

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What reading found: all problems, and the handbook where nothing stands in its way."""

    handbook: Handbook | None
    entries: tuple[str, ...]
    """Files of the entries that could be read."""
    pages: tuple[str, ...]
    """Files of the pages of prose that could be read."""
    problems: tuple[Problem, ...]
    words: Mapping[str, Mapping[str, str]]
    """Language -> key -> interface word, of the data that were read."""

    @property
    def faulty(self) -> bool:
        """Whether anything is wrong that is more than a warning."""
        return any(problem.severity == "error" for problem in self.problems)


def inspect(
    options: Options,
    told: Callable[[int, int], None] = unheard,
    memory: Memory | None = None,
) -> Inspection:
    """Read settings, data and prose, and check all that can be checked without a site.

    ``told`` hears how many of how many files are read; ``memory``: what this process has read.
    """
    project = options.project
    settings = read_settings(project / SETTINGS, project_root=project)
    if settings.problems:
        return Inspection(None, (), (), settings.problems, {})
    cache, forgets = Cache(options.cache), memory is None
    memory = memory or Memory(keeps=False)
    house = memory.unless_changed("house", [project / "macros"], lambda: house_mark(project))
    entries = Pack(cache, digest("entries", house), forgets=forgets)
    records = Pack(cache, digest("records", house), forgets=forgets)
    tables = memory.unless_changed(
        "privacy",
        [options.data / "privacy"],
        lambda: read_privacy_tables(options.data, project_root=project),
    )
    privacy = PrivacyCheck(tables, options, cache, house)
    data = read_data(
        options.data,
        settings.languages,
        project_root=project,
        kept=entries,
        kept_records=records,
        told=told,
        memory=memory,
        heard=privacy.hear,
    )
    entries.close()
    records.close()
    reused, made = entries.found + records.found, entries.made + records.made
    data = replace(data, files_reused=reused, files_read=reused + made)
    prose = memory.unless_changed(
        "prose",
        [project / "docs"],
        lambda: read_prose(project / "docs", settings.languages, project_root=project),
    )
    if not options.data.is_dir():
        return Inspection(None, (), (), data.problems, {})
    locales, language_problems = memory.unless_changed(
        "locales",
        [options.data / "language"],
        lambda: read_locales(options, settings.languages),
    )
    templates = memory.while_same("templates", house, lambda: environment(TEMPLATES))
    orphans = record_problems(prose, data.chapter_records)
    problems = [*data.problems, *prose.problems, *language_problems, *orphans]
    problems += privacy.problems(data, prose)
    handbook = None
    if _speaks(settings, data, locales) and not _misspoken(data):
        photos = photos_of(data, options, settings.languages, cache, house)
        problems += photos.problems
        handbook = _assembled(
            *(options, settings, data, prose, locales, (cache, house), templates, photos, tables),
            memory,
        )
        links = link_problems(data, prose, handbook.catalogue, handbook.writers)
        unread = any(problem.severity == "error" for problem in data.problems)
        macros = () if unread else macro_problems(prose, handbook.authoring, memory)
        unused = unused_source_problems(handbook.catalogue, handbook.catalogue.chapters_by_source)
        places = prose_place_problems(prose, handbook.catalogue)
        chapters = chapter_name_problems(data.records, prose)
        sheets = memory.while_same(
            "sheets",
            ([one.mark for one in data.records if one.kind == "worksheet"], locales),
            lambda: tuple(sheet_problems(data, settings.languages, locales, project)),
        )
        problems += [*links, *macros, *unused, *places, *chapters, *sheets]
    inspection = Inspection(
        handbook,
        tuple(record.path for record in data.records),
        tuple(page.path for page in prose.pages),
        tuple(sorted(set(problems))),
        data.words,
    )
    return replace(inspection, handbook=None) if inspection.faulty else inspection


def _speaks(settings: Settings, data: Data, locales: Mapping[str, Locale]) -> bool:
    """Whether every language has its words and rules, so that pages can be written."""
    needed = {*settings.languages, FALLBACK_LANGUAGE}
    return needed <= set(data.words) and needed <= set(locales)


def _misspoken(data: Data) -> bool:
    """Whether a word of the interface cannot be filled in, so that no page can be written."""
    return any(problem.code == "WORD_PLACEHOLDERS" for problem in data.problems)


def read_handbook(
    options: Options,
    told: Callable[[int, int], None] = unheard,
    memory: Memory | None = None,
) -> Handbook:
    """The handbook, fit to be built. Raises ProblemsFound with all problems of all files."""
    inspection = inspect(options, told, memory)
    if inspection.handbook is None:
        raise ProblemsFound(inspection.problems, inspection.words)
    return inspection.handbook


def _assembled(
    options: Options,
    settings: Settings,
    data: Data,
    prose: Prose,
    locales: Mapping[str, Locale],
    kept: tuple[Cache, str],
    templates: Templates,
    photos: PhotoFiles,
    privacy: PrivacyTables,
    memory: Memory,
) -> Handbook:
    cache, house = kept
    catalogue = catalogue_of(options, settings.languages, data, prose)
    catalogue = replace(
        catalogue,
        similar=partial(kept_similar, cache, house),
        anchor=locales[settings.languages[0]].anchor,
        photos=photos.shown,
        memory=memory,
    )
    fallback = data.words[FALLBACK_LANGUAGE]
    writers = {
        language: Writer(
            templates,
            catalogue,
            Phrases(data.words[language], fallback),
            language,
            locales,
            _abbreviations(catalogue, language),
            options.site_root,
            options.edit_address,
            options.site_url,
            not options.pages_only,
            orders=Orders(memory.while_same(f"orders {language}", (locales,), LastOrders))
            if memory.keeps
            else Orders(),
        )
        for language in settings.languages
    }
    repository = Repository(options.repo_url, options.data.is_relative_to(options.project))
    ids = {kind: sorted(data.ids.get(kind, ())) for kind in KINDS if kind != "practice"}
    forms = Forms(data.vocabularies, ids, data.operator, repository, privacy.rules, privacy.names)
    return Handbook(
        options=options,
        data=data,
        prose=prose,
        catalogue=catalogue,
        writers=writers,
        authoring=Authoring(catalogue, Slots(), data.operator, forms),
        cache=cache,
        house=house,
        locales=locales,
        parts=settings.parts,
        printed=photos.contents,
    )


def _abbreviations(catalogue: Catalogue, language: str) -> Abbreviations:
    known = meanings(catalogue, language)
    return Abbreviations(known, FirstUses(known))
