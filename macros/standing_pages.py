"""Pages of a served site that stay as they are while the text of a chapter is edited."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

# Any below: the site generator's own pages and files, which only two files know.

UNWRITTEN = "unwritten.html"
"""Template of pages that stay: it is empty, and then the site generator writes no page."""
SHOW_ALL_CHAPTERS = ("status/index",)
"""Names of pages that say of every chapter how it stands."""


@dataclass(frozen=True, slots=True)
class Known:
    """What other pages may ask of a page that stays."""

    title: Any
    toc: Any
    anchors: Collection[str] | None


@dataclass(slots=True)
class StandingPages:
    """The pages that the site generator has made, and which of them an edit leaves alone."""

    edited: frozenset[str] | None = None
    """Names of the chapters that are being made anew; None: all pages are."""
    moved_anchors: bool = False
    """Whether a chapter has got other headings, so that links to them must be checked."""
    _made: dict[str, Known] = field(default_factory=dict)
    """Address of a file in the site -> its page as it was made last."""

    def begin(self, edited: frozenset[str] | None) -> None:
        """The site is made anew, or only these chapters of it."""
        self.edited, self.moved_anchors = edited, False

    def stays(self, file: Any) -> bool:
        """Whether the page of ``file`` need not be made; one page shows how chapters stand."""
        name = file.norm_src_uri.removesuffix(".md")
        others = self.edited is not None and name not in {*self.edited, *SHOW_ALL_CHAPTERS}
        return others and file.dest_uri in self._made

    def stand_in(self, page: Any) -> None:
        """Let the site generator neither read nor render the page, nor write it anew."""
        known = self._made[page.file.dest_uri]

        def unread(_: object) -> None:
            page.markdown = ""

        def unrendered(*_: object) -> None:
            page.content, page.toc, page.present_anchor_ids = "", known.toc, known.anchors

        page.title, page.meta = known.title, {"template": UNWRITTEN}
        page.read_source, page.render = unread, unrendered

    def made(self, page: Any) -> None:
        """Remember a page that has been made."""
        known = Known(page.title, page.toc, page.present_anchor_ids)
        before = self._made.get(page.file.dest_uri)
        if self.edited is not None and before is not None:
            self.moved_anchors |= before.anchors != known.anchors
        self._made[page.file.dest_uri] = known
