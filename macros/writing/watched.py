"""How far the texts that one page shows are translated, found out only where it matters."""

from collections.abc import Collection
from dataclasses import dataclass, field

from ..model.entry import Entry
from ..model.text import Text
from ..model.texts import State, original_language, texts_of


@dataclass(slots=True)
class Watched:
    """The entries of one page that are not wholly translated into its language."""

    language: str
    _waiting: list[tuple[Entry, Collection[str]]] = field(default_factory=list)
    """Entries whose texts nobody had to tell apart yet, with the paths of their stale ones."""
    _any_stale: bool = False
    _texts: dict[int, tuple[Text, str, State]] = field(default_factory=dict)
    """id() of a text that is kept here -> its entry's language, and how far it is translated."""

    def add(self, entry: Entry, stale: Collection[str]) -> None:
        """Watch an entry of which some texts are missing, or those at the paths ``stale``."""
        self._waiting.append((entry, stale))
        self._any_stale = self._any_stale or bool(stale)

    def chosen(self, text: Text) -> tuple[str, str, State]:
        """The wording that the page shows, the language it is in, how far it is translated."""
        wording = text.get(self.language)
        if wording is not None:
            state = self._origin(text)[1] if self._any_stale else "current"
            return wording, self.language, state
        language = original_language(text, self._origin(text)[0])
        return text[language], language, "missing"

    def _origin(self, text: Text) -> tuple[str, State]:
        while self._waiting:
            entry, stale = self._waiting.pop()
            for path, one in texts_of(entry):
                state: State = "stale" if path in stale else "current"
                self._texts[id(one)] = (one, entry.source_language, state)
        _, language, state = self._texts.get(id(text), (text, self.language, "current"))
        return language, state
