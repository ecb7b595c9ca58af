"""The pages of entries in one language: written from data, then put into a shell or a frame."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .handbook import Handbook
from .model.kinds import KINDS
from .pages import PagePlan, page
from .shell.marks import bare_mark, id_mark, mark
from .shell.shell import ITEMS, Shell, Unsplittable, split
from .writing.page import Page, Section, address
from .writing.writer import Writer

Framed = Callable[[PagePlan, Page, str | None], str]
"""Puts a page with its edit link into the theme's frame, the ordinary and slow way."""

Form = tuple[str, str, bool, bool]
"""What the frame of a page depends on: its sort, its kind, whether it has contents, an edit link.
"""


@dataclass(frozen=True, slots=True)
class EntryPages:
    """Writes the pages of entries in the writer's language."""

    handbook: Handbook
    writer: Writer
    framed: Framed
    tell: Callable[[str], None]
    """Tells whoever waits why a shell cannot be used."""
    _shells: dict[Form, Shell | None] = field(default_factory=dict)

    def written(self, plan: PagePlan) -> Page:
        """What a page says."""
        return page(plan, self.handbook.catalogue, self.writer)

    def html(self, plan: PagePlan, written: Page) -> bytes:
        """The whole page, byte for byte as the ordinary way gives it."""
        edit = self.handbook.options.edit_address(written.edited_file)
        form = (plan.sort, plan.kind, bool(written.contents), edit is not None)
        if form not in self._shells:
            self._shells[form] = self._tried(plan, written, edit)
        shell = self._shells[form]
        if shell is None:
            return self.framed(plan, written, edit).encode("utf-8", "xmlcharrefreplace")
        return _filled(shell, plan, written, edit)

    def write(self, plan: PagePlan, folder: Path) -> Page:
        """Put the page where a reader will look for it in the site's ``folder``."""
        written = self.written(plan)
        place = Path(folder, written.address[1:], "index.html")
        html = self.html(plan, written)
        try:
            place.write_bytes(html)
        except FileNotFoundError:
            place.parent.mkdir(parents=True)
            place.write_bytes(html)
        return written

    def _tried(self, plan: PagePlan, written: Page, edit: str | None) -> Shell | None:
        """A shell that has proved itself on a real page; None where none does."""
        try:
            shell = self._shell(plan, written, edit)
            ordinary = self.framed(plan, written, edit).encode("utf-8", "xmlcharrefreplace")
            _compare(_filled(shell, plan, written, edit), ordinary)
        except Unsplittable as reason:
            self.tell(
                f"{plan.sort} {plan.kind} ({self.writer.language}): {reason}. "
                "These pages are made one by one, which is slower; they are right."
            )
            return None
        return shell

    def _shell(self, plan: PagePlan, written: Page, edit: str | None) -> Shell:
        body = self.writer.fragment(
            "page_of_marks.html.j2", written.address, mark=bare_mark("BODY")
        ).strip()
        folder, languages = KINDS[plan.kind].address or "", self.handbook.languages
        marked = replace(
            written,
            address=address(self.writer.language, languages[0], folder, id_mark()),
            title=mark("TITLE"),
            description=mark("DESCRIPTION"),
            body=body,
            contents=tuple(
                Section(mark("ANCHOR", number), mark("TOPIC", number)) for number in range(ITEMS)
            )
            if written.contents
            else (),
            alternates={one: address(one, languages[0], folder, id_mark()) for one in languages},
            leads_to=mark("TARGET") if written.leads_to is not None else None,
        )
        html = self.framed(
            replace(plan, id=id_mark()), marked, mark("EDIT") if edit is not None else None
        )
        if html.count(body) != 1:
            raise Unsplittable("the theme does not print what the page says once and as it is")
        return split(html.replace(body, bare_mark("BODY")))


def _filled(shell: Shell, plan: PagePlan, written: Page, edit: str | None) -> bytes:
    values: Mapping[str, str] = {
        "ID": plan.id,
        "TITLE": written.title,
        "DESCRIPTION": written.description,
        "BODY": written.body,
        "EDIT": edit or "",
        "TARGET": written.leads_to or "",
    }
    items = [{"ANCHOR": one.anchor, "TOPIC": one.title} for one in written.contents]
    return shell.filled(values, items)


def _compare(filled: bytes, ordinary: bytes) -> None:
    """Raises Unsplittable, with the place, where a real page comes out differently."""
    if filled == ordinary:
        return
    same = next(
        (at for at, (one, other) in enumerate(zip(filled, ordinary, strict=False)) if one != other),
        min(len(filled), len(ordinary)),
    )
    there = ordinary[max(0, same - 40) : same + 40].decode("utf-8", "replace")
    raise Unsplittable(f"a real page comes out differently at byte {same}, near {there!r}")
