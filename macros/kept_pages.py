"""Pages that an earlier run has written and that would come out the same today."""

import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from .cache import Cache, Pack, digest
from .catalogue import Catalogue
from .facets import Facets
from .model.practice import Practice
from .pages import PagePlan
from .related import similar_practices, traits
from .writing.observed import Fact
from .writing.page import Page, Section


@dataclass(slots=True)
class Facts:
    """The state of everything that a page can have looked at, each found out once."""

    catalogue: Catalogue
    order: Callable[[str, str], str]
    """Language and kind -> a fingerprint of the order of its entries."""
    _known: dict[Fact, str] = field(default_factory=dict)

    def mark(self, facts: tuple[Fact, ...]) -> str:
        """A fingerprint of the present state of all ``facts``."""
        return digest(*map(self.state, facts))

    def state(self, fact: Fact) -> str:
        """A fingerprint of the present state of one fact."""
        known = self._known.get(fact)
        if known is None:
            known = self._known[fact] = self._found(*fact)
        return known

    def _found(self, name: str, *about: str) -> str:
        catalogue = self.catalogue
        if name == "entry":
            return catalogue.marks.get((about[0], about[1]), "")
        if name == "entries":
            ids = catalogue.by_kind.get(about[0], {})
            return digest(*(catalogue.marks[about[0], id] for id in ids))
        if name == "order":
            return self.order(*about)
        if name == "users":
            users = catalogue.users(about[0], about[1])
            name = f"users of {about[0]}/{about[1]}"
            return catalogue.memory.while_same(name, users, partial(_mark, users))
        if name == "related":
            return "\n".join(catalogue.similar_to(about[0]))
        if name == "chapters":
            titles = sorted(catalogue.chapter_titles.items())
            return digest(repr(sorted(catalogue.chapters_by_source.items())), repr(titles))
        if name == "facets":
            facets = catalogue.facets
            found = partial(_mark_of_facets, facets)
            return catalogue.memory.while_same("mark of facets", facets, found)
        if name == "traceability":
            return digest(repr(catalogue.traceability))
        if name == "outputs":
            return repr(catalogue.outputs_of(about[0], about[1]))
        if name == "photos":
            return repr(catalogue.photos_of(about[0]))
        if name == "find":
            return self._target(about[0])
        return catalogue.today.isoformat()

    def _target(self, target: str) -> str:
        try:
            return "\n".join(self.catalogue.find(target))
        except LookupError as problem:
            return repr(problem)


@dataclass(slots=True)
class KeptPages:
    """The pages of one language."""

    pack: Pack
    facts: Facts
    reused: int = 0

    @staticmethod
    def place(plan: PagePlan) -> int:
        """Pages of one place are best asked for one after another."""
        return Pack.place(_name(plan))

    def page(self, plan: PagePlan, make: Callable[[], Page]) -> Page:
        """The page as it was kept, if nothing has changed at which it looked; else a new one."""
        if plan.sort == "tombstone":
            return make()  # a rare page, which looks at what is no entry any more
        name = _name(plan)
        file = self.facts.catalogue.files.get((plan.kind, plan.id), "")
        kept = self.pack.get(name, file)
        if kept is not None:
            facts, mark, fields, contents = marshal.loads(kept)
            if self.facts.mark(facts) == mark:
                self.reused += 1
                sections = tuple(Section(*one) for one in contents)
                return Page(**fields, contents=sections, shows=frozenset(facts))
        page = make()
        facts = tuple(sorted(page.shows))
        fields = {
            "address": page.address,
            "language": page.language,
            "title": page.title,
            "description": page.description,
            "body": page.body,
            "alternates": dict(page.alternates),
            "leads_to": page.leads_to,
            "edited_file": page.edited_file,
            "structured": page.structured,
        }
        contents = tuple((one.anchor, one.title) for one in page.contents)
        self.pack.put(name, file, marshal.dumps((facts, self.facts.mark(facts), fields, contents)))
        return page


def _mark(users: Mapping[str, Sequence[str]]) -> str:
    return digest(*(part for kind, ids in users.items() for part in (kind, *ids)))


def _mark_of_facets(facets: Facets) -> str:
    return digest(repr(facets.rows), repr(facets.places))


def _name(plan: PagePlan) -> str:
    return f"{plan.sort} {plan.path} {plan.target}"


def kept_similar(
    cache: Cache, house: str, practices: Sequence[Practice]
) -> Mapping[str, tuple[str, ...]]:
    """Which practices are alike, found anew only where one of them has another trait."""
    key = digest("similar", house, *(repr((one.id, tuple(traits(one)))) for one in practices))
    kept = cache.get(key)
    if kept is not None:
        found: dict[str, tuple[str, ...]] = marshal.loads(kept)
        return found
    similar = dict(similar_practices(practices))
    cache.put(key, marshal.dumps(similar))
    return similar
