"""The ways from a page to other pages and to files, relative to where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.kinds import KINDS
from ..model.output import Output
from .observed import Observed
from .page import address
from .wording import Wording


@dataclass(slots=True, kw_only=True)
class Ways(Wording):
    """Where links lead from one page in one language."""

    library: Observed
    language: str
    root: str
    """The way from the page to the site's root."""
    site_url: str = ""
    """The site's address with its host; "" where it has none yet."""

    def outputs_of(self, kind: str, id: str) -> list[Output]:
        """Files made from an entry that this page's readers can use."""
        made = self.library.outputs_of(kind, id)
        return [output for output in made if self.language in output.languages]

    def output_name(self, output: Output) -> str:
        """What a file is for; of a file in two languages, in which."""
        languages = ", ".join(self.tongue.language_name(one) for one in output.languages)
        return self.word(f"download.{output.edition}_{output.format}", languages=languages)

    def output_href(self, output: Output) -> str:
        """Relative address of a file."""
        return self.root + output.url[1:]

    def href(self, kind: str, id: str, anchor: str = "") -> str:
        """Relative address of an entry's page."""
        home = address(self.language, self.library.languages[0], KINDS[kind].address or "", id)
        return self.root + home[1:] + (f"#{anchor}" if anchor else "")

    def page_href(self, name: str) -> str:
        """Relative address of a page of prose."""
        return self.root + address(self.language, self.library.languages[0], name)[1:]

    def index_href(self, kind: str) -> str:
        """Relative address of a kind's index."""
        home = address(self.language, self.library.languages[0], KINDS[kind].address or "")
        return self.root + home[1:]

    def resolve(self, target: str) -> str | None:
        """Relative address of what follows ``entry:`` in a link; None where there is none."""
        try:
            kind, id, anchor = self.library.find(target)
        except LookupError:
            return None
        if KINDS[kind].address is None:
            return None
        return self.href(kind, id, anchor)

    def has_page(self, kind: str) -> bool:
        """Whether entries of a kind have pages of their own."""
        return KINDS[kind].address is not None

    def whole_address(self, page_address: str) -> str:
        """The address of a page with its host; "" where the site has none yet."""
        return self.site_url.rstrip("/") + page_address if self.site_url else ""

    def chapters(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Relative address and title of pages of prose; those of other languages are left out."""
        titles = self.library.chapter_titles
        return [
            (self.chapter_href(name), self.tongue.typeset(titles[name, self.language]))
            for name in names
            if (name, self.language) in titles
        ]

    def chapters_naming(self, source: str) -> list[tuple[str, str]]:
        """Relative address and title of the pages of prose that name a source."""
        return self.chapters(self.library.chapters_by_source.get(source, ()))

    def chapter_href(self, name: str) -> str:
        """Relative address of a page of prose; ``name`` is its path without .md."""
        parts = [part for part in name.removesuffix("index").split("/") if part]
        return self.root + address(self.language, self.library.languages[0], *parts)[1:]

    def home(self) -> str:
        """Relative address of the home page."""
        return self.root + address(self.language, self.library.languages[0])[1:]
