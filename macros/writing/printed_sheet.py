"""A worksheet as a document of its own, to be laid out on paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model.entry import Entry
from ..model.kinds import KINDS
from .page import address
from .sheet_edition import Name, SheetEdition
from .writer import Writer

KIND = "worksheet"


@dataclass(frozen=True, slots=True)
class Layout:
    """How much stands on the paper, and how close together."""

    steps: bool
    """Whether the steps of its use stand below the sheet."""
    tight: bool = False
    """Whether letters and gaps are a little smaller; lines to write on never are."""


LAYOUTS = {
    "print": (Layout(steps=True), Layout(steps=False), Layout(steps=False, tight=True)),
    "bilingual": (Layout(steps=True), Layout(steps=False), Layout(steps=False, tight=True)),
    "fill": (Layout(steps=False), Layout(steps=False, tight=True)),
    "large": (Layout(steps=True),),
}
"""Edition -> its layouts, the most comfortable first; the first one with the fewest pages is
printed."""


def sheet_edition(
    writers: Sequence[Writer], name: Name, id: str, tight: bool = False
) -> tuple[SheetEdition, Entry]:
    """The sheet as one edition of it is written, in the languages of ``writers``."""
    views = []
    for writer in writers:
        view = writer.view(sheet_address(writer, id))
        view.root = view.whole_address("/") or view.root
        views.append(view)
        entry = view.entry(KIND, id)
    return SheetEdition(name, tuple(views), tight), entry


def sheet_address(writer: Writer, id: str) -> str:
    """Address of the sheet's page from the site's root."""
    folder = KINDS[KIND].address or ""
    return address(writer.language, writer.library.languages[0], folder, id)


def whole_addresses(writers: Sequence[Writer], id: str) -> tuple[str, ...]:
    """Addresses of the sheet's pages with their host; none where the site has no host yet."""
    if not writers[0].site_url:
        return ()
    return tuple(writer.site_url.rstrip("/") + sheet_address(writer, id) for writer in writers)


def printed_sheet(
    writers: Sequence[Writer], name: Name, id: str, layout: Layout, code: Callable[[str], str]
) -> str:
    """HTML of one edition; ``code`` draws the QR code of an address."""
    edition, entry = sheet_edition(writers, name, id, layout.tight)
    addresses = whole_addresses(writers, id)
    return (
        writers[0]
        .templates.get_template("worksheet/printed.html.j2")
        .render(
            edition=edition,
            entry=entry,
            layout=layout,
            addresses=addresses,
            code=code(addresses[0]) if addresses else "",
        )
    )
