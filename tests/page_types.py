"""One address for each type of page; what is true of a type is tested on these, in every language.

Whoever makes a new type of page adds its line here.
"""

from dataclasses import dataclass

LANGUAGES = {"cs": "", "pl": "/pl"}
"""Language -> where its pages begin; the default language has no folder."""


@dataclass(frozen=True, slots=True)
class PageType:
    """A type of page, by one of its pages."""

    name: str
    path: str
    """Below the language's folder."""

    def address(self, language: str) -> str:
        """Where the page stands from the site's root."""
        return LANGUAGES[language] + self.path


PAGE_TYPES = tuple(
    PageType(name, path)
    for name, path in (
        ("home", "/"),
        ("chapter", "/czech-method/"),
        ("chapter with tables", "/czechia-and-poland/"),
        ("chapter on one sheet", "/talking-to-the-municipality/"),
        ("page for authors", "/authors/"),
        ("guide with pictures", "/how-to-contribute/"),
        ("form", "/contribute/"),
        ("short form", "/report/"),
        ("form for any entry", "/change/"),
        ("practice", "/practices/dum-23-bytu/"),
        ("project", "/projects/krnov-spolu-a-smysluplne/"),
        ("goal", "/goals/aktivizace/"),
        ("role", "/roles/komunitni-pracovnik/"),
        ("phase", "/phases/vstup/"),
        ("phase of the other framework", "/phases/dzialanie/"),
        ("method", "/methods/akcni-planovani/"),
        ("worksheet", "/worksheets/mapa-akteru/"),
        ("pack", "/packs/prvni-verejne-setkani/"),
        ("term", "/glossary/komunita/"),
        ("source", "/sources/akademicky-ustav-komunitni-socialni-prace/"),
        ("organisation", "/organisations/armada-spasy/"),
        ("programme", "/programmes/fundusz-inicjatyw-obywatelskich/"),
        ("event", "/events/film-rybnik-czas-na-zmiany/"),
        ("question", "/questions/kde-zacit/"),
        ("standard", "/standards/realne-miejsce/"),
        ("dilemma", "/dilemmas/ci-je-to-tema/"),
        ("catalogue", "/catalogue/"),
        ("facet", "/catalogue/theme/"),
        ("matrix", "/traceability/"),
        ("comparison", "/compare/"),
        ("list of practices", "/practices/"),
        ("list of projects", "/projects/"),
        ("list of phases", "/phases/"),
        ("list of roles", "/roles/"),
        ("list of goals", "/goals/"),
        ("list of questions", "/questions/"),
        ("list of worksheets", "/worksheets/"),
        ("list of packs", "/packs/"),
        ("glossary", "/glossary/"),
        ("list of sources", "/sources/"),
        ("map", "/map/"),
        ("timeline", "/timeline/"),
        ("numbers", "/numbers/"),
        ("open data", "/open-data/"),
        ("codebook", "/codebook/"),
        ("status", "/status/"),
        ("search results", "/search/"),
        ("missing page", "/404.html"),
    )
)
