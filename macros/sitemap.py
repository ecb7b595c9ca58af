"""The sitemap's part for pages made from data that the site generator does not know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .catalogue import Catalogue
from .pages import PagePlan
from .writing.page import address


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """One page in one language."""

    address: str
    updated: str
    """The day of its last change, as ISO 8601 writes it."""
    alternates: Mapping[str, str]
    """Language -> address of the same page, its own among them."""


def sitemap_pages(plans: Sequence[PagePlan], catalogue: Catalogue) -> Iterator[SitemapPage]:
    """The pages of entries in every language."""
    languages = catalogue.languages
    for language in languages:
        for plan in plans:
            where = {one: address(one, languages[0], plan.path) for one in languages}
            updated = catalogue.updated(plan.kind, plan.id)
            yield SitemapPage(where[language], updated, where)
