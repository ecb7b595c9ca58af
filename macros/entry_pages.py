"""The pages of entries in one language: written from data, then put into a shell or a frame."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from .assets.needs import styles_in
from .cache import Pack, digest
from .handbook import Handbook
from .kept_pages import Facts, KeptPages
from .pages import PagePlan, page
from .publishing.trust import KnownFrame, Trust
from .shell.marks import bare_mark, id_mark, mark
from .shell.shell import ITEMS, Shell, Unsplittable, split
from .writing.page import Page, Section, address
from .writing.writer import Writer

Framed = Callable[[PagePlan, Page, str | None], str]
"""Puts a page with its edit link into the theme's frame, the ordinary and slow way."""

Form = tuple[str, str, bool, bool, bool, tuple[str, ...]]
"""What the frame of a page depends on: its sort, its kind, whether it has contents, an edit link,
structured data, its stylesheets.
"""


SAFE = {name: f"xq{name.lower()}" for name in ("ID", "TITLE", "DESCRIPTION", "EDIT", "TARGET")}
"""Values that stand in addresses as they are, so that a frame's own addresses can be told."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A shell that has proved itself on a real page, and what its frame says."""

    shell: Shell
    frame: KnownFrame


@dataclass(frozen=True, slots=True)
class EntryPages:
    """Writes the pages of entries in the writer's language."""

    handbook: Handbook
    writer: Writer
    framed: Framed
    tell: Callable[[str], None]
    """Tells whoever waits why a shell cannot be used."""
    trust: Trust
    """Learns of every page what need not be looked at again."""
    kept: KeptPages
    _shells: dict[Form, Tried | None] = field(default_factory=dict)

    def path(self, plan: PagePlan) -> Path:
        """Where a page lies in the site."""
        return Path(self._address(plan, plan.id)[self.writer.language][1:], "index.html")

    def write(self, plan: PagePlan, folder: Path) -> Page:
        """Put the page where a reader will look for it in the site's ``folder``."""
        written = self.kept.page(plan, lambda: page(plan, self.handbook.catalogue, self.writer))
        path = f"{written.address[1:]}index.html"
        html = self._html(plan, written, path)
        _put(f"{folder}/{path}", html)
        return written

    def _html(self, plan: PagePlan, written: Page, path: str) -> bytes:
        """The whole page, byte for byte as the ordinary way gives it."""
        edit = self.handbook.options.edit_address(written.edited_file)
        styles = styles_in(written.body)
        has = (bool(written.contents), edit is not None, bool(written.structured))
        form = (plan.sort, plan.kind, *has, styles)
        if form not in self._shells:
            self._shells[form] = self._tried(plan, written, edit)
        tried = self._shells[form]
        if tried is None:
            return self.framed(plan, written, edit).encode("utf-8", "xmlcharrefreplace")
        values, items = _values(plan, written, edit)
        html = tried.shell.filled(values, items)
        own = _own_addresses(tried.frame, values, items)
        self.trust.page(path, html, tried.frame, written.body, own)
        return html

    def _tried(self, plan: PagePlan, written: Page, edit: str | None) -> Tried | None:
        """A shell for pages like this one; None where none does what the theme does."""
        try:
            shell = self._shell(plan, written, edit)
            ordinary = self.framed(plan, written, edit).encode("utf-8", "xmlcharrefreplace")
            _compare(shell.filled(*_values(plan, written, edit)), ordinary)
        except Unsplittable as reason:
            self.tell(
                f"{plan.sort} {plan.kind} ({self.writer.language}): {reason}. "
                "These pages are made one by one, which is slower; they are right."
            )
            return None
        items = [{"ANCHOR": SAFE["ID"], "TOPIC": SAFE["TITLE"]}] if written.contents else []
        html = shell.filled({**SAFE, "BODY": "", "STRUCTURED": ""}, items).decode("utf-8")
        where = self._address(plan, SAFE["ID"])[self.writer.language]
        frame = self.trust.frame(f"{where[1:]}index.html", html, tuple(SAFE.values()))
        return Tried(shell, frame)

    def _address(self, plan: PagePlan, id: str) -> dict[str, str]:
        languages, path = self.handbook.languages, replace(plan, id=id).path
        return {one: address(one, languages[0], path) for one in languages}

    def _shell(self, plan: PagePlan, written: Page, edit: str | None) -> Shell:
        body = self.writer.fragment(
            "page_of_marks.html.j2",
            written.address,
            mark=bare_mark("BODY"),
            styles=styles_in(written.body),
        ).strip()
        where = self._address(plan, id_mark())
        marked = replace(
            written,
            address=where[self.writer.language],
            title=mark("TITLE"),
            description=mark("DESCRIPTION"),
            body=body,
            contents=tuple(
                Section(mark("ANCHOR", number), mark("TOPIC", number)) for number in range(ITEMS)
            )
            if written.contents
            else (),
            alternates=where,
            leads_to=mark("TARGET") if written.leads_to is not None else None,
            structured=bare_mark("STRUCTURED") if written.structured else "",
        )
        html = self.framed(
            replace(plan, id=id_mark()), marked, mark("EDIT") if edit is not None else None
        )
        if html.count(body) != 1:
            raise Unsplittable("the theme does not print what the page says once and as it is")
        return split(html.replace(body, bare_mark("BODY")))


def _put(place: str, content: bytes) -> None:
    """Write a file in a folder that nearly always is new, as simply as it can be done."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        handle = os.open(place, flags, 0o644)
    except FileNotFoundError:
        os.makedirs(place.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 (as text)
        handle = os.open(place, flags, 0o644)
    with open(handle, "wb", buffering=0) as file:  # noqa: PTH123 (a handle)
        file.write(content)


def _values(
    plan: PagePlan, written: Page, edit: str | None
) -> tuple[Mapping[str, str], Sequence[Mapping[str, str]]]:
    values = {
        "ID": plan.id,
        "TITLE": written.title,
        "DESCRIPTION": written.description,
        "BODY": written.body,
        "EDIT": edit or "",
        "TARGET": written.leads_to or "",
        "STRUCTURED": written.structured,
    }
    return values, [{"ANCHOR": one.anchor, "TOPIC": one.title} for one in written.contents]


def _own_addresses(
    frame: KnownFrame, values: Mapping[str, str], items: Sequence[Mapping[str, str]]
) -> list[str]:
    """The addresses in a frame that are the page's own."""
    addresses = [f"#{item['ANCHOR']}" for item in items]
    for address_of_mark in frame.own:
        if address_of_mark == f"#{SAFE['ID']}":
            continue
        filled = address_of_mark
        for name, mark_of_name in SAFE.items():
            filled = filled.replace(mark_of_name, values[name])
        addresses.append(filled)
    return addresses


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


def pages_kept(handbook: Handbook, writer: Writer, facts: Facts) -> KeptPages:
    """What earlier runs have written in the writer's language, with all it depends on."""
    options, data = handbook.options, handbook.options.data
    rules = [file.read_bytes() for file in sorted((data / "language").glob("*.yml"))]
    words = (writer.phrases.own, writer.phrases.fallback)
    title = digest(
        *("pages", handbook.house, writer.language, *handbook.languages),
        *(options.site_url, options.site_root),
        *(repr(sorted(one.items())) for one in words),
        repr(sorted(writer.abbreviations.meanings.items())),
        *rules,
    )

    return KeptPages(Pack(handbook.cache, title), facts)


def facts_of(handbook: Handbook) -> Facts:
    """The state of everything at which pages look."""

    def order(language: str, kind: str) -> str:
        return digest(*handbook.writers[language].order(kind))

    return Facts(handbook.catalogue, order)
