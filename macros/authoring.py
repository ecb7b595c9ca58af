"""The macros that authors of prose may use; each leaves a slot that is filled later.

Where an entry does not exist, a macro raises; the build then stops and names the page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from heapq import nsmallest

from .catalogue import Catalogue
from .contribution.form import PIECES, Forms
from .macro_errors import chosen, unknown
from .model.kinds import KINDS
from .model.operator import Operator
from .model.texts import texts_of
from .slots import Slots
from .writing.askers import ASKERS, OTHERS
from .writing.writer import Writer


@dataclass(frozen=True, slots=True, repr=False)
class Authoring:
    """All macros of one build, for every language.

    The macros plugin prints every macro in every build, and with it what it is bound to: with
    10,000 entries in that, printing would cost more than the build.
    """

    catalogue: Catalogue = field(repr=False)
    slots: Slots = field(repr=False)
    operator: Operator = field(default_factory=Operator, repr=False)
    forms: Forms = field(default_factory=Forms, repr=False)

    def macros(self) -> dict[str, Callable[..., str]]:
        """Name -> macro, as authors write it."""
        return {
            "link": self.link,
            "term": self.link,
            "card": self.card,
            "cards": self.cards,
            "newest": self.newest,
            "listing": self.listing,
            "titles": self.titles,
            "text": self.text,
            "figure": self.figure,
            "figures": self.figures,
            "source": self.source,
            "sources": self.sources,
            "proposal": self.proposal,
            "no_claim": self.no_claim,
            "comparisons": self.comparisons,
            "crosswalks": self.crosswalks,
            "term_table": self.term_table,
            "evaluation_questions": self.evaluation_questions,
            "count": self.count,
            "fields": self.fields,
            "choices": self.choices,
            "word": self.word,
            "handbook_files": self.handbook_files,
            "entrances": self.entrances,
            "situations": self.situations,
            "signs": self.signs,
            "lists": self.lists,
            "edition": self.edition,
            "contribution": self.contribution,
        }

    def link(self, target: str) -> str:
        """A link to an entry, with its title in the reader's language."""
        kind, id, anchor = self._found(target)
        return self._leave("macros/link.html.j2", kind=kind, id=id, anchor=anchor)

    def card(self, target: str) -> str:
        """An entry as a card."""
        kind, id, _ = self._found(target)
        return self._leave("macros/cards.html.j2", kind=kind, ids=(id,))

    def cards(self, kind: str, framework: str | None = None) -> str:
        """All entries of a kind as cards, or those of one framework."""
        return self._leave("macros/cards.html.j2", kind=kind, ids=self._ids(kind, framework))

    def newest(self, kind: str, count: int) -> str:
        """The entries of a kind that were changed last, as cards."""
        self._count(kind)
        entries = self.catalogue.entries(kind)
        last = nsmallest(count, entries, key=lambda one: (-one.updated.toordinal(), one.id))
        ids = tuple(one.id for one in last)
        return self._leave("macros/cards.html.j2", kind=kind, ids=ids)

    def titles(self, kind: str, framework: str | None = None) -> str:
        """All entries of a kind, or those of one framework, as a list of links."""
        return self._leave("macros/titles.html.j2", kind=kind, ids=self._ids(kind, framework))

    def listing(self, kind: str, framework: str | None = None) -> str:
        """All entries of a kind as a plain list with their summaries."""
        return self._leave("macros/listing.html.j2", kind=kind, ids=self._ids(kind, framework))

    def text(self, target: str, field: str) -> str:
        """One text of an entry: ``text("role/lidr", "description")``."""
        kind, id, _ = self._found(target)
        texts = [name for name, _ in texts_of(self.catalogue.entry(kind, id))]
        if field not in texts and getattr(self.catalogue.entry(kind, id), field, "") is not None:
            raise unknown(field, [name for name in texts if "." not in name])
        return self._leave("macros/text.html.j2", kind=kind, id=id, field=field)

    def figure(self, id: str) -> str:
        """A number in the line, as the figure's entry has it today."""
        found = self._found(f"figure/{id}")[1]
        return self._leave("macros/figure.html.j2", id=found)

    def figures(self, *ids: str) -> str:
        """Numbers with their sources."""
        found = tuple(self._found(f"figure/{id}")[1] for id in ids)
        return self._leave("macros/figures.html.j2", ids=found)

    def source(self, *ids: str) -> str:
        """A note in the line: where the sentence before it can be checked."""
        found = tuple(self._found(f"source/{id}")[1] for id in ids)
        return self._leave("macros/source.html.j2", ids=found)

    def proposal(self) -> str:
        """A note in the line: the sentence before it is the handbook's own proposal."""
        return self._leave("macros/proposal.html.j2")

    def no_claim(self) -> str:
        """Prints nothing: the sentence speaks of the handbook itself and needs no source."""
        return self._leave("macros/no_claim.html.j2")

    def sources(self, *ids: str) -> str:
        """A list of sources, cited."""
        found = tuple(self._found(f"source/{id}")[1] for id in ids)
        return self._leave("macros/sources.html.j2", ids=found)

    def comparisons(self, *ids: str) -> str:
        """The table of how it is in either country, each side with its sources; all of it, or
        the rows named.
        """
        found = tuple(self._found(f"comparison/{id}")[1] for id in ids)
        return self._leave("macros/comparisons.html.j2", ids=found)

    def crosswalks(self, kind: str, framework: str) -> str:
        """What corresponds to the entries of a framework in the other one, and how well."""
        ids = self._ids(kind, framework)
        return self._leave("macros/crosswalks.html.j2", kind=kind, ids=ids)

    def term_table(self, match: str, *ids: str) -> str:
        """Terms whose counterparts match in one way, with what to watch out for; all or some."""
        known = self.catalogue.vocabulary.get("term_match", ())
        if match not in known:
            raise unknown(match, known)
        found = tuple(self._found(f"term/{id}")[1] for id in ids)
        return self._leave("macros/term_table.html.j2", match=match, ids=found)

    def evaluation_questions(self, *ids: str) -> str:
        """Questions by which community work is judged, and what would answer them; all or some."""
        found = tuple(self._found(f"evaluation_question/{id}")[1] for id in ids)
        return self._leave("macros/evaluation_questions.html.j2", ids=found)

    def count(self, kind: str) -> str:
        """How many entries of a kind there are, with the word."""
        return self._leave("macros/count.html.j2", number=self._count(kind))

    def fields(self, kind: str) -> str:
        """The table of a kind's fields, from its model."""
        self._count(kind)
        return self._leave("macros/fields.html.j2", fields=KINDS[kind].model.model_fields)

    def choices(self, vocabulary: str) -> str:
        """The values of a closed list with their labels."""
        values = self.catalogue.vocabulary.get(vocabulary)
        if values is None:
            raise unknown(vocabulary, self.catalogue.vocabulary)
        return self._leave("macros/choices.html.j2", vocabulary=vocabulary, values=values)

    def word(self, key: str) -> str:
        """A word of the interface."""
        return self._leave("macros/word.html.j2", key=key)

    def handbook_files(self) -> str:
        """Links to the whole handbook as a book, with format and size."""
        return self._leave("macros/handbook_files.html.j2")

    def entrances(self, *groups: str) -> str:
        """The questions of readers, by who asks them; all, or those of the groups named."""
        shown = chosen(groups, (*ASKERS, OTHERS))
        return self._leave("macros/entrances.html.j2", groups=shown)

    def situations(self, *names: str) -> str:
        """The worksheets by the situation in which one reaches for them; all, or those named."""
        shown = chosen(names, self.catalogue.vocabulary.get("situations", ()))
        return self._leave("macros/situations.html.j2", names=shown)

    def signs(self, kind: str, framework: str | None = None) -> str:
        """Phases or roles in their order, each with its sign."""
        return self._leave("macros/signs.html.j2", kind=kind, ids=self._ids(kind, framework))

    def lists(self, *kinds: str) -> str:
        """The way to the lists of these kinds, with how many entries each holds."""
        numbers = tuple((kind, self._count(kind)) for kind in kinds)
        return self._leave("macros/lists.html.j2", kinds=numbers)

    def edition(self, fact: str, id: str | None = None) -> str:
        """What is known of this edition: a field of data/operator.yml, its address or its day.

        A declaration of accessibility asks for an ``id`` on the very element of a date.
        """
        facts = {**dict(self.operator), "address": None, "day": None}
        if fact not in facts:
            raise unknown(fact, facts)
        return self._leave("macros/edition.html.j2", fact=fact, value=facts[fact], id=id)

    def contribution(self, piece: str) -> str:
        """A form, or a piece of it with made-up answers, as the guide shows it."""
        if piece not in PIECES:
            raise unknown(piece, PIECES)
        return self.slots.leave(partial(self.forms.piece, piece))

    def _leave(self, template: str, **values: object) -> str:
        def written(writer: Writer, address: str) -> str:
            return writer.fragment(template, address, **values)

        return self.slots.leave(written)

    def _found(self, target: object) -> tuple[str, str, str]:
        if not isinstance(target, str):
            raise unknown(target, ())
        try:
            return self.catalogue.find(target)
        except LookupError as problem:
            known = [f"{kind}/{entry.id}" for kind, entry in self.catalogue]
            raise unknown(target, known) from problem

    def _count(self, kind: str) -> int:
        if kind not in KINDS:
            raise unknown(kind, KINDS)
        return len(self.catalogue.by_kind.get(kind, {}))

    def _ids(self, kind: str, framework: str | None) -> tuple[str, ...]:
        if kind not in KINDS:
            raise unknown(kind, KINDS)
        frameworks = self.catalogue.vocabulary.get("frameworks", ())
        if framework is not None and framework not in frameworks:
            raise unknown(framework, frameworks)
        return tuple(
            entry.id
            for entry in self.catalogue.entries(kind)
            if framework is None or getattr(entry, "framework", None) == framework
        )
