"""The site while somebody edits it: what an edit changes is written anew, and nothing else."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .cache import Cache, Pack
from .editions import with_files_of
from .entry_pages import EntryPages, facts_of
from .handbook import Handbook, ProblemsFound
from .inspection import read_handbook
from .kept_pages import Facts, KeptPages
from .options import SETTINGS, Options
from .pages import PagePlan, menu, plans_for_shells
from .prose_places import linked_by_path
from .reading.memory import Memory, Stamp, stamp_of
from .reading.report import as_text
from .standing_pages import StandingPages
from .terminal import words_for_terminal
from .writing.observed import Fact
from .writing.page import Page
from .writing.view import Memory as Common

Place = tuple[str, PagePlan]
"""A language and a page."""


class NeedsAll(Exception):
    """Only a build of the whole site can show this edit."""


def _no_frame(_: PagePlan, __: Page, ___: str | None) -> str:
    """Between two builds the theme speaks only one of the languages."""
    raise NeedsAll


@dataclass(slots=True)
class Live:
    """The last good site, and what is wrong with the edit after it."""

    options: Options
    memory: Memory = field(default_factory=Memory)
    handbook: Handbook | None = None
    pages: dict[str, EntryPages] = field(default_factory=dict)
    """Language -> who writes its pages of entries."""
    common: Mapping[str, Common] = field(default_factory=dict)
    """Language -> what pages that were written at an edit have in common with others."""
    shown_by: dict[Fact, list[Place]] = field(default_factory=dict)
    """A fact -> the pages of entries that show it."""
    standing: StandingPages = field(default_factory=StandingPages)
    """The pages that the site generator makes."""
    problems: ProblemsFound | None = None
    failure: str = ""
    """What the site generator said when it gave up."""
    unfinished: bool = False
    """Whether lists and prose still have to follow the pages of entries."""
    _facts: Facts | None = None
    _written: set[PagePlan] = field(default_factory=set)
    """The pages of entries that there are."""
    _stamp: Stamp = ()
    _prose: Stamp = ()

    def read(self) -> Handbook | None:
        """The handbook as it is now; None while something is wrong with it."""
        try:
            handbook = read_handbook(self.options, memory=self.memory)
            if self.handbook is not None:
                handbook = with_files_of(self.handbook, handbook)
        except ProblemsFound as found:
            self.problems = found
            return None
        self.problems = None
        return handbook

    def shows(self, page: Place, facts: Iterable[Fact]) -> None:
        """Learn what a page has looked at."""
        for fact in facts:
            self.shown_by.setdefault(fact, []).append(page)

    def built(self, handbook: Handbook) -> None:
        """The whole site has been written from ``handbook``."""
        self.handbook = handbook
        self._stamp = self._others()
        self.caught_up()
        self._facts = facts_of(handbook)
        self._written = self._plans(handbook)
        for fact in self.shown_by:
            self._facts.state(fact)

    def caught_up(self) -> None:
        """Lists and prose show what the pages of entries show; or edited chapters alone do."""
        self.failure, self.unfinished = "", self.standing.moved_anchors
        self._prose = self._prose_files()

    def edited_chapters(self) -> frozenset[str] | None:
        """Names of the chapters changed since all was right; None if it is more than their text.

        A chapter is the same in all languages: an edit of one makes the translations stale.
        """
        changed = {path for path, *_ in set(self._prose) ^ set(self._prose_files())}
        files = [Path(path) for path in sorted(changed) if not Path(path).is_dir()]
        if self.failure or not all(file.suffix in (".md", ".yml") for file in files):
            return None
        docs, records = self._prose_folders()
        return frozenset(
            file.relative_to(records).with_suffix("").as_posix()
            if file.suffix == ".yml"
            else "/".join(file.relative_to(docs).with_suffix("").parts[1:])
            for file in files
        )

    @property
    def prose_changed(self) -> bool:
        """Whether a page of prose has changed since all was right."""
        return self._prose_files() != self._prose

    def needs_all(self, handbook: Handbook) -> bool:
        """Whether more has changed than entries and the text of prose."""
        last = self.handbook
        return (
            last is None
            or self._others() != self._stamp
            or last.catalogue.photos != handbook.catalogue.photos
            or last.catalogue.chapter_titles != handbook.catalogue.chapter_titles
            or menu(last.catalogue) != menu(handbook.catalogue)
            or any(
                last.writers[one].abbreviations.meanings != writer.abbreviations.meanings
                for one, writer in handbook.writers.items()
            )
        )

    def update(self, handbook: Handbook, site: Path) -> int:
        """Write the pages of entries that show something new; returns how many.

        Raises NeedsAll where that cannot be done without the site generator.
        """
        if self.handbook is None or self._facts is None:
            raise NeedsAll
        before, now = self._written, self._plans(handbook)
        old, facts = self._facts, facts_of(handbook)
        changed = {fact for fact in self.shown_by if old.state(fact) != facts.state(fact)}
        stale = {page for fact in changed for page in self.shown_by[fact]}
        stale |= {(language, plan) for plan in now - before for language in handbook.languages}
        common: dict[str, Common] = {}
        for language in handbook.languages:
            own = [plan for tongue, plan in stale if tongue == language and plan in now]
            pages = self._pages(language, handbook, facts)
            known = self.common.get(language, {}).items()
            pages.writer.memory.update(one for one in known if changed.isdisjoint(one[1][1]))
            for plan in sorted(own, key=KeptPages.place):
                self.shows((language, plan), pages.write(plan, site).shows)
            common[language] = dict(pages.writer.memory)
            for plan in before - now:
                shutil.rmtree(site / pages.path(plan).parent, ignore_errors=True)
        self.handbook, self._facts, self._written = handbook, facts, now
        self.common = common
        self.unfinished = self.unfinished or bool(changed or before != now)
        return len(stale)

    def _pages(self, language: str, handbook: Handbook, facts: Facts) -> EntryPages:
        """Who writes a language's pages of entries, with the shells that are known."""
        writer = handbook.writers[language]
        kept = KeptPages(Pack(Cache(None), "served"), facts)  # what an edit changes is new
        pages = replace(
            self.pages[language], handbook=handbook, writer=writer, kept=kept, framed=_no_frame
        )
        self.pages[language] = pages
        return pages

    def report(self, language: str) -> str:
        """What is wrong, for a reader of one language; "" when all is well."""
        if self.problems is not None:
            words = words_for_terminal(self.problems.words, language)
            return as_text(self.problems.problems, words)
        return self.failure

    def banner(self, path: str) -> str:
        """HTML that tells a reader of the page at ``path`` what is wrong; "": nothing is."""
        if self.handbook is None:
            return ""
        languages = self.handbook.languages
        first = path.strip("/").partition("/")[0]
        language = first if first in languages[1:] else languages[0]
        report = self.report(language)
        if not report:
            return ""
        writer = self.handbook.writers[language]
        return writer.fragment("serve_problem.html.j2", "/", report=report)

    def _others(self) -> Stamp:
        """The state of all files that hold neither entries nor prose."""
        project, data = self.options.project, self.options.data
        folders = [project / name for name in ("overrides", "macros", SETTINGS)]
        rest = [data / name for name in ("ui", "language", "vocabulary", "operator.yml")]
        return stamp_of([*folders, *rest])

    def _prose_files(self) -> Stamp:
        return stamp_of(self._prose_folders())

    def _prose_folders(self) -> tuple[Path, Path]:
        """Where chapters lie, and what is recorded of their translations."""
        return self.options.project / "docs", self.options.data / "translations" / "chapters"

    @staticmethod
    def _plans(handbook: Handbook) -> set[PagePlan]:
        return set(plans_for_shells(handbook.catalogue, linked_by_path(handbook.prose)))
