"""The search index of each language: made from the finished site, or taken from the cache."""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from .assets.esbuild import bundles, program
from .assets.packing import with_copies
from .cache import digest
from .handbook import Handbook
from .model.entry import Entry, Searched
from .model.kinds import KINDS
from .model.term import Term
from .progress import Progress
from .reading.steady_memory import no_cycle_search
from .search.finished_page import Article
from .search.pagefind import indexed
from .search.places import CHAPTER, LIST, Places, Words, articles
from .search.record import Record
from .search.stems import Stems
from .search.word_lists import (
    TermNames,
    as_json,
    called_here,
    glossary,
    meanings,
    rule_table,
    spellings,
)
from .writing.page import address

FOLDER = "assets/search"
"""Below it a folder for each language, from the site's root."""
LIBRARIES = ("pagefind_bin", "lxml")
"""Those whose new version may give another index."""
WORDS_FILE = "words.json"
INTERFACE = (
    *("search.found.", "search.nothing", "search.closest", "search.missing", "search.kind_count"),
    *("search.corrected", "search.unknown", "search.translated", "search.partial", "search.apart"),
)
"""How the words of the interface begin that say what was found."""
ENGINE = "pagefind.js"
USED_OF_ENGINE = 'export {{ createInstance }} from "{path}";'


@dataclass(frozen=True, slots=True)
class SearchFiles:
    """Makes what the browser searches in, for one finished site."""

    handbook: Handbook
    site: Path

    def files(self, language: str) -> Mapping[str, bytes]:
        """Path below the language's folder -> bytes. Raises PagefindFailed."""
        found = list(self._articles(language))
        said = self.about(language)
        about = as_json(said)
        pages = (part for page in found for part in page)
        esbuild = program(self.handbook.options.project)
        versions = (version(one) for one in LIBRARIES)
        key = digest(
            "search", str(esbuild is None), self.handbook.house, *versions, language, about, *pages
        )
        kept = self.handbook.cache.get(key)
        if kept is not None:
            files: dict[str, bytes] = marshal.loads(kept)
            return files
        stems = self.stems(language)
        read = list(self._records(language, found))
        index = indexed(read, stems)
        written = spellings(read, stems)
        known = {"records": index.records, "shares": index.shares, "sections": index.sections}
        told = {**said, **known, "letters": "".join(sorted(written))}
        made = {**index.files, WORDS_FILE: as_json(told)}
        if esbuild is not None:
            made[ENGINE] = _only_what_is_used(esbuild, self.handbook.options.project, made[ENGINE])
        for letter, words in written.items():
            made[f"spellings/{letter}.json"] = as_json(words)
        packed = dict(with_copies(made))
        self.handbook.cache.put(key, marshal.dumps(packed))
        return packed

    def records(self, language: str) -> list[Record]:
        """Everything that can be found in a language."""
        return list(self._records(language, self._articles(language)))

    def about(self, language: str) -> Mapping[str, object]:
        """What the planner needs besides the index."""
        handbook = self.handbook
        other = next((one for one in handbook.languages if one != language), language)
        stems = self.stems(other)
        own, words = self._terms(language), self._meanings(language)
        home = called_here(own, words, stems)
        terms = glossary(own, self._terms(other), self.stems(language), stems, home)
        searched = meanings(words, self._meanings(other), terms, stems, home)
        phrases = handbook.writers[language].phrases
        kinds = [(kind.name, kind.name) for kind in KINDS.values() if kind.address]
        named = [(CHAPTER, "search.chapter"), (LIST, "search.list")]
        named += [(name, f"kind.{word}.one") for name, word in kinds]
        return {
            "language": language,
            "other": other,
            "rules": {one: rule_table(handbook.locales[one].rules)
                      for one in (language, other)},
            "glossary": [*terms, *searched],
            "kinds": {name: phrases.word(key) for name, key in named},
            "words": dict(phrases.below(*INTERFACE)),
        }  # fmt: skip

    def stems(self, language: str) -> Stems:
        """The stems of a language."""
        return Stems(self.handbook.locales[language].rules)

    def _articles(self, language: str) -> Iterator[Article]:
        home = self.handbook.languages[0]
        others = [] if language != home else self.handbook.languages[1:]
        return articles(self.site, self._folder(language), others)

    def _folder(self, language: str) -> str:
        return "" if language == self.handbook.languages[0] else language

    def _records(self, language: str, found: Iterable[Article]) -> Iterator[Record]:
        words = {term.address: Words(term.names, term.forms) for term in self._terms(language)}
        for kind, entry in self._searched():
            place = self._address(kind, entry, language)
            names = tuple(word for line in entry.search_words for word in line.get(language))
            known = words.get(place, Words())
            words[place] = Words((*known.names, *names), known.also)
        pages = self.handbook.prose.pages
        chapters = {
            page.name.removesuffix("index").strip("/"): page.chapter.sourced for page in pages
        }
        places = Places(self._folder(language), chapters, words)
        for page in found:
            yield from places.records(page)

    def _terms(self, language: str) -> list[TermNames]:
        entries = self.handbook.catalogue.entries("term")
        return [self._term(entry, language) for entry in entries if isinstance(entry, Term)]

    def _term(self, term: Term, language: str) -> TermNames:
        title = _title(term, language)
        return TermNames(
            self._address("term", term, language),
            title,
            (title, *term.synonyms.get(language), *term.abbreviations.get(language)),
            term.forms.get(language),
        )

    def _searched(self) -> list[tuple[str, Searched]]:
        """Entries that may name words to search them by, each with its kind."""
        catalogue = self.handbook.catalogue
        return [(kind, entry) for kind, entry in catalogue if isinstance(entry, Searched)]

    def _meanings(self, language: str) -> list[tuple[str, ...]]:
        return [line.get(language) for _, entry in self._searched() for line in entry.search_words]

    def _address(self, kind: str, entry: Entry, language: str) -> str:
        folder = KINDS[kind].address or ""
        return address(language, self.handbook.languages[0], folder, entry.id)


def _only_what_is_used(esbuild: Path, project: Path, engine: bytes) -> bytes:
    """The part of Pagefind's script that the planner calls: every reader waits for it."""
    with TemporaryDirectory(prefix="handbook-") as folder:
        place = Path(folder, ENGINE)
        place.write_bytes(engine)
        text = USED_OF_ENGINE.format(path=place.as_posix())
        (made,) = bundles(esbuild, project, text, "--format=esm", "--target=es2022")
    return made.content


def _title(entry: Entry, language: str) -> str:
    return entry.heading.get(language) or entry.heading.wordings[0]


def add_search(handbook: Handbook, site: Path, progress: Progress) -> None:
    """Put the index of every language into the finished ``site``. Raises PagefindFailed."""
    if handbook.options.pages_only:
        return
    search = SearchFiles(handbook, site)
    for language in handbook.languages:
        progress.step(f"Indexing for search ({language})")
        folder = site / FOLDER / language
        with no_cycle_search():
            files = search.files(language)
        for inner in {(folder / path).parent for path in files}:
            inner.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            (folder / path).write_bytes(content)
