"""Which pages exist, and who writes each of them."""

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from .catalogue import Catalogue
from .model.kinds import KINDS
from .overviews.materials import Materials
from .overviews.overview import SECTIONS, overview_page
from .writing.catalogue_pages import (
    COMPARE,
    MATRIX,
    catalogue_page,
    compare_page,
    facet_page,
    matrix_page,
)
from .writing.catalogue_rows import catalogue_rows
from .writing.choosing import FOLDER, facet_id
from .writing.list_pages import index_pages
from .writing.page import Page
from .writing.writer import Writer

Sort = Literal[
    "entry",
    "index",
    "part",
    "tombstone",
    "redirect",
    "status",
    "search",
    "catalogue",
    "facet",
    "compare",
    "matrix",
    "overview",
]
SINGLE: Mapping[Sort, str] = {
    "status": "status",
    "search": "search",
    "catalogue": FOLDER,
    "compare": COMPARE,
    "matrix": MATRIX,
}
"""Sorts of which there is one page -> its path."""
MADE_BY_GENERATOR = ("index", "overview", *SINGLE)
IN_MENU: Mapping[Sort, str] = {"catalogue": "catalogue", "matrix": "method"}
"""Single pages of the menu -> the part in which they stand; the catalogue comes first in its."""
STATUS_SECTION = "reference"
"""Where the status stands, after everything else."""
NOTHING = Materials()


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page that exists in every language."""

    sort: Sort
    kind: str = ""
    """Empty for a page of no kind of entry."""
    id: str = ""
    """Empty for an index; the number of a further part of it; the former id for a redirect; the
    address of an overview."""
    target: str = ""
    """Where a redirect leads to."""

    @property
    def path(self) -> str:
        """Path without a language: practices/dum-23-bytu."""
        if self.sort in SINGLE:
            return SINGLE[self.sort]
        if self.sort == "facet":
            return f"{FOLDER}/{self.id}"
        if self.sort == "overview":
            return self.id
        folder = KINDS[self.kind].address or ""
        if self.sort == "part":
            return f"{folder}/page/{self.id}"
        return f"{folder}/{self.id}" if self.id else folder

    @property
    def listed(self) -> bool:
        """Whether search engines and the sitemap should know it."""
        return self.sort not in ("status", "search", "tombstone", "redirect", "compare")


def page_plans(catalogue: Catalogue) -> Iterator[PagePlan]:
    """Every page made from data: of all entries together, and of each."""
    yield from list_plans(catalogue)
    for kind in KINDS.values():
        if kind.address is None:
            continue
        for entry in catalogue.entries(kind.name):
            yield PagePlan("entry", kind.name, entry.id)
            for former_id in entry.former_ids:
                yield PagePlan("redirect", kind.name, former_id, entry.id)
        for id in catalogue.tombstones.get(kind.name, {}):
            yield PagePlan("tombstone", kind.name, id)


def list_plans(catalogue: Catalogue, *, facets: bool = True) -> Iterator[PagePlan]:
    """The pages of all entries together: status, catalogue, overviews, an index for each kind."""
    yield from (PagePlan("status"), PagePlan("search"))
    if catalogue.has_choice:
        yield PagePlan("catalogue")
        yield PagePlan("compare")
    if catalogue.has_matrix:
        yield PagePlan("matrix")
    for facet in catalogue.facets.asked if facets else ():
        for number in range(1, len(catalogue.facets.parts(facet)) + 1):
            yield PagePlan("facet", id=facet_id(facet, number))
    for name in SECTIONS:
        yield PagePlan("overview", id=name)
    for kind in KINDS.values():
        entries = catalogue.by_kind.get(kind.name, {})
        if kind.address is None:
            continue
        if entries:
            yield PagePlan("index", kind.name)
        for number in range(2, index_pages(kind.name, len(entries)) + 1):
            yield PagePlan("part", kind.name, str(number))


@dataclass(frozen=True, eq=False)
class PagePaths(Set[str]):
    """Paths of all pages made from data, as their plans give them.

    Which pages of facets there are takes a look at every entry, so it is found out last.
    """

    catalogue: Catalogue

    @cached_property
    def _without_facets(self) -> set[str]:
        paths = {plan.path for plan in list_plans(self.catalogue, facets=False)}
        for kind in KINDS.values():
            entries = self.catalogue.entries(kind.name)
            ids = (id for entry in entries for id in (entry.id, *entry.former_ids))
            gone = self.catalogue.tombstones.get(kind.name, ())
            if kind.address is not None:
                paths.update(f"{kind.address}/{id}" for id in (*ids, *gone))
        return paths

    @cached_property
    def _all(self) -> set[str]:
        return self._without_facets | {plan.path for plan in list_plans(self.catalogue)}

    def __contains__(self, path: object) -> bool:
        may_be_facet = isinstance(path, str) and path.startswith(f"{FOLDER}/")
        return path in (self._all if may_be_facet else self._without_facets)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def plans_for_generator(catalogue: Catalogue, linked: Collection[str]) -> Iterator[PagePlan]:
    """Pages that the site generator makes by itself, because its menu and prose lead to them.

    ``linked``: paths of pages to which prose links as to files.
    """
    for plan in page_plans(catalogue):
        if plan.sort in MADE_BY_GENERATOR or plan.path in linked:
            yield plan


def plans_for_shells(catalogue: Catalogue, linked: Collection[str]) -> Iterator[PagePlan]:
    """All other pages: those of entries, of former entries, of withdrawn ones."""
    for plan in page_plans(catalogue):
        if plan.sort not in MADE_BY_GENERATOR and plan.path not in linked:
            yield plan


def page(
    plan: PagePlan, catalogue: Catalogue, writer: Writer, materials: Materials = NOTHING
) -> Page:
    """The page itself, in the writer's language.

    ``materials``: what overviews need beside the catalogue.
    """
    if plan.sort == "status":
        return writer.status_page(catalogue.status)
    if plan.sort == "search":
        return writer.search_page()
    if plan.sort == "overview":
        return overview_page(plan.id, catalogue, writer, materials)
    if plan.sort == "index":
        return writer.index_page(plan.kind)
    if plan.sort == "part":
        return writer.index_page(plan.kind, int(plan.id))
    if plan.sort == "redirect":
        return writer.redirect_page(plan.kind, plan.id, plan.target)
    if plan.sort in ("catalogue", "compare", "matrix", "facet"):
        return _computed_page(plan, catalogue, writer)
    file = catalogue.public_file(plan.kind, plan.id)
    if plan.sort == "tombstone":
        return writer.tombstone_page(plan.kind, catalogue.tombstones[plan.kind][plan.id], file)
    return writer.entry_page(plan.kind, plan.id, file)


def _computed_page(plan: PagePlan, catalogue: Catalogue, writer: Writer) -> Page:
    if plan.sort == "catalogue":
        return catalogue_page(writer)
    if plan.sort == "compare":
        return compare_page(writer)
    if plan.sort == "matrix":
        return matrix_page(writer)
    for facet in catalogue.facets.asked:
        for number in range(1, len(catalogue.facets.parts(facet)) + 1):
            if facet_id(facet, number) == plan.id:
                return facet_page(writer, facet, number)
    raise LookupError(plan.path)


def menu(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Section of the menu -> paths of the pages that stand in it."""
    sections: dict[str, list[str]] = {}
    plans = list(list_plans(catalogue))
    for plan in plans:
        if plan.sort == "index":
            sections.setdefault(KINDS[plan.kind].section, []).append(plan.path)
    for plan in plans:
        if plan.sort in IN_MENU:
            section = sections.setdefault(IN_MENU[plan.sort], [])
            section.insert(0 if plan.sort == "catalogue" else len(section), plan.path)
    for name, part in SECTIONS.items():
        sections.setdefault(part, []).append(PagePlan("overview", id=name).path)
    sections.setdefault(STATUS_SECTION, []).append(PagePlan("status").path)
    return sections


def language_files(catalogue: Catalogue, writer: Writer) -> Iterator[tuple[str, str]]:
    """Path and text of what a language's pages load when a reader chooses among entries."""
    if catalogue.facets.rows:
        yield from catalogue_rows(writer)
