"""A page of prose after Markdown: typeset, with notes, slots and entry links filled in."""

import re
from dataclasses import dataclass

from .chapter_states import INTRODUCTION
from .frame import entry_links_resolved
from .handbook import Handbook
from .language.page_text import after_heading
from .shown_at import SHOWN_BY, place_of
from .writing.source_notes import numbered_notes
from .writing.writer import Writer

_PLACE = re.compile(rf' id="(?:{"|".join(place_of(kind, "") for kind in SHOWN_BY.values())})[^"]+"')


@dataclass(frozen=True, slots=True)
class FinishedProse:
    """One page of prose on its way to its readers."""

    handbook: Handbook
    writer: Writer
    name: str
    """Path of the page without a language and without .md."""
    written_in: str
    """The language of its text, which is not the reader's where it is not translated."""
    address: str

    def typeset(self, text: str) -> str:
        """Plain text with the spaces and quotes of the page's language."""
        return self.writer.tongues[self.written_in].typeset(text)

    def finished(self, html: str) -> str:
        """The article's HTML. Raises BrokenEntryLink for a link that leads nowhere."""
        set_text = self._with_notes(self.writer.tongues[self.written_in].page(html))
        slots = self.handbook.authoring.slots
        filled = slots.fill(set_text, self.writer, self.address)
        noted = numbered_notes(
            _with_each_place_once(filled), self.writer.phrases.word("source.mark")
        )
        linked = entry_links_resolved(noted, self.writer.view(self.address).resolve)
        if self.written_in != self.writer.language:
            return linked
        return self.writer.explained(linked, self.address)

    def _with_notes(self, html: str) -> str:
        """A note in every section whose original has changed since its translation."""
        states = self.handbook.catalogue.chapter_states.get((self.name, self.written_in))
        for anchor in states.stale if states else ():
            note = self.writer.fragment("stale_note.html.j2", self.address)
            html = note + html if anchor == INTRODUCTION else after_heading(html, anchor, note)
        return html


def _with_each_place_once(html: str) -> str:
    """A page may show the same figure twice; only the first is a place to lead to."""
    seen: set[str] = set()

    def first(place: re.Match[str]) -> str:
        kept = "" if place[0] in seen else place[0]
        seen.add(place[0])
        return kept

    return _PLACE.sub(first, html)
