"""Which pages exist, and who writes each of them."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from .catalogue import Catalogue
from .catalogue_facts import as_written, catalogue_json
from .model.kinds import KINDS
from .status import as_json
from .writing.page import Page
from .writing.writer import Writer, index_pages

Sort = Literal["entry", "index", "part", "tombstone", "redirect", "status"]


STATUS_SECTION = "reference"


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page that exists in every language."""

    sort: Sort
    kind: str = ""
    """Empty for the status page."""
    id: str = ""
    """Empty for an index; the number of a further part of it; the former id for a redirect."""
    target: str = ""
    """Where a redirect leads to."""

    @property
    def path(self) -> str:
        """Path without a language: practices/dum-23-bytu."""
        if self.sort == "status":
            return "status"
        folder = KINDS[self.kind].address or ""
        if self.sort == "part":
            return f"{folder}/page/{self.id}"
        return f"{folder}/{self.id}" if self.id else folder

    @property
    def listed(self) -> bool:
        """Whether search engines and the sitemap should know it."""
        return self.sort in ("entry", "index", "part")


def page_plans(catalogue: Catalogue) -> Iterator[PagePlan]:
    """Every page made from data: the status, an index for each kind with entries, the entries."""
    yield PagePlan("status")
    for kind in KINDS.values():
        entries = catalogue.by_kind.get(kind.name, {})
        if kind.address is None:
            continue
        if entries:
            yield PagePlan("index", kind.name)
        for number in range(2, index_pages(len(entries)) + 1):
            yield PagePlan("part", kind.name, str(number))
        for entry in entries.values():
            yield PagePlan("entry", kind.name, entry.id)
            for former_id in entry.former_ids:
                yield PagePlan("redirect", kind.name, former_id, entry.id)
        for id in catalogue.tombstones.get(kind.name, {}):
            yield PagePlan("tombstone", kind.name, id)


def plans_for_generator(catalogue: Catalogue, linked: Collection[str]) -> Iterator[PagePlan]:
    """Pages that the site generator makes by itself, because its menu and prose lead to them.

    ``linked``: paths of pages to which prose links as to files.
    """
    for plan in page_plans(catalogue):
        if plan.sort in ("status", "index") or plan.path in linked:
            yield plan


def plans_for_shells(catalogue: Catalogue, linked: Collection[str]) -> Iterator[PagePlan]:
    """All other pages: those of entries, of former entries, of withdrawn ones."""
    for plan in page_plans(catalogue):
        if plan.sort not in ("status", "index") and plan.path not in linked:
            yield plan


def page(plan: PagePlan, catalogue: Catalogue, writer: Writer) -> Page:
    """The page itself, in the writer's language."""
    if plan.sort == "status":
        return writer.status_page(catalogue.status)
    if plan.sort == "index":
        return writer.index_page(plan.kind)
    if plan.sort == "part":
        return writer.index_page(plan.kind, int(plan.id))
    if plan.sort == "redirect":
        return writer.redirect_page(plan.kind, plan.id, plan.target)
    file = catalogue.public_file(plan.kind, plan.id)
    if plan.sort == "tombstone":
        return writer.tombstone_page(plan.kind, catalogue.tombstones[plan.kind][plan.id], file)
    return writer.entry_page(plan.kind, plan.id, file)


def menu(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Section of the menu -> paths of the pages that stand in it."""
    sections: dict[str, list[str]] = {}
    for plan in page_plans(catalogue):
        if plan.sort == "index":
            sections.setdefault(KINDS[plan.kind].section, []).append(plan.path)
    sections.setdefault(STATUS_SECTION, []).append(PagePlan("status").path)
    return sections


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, Iterator[str]]]:
    """Path and text, in pieces, of every file of open data."""
    yield "data/catalogue.json", catalogue_json(catalogue)
    yield "practices/ids.json", iter((json.dumps([*catalogue.by_kind.get("practice", {})]),))
    for practice in catalogue.entries("practice"):
        yield f"practices/{practice.id}/entry.json", iter((as_written(practice),))
    yield "data/status.json", as_json(catalogue.status)
