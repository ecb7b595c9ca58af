"""Which pages exist, and who writes each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from .catalogue import Catalogue
from .model.kinds import KINDS
from .writing.page import Page
from .writing.writer import Writer

Sort = Literal["entry", "index", "tombstone", "redirect"]


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page that exists in every language."""

    sort: Sort
    kind: str
    id: str = ""
    """Empty for an index; the former id for a redirect."""
    target: str = ""
    """Where a redirect leads to."""

    @property
    def path(self) -> str:
        """Path without a language: practices/dum-23-bytu."""
        folder = KINDS[self.kind].address or ""
        return f"{folder}/{self.id}" if self.id else folder

    @property
    def listed(self) -> bool:
        """Whether search engines and the sitemap should know it."""
        return self.sort in ("entry", "index")


def page_plans(catalogue: Catalogue) -> Iterator[PagePlan]:
    """Every page made from data: an index for each kind that has entries, then the entries."""
    for kind in KINDS.values():
        entries = catalogue.by_kind.get(kind.name, {})
        if kind.address is None:
            continue
        if entries:
            yield PagePlan("index", kind.name)
        for entry in entries.values():
            yield PagePlan("entry", kind.name, entry.id)
            for former_id in entry.former_ids:
                yield PagePlan("redirect", kind.name, former_id, entry.id)
        for id in catalogue.tombstones.get(kind.name, {}):
            yield PagePlan("tombstone", kind.name, id)


def page(plan: PagePlan, catalogue: Catalogue, writer: Writer) -> Page:
    """The page itself, in the writer's language."""
    if plan.sort == "index":
        return writer.index_page(plan.kind)
    if plan.sort == "redirect":
        return writer.redirect_page(plan.kind, plan.id, plan.target)
    file = catalogue.files[plan.kind, plan.id]
    if plan.sort == "tombstone":
        return writer.tombstone_page(plan.kind, catalogue.tombstones[plan.kind][plan.id], file)
    return writer.entry_page(plan.kind, plan.id, file)


def menu(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Section of the menu -> kinds whose indexes stand in it."""
    sections: dict[str, list[str]] = {}
    for kind in KINDS.values():
        if kind.address is not None and catalogue.by_kind.get(kind.name):
            sections.setdefault(kind.section, []).append(kind.name)
    return sections
