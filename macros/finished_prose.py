"""A page of prose after Markdown: typeset, with notes, slots and entry links filled in."""

from dataclasses import dataclass

from .chapter_states import INTRODUCTION
from .frame import entry_links_resolved
from .handbook import Handbook
from .language.page_text import after_heading
from .writing.source_notes import numbered_notes
from .writing.writer import Writer


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
        noted = numbered_notes(filled, self.writer.phrases.word("source.mark"))
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
