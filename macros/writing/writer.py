"""Pages and fragments of pages in one language, from the entries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from jinja2 import Environment

from ..model.entry import Tombstone
from ..model.kinds import KINDS
from ..model.phrases import Phrases
from .abbreviations import Abbreviations, FirstUse
from .choosing import facet_choices
from .library import Library, StatusFacts, Tongue
from .list_pages import CHOSEN, index_pages, index_parts, on_a_page
from .observed import Observed
from .orders import Orders
from .page import Page, address, root_from, shortened
from .structured import structured
from .view import Memory, View

DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class EditLink:
    """A file of the project and where it is edited."""

    file: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes for the readers of one language."""

    templates: Environment
    library: Library
    phrases: Phrases
    language: str
    tongues: Mapping[str, Tongue]
    abbreviations: Abbreviations
    site_root: str = "/"
    """Where the site stands on its host, for pages that do not know their own address."""
    edit_address: Callable[[str | None], str | None] = lambda _: None
    """Path of a file -> where it is edited; None without a repository."""
    site_url: str = ""
    """The site's address with its host; "" where it has none yet."""
    searchable: bool = True
    """Whether an index for search is made."""
    memory: Memory = field(default_factory=dict, repr=False, compare=False)
    """What pages have in common, made once."""
    words: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    orders: Orders = field(default_factory=Orders, repr=False, compare=False)

    def view(self, page_address: str) -> View:
        """What a template may ask, for a page at ``page_address``."""
        return View(
            library=Observed(self.library),
            phrases=self.phrases,
            tongue=self.tongues[self.language],
            language=self.language,
            root=root_from(page_address),
            tongues=self.tongues,
            site_url=self.site_url,
            memory=self.memory,
            words=self.words,
            orders=self.orders,
        )

    def order(self, kind: str) -> tuple[str, ...]:
        """The ids of all entries of a kind in the language's order."""
        return self.view("/").order(kind)

    def fragment(self, template: str, page_address: str, **values: object) -> str:
        """HTML of one template, for a place in a page at ``page_address``."""
        return self.templates.get_template(template).render(view=self.view(page_address), **values)

    def explained(self, html: str, page_address: str) -> str:
        """A page's HTML where every abbreviation is explained, and linked, at its first use."""

        def write(use: FirstUse) -> str | None:
            meaning = self.abbreviations.meanings[use.short]
            href = view.href(meaning.kind, meaning.id)
            told = meaning.is_told_in(use.words)
            if href == here or (told and f'href="{href}"' in use.html):
                return use.text
            if not use.changeable:
                return None
            return self.fragment(
                "abbreviation.html.j2",
                page_address,
                use=use,
                told=told,
                href=href,
                meaning=view.tongue.typeset(meaning.words),
            ).strip()

        view = self.view(page_address)
        here = view.root + page_address[1:]
        return self.abbreviations.first_uses.written(html, write)

    def entry_page(self, kind: str, id: str, edited_file: str) -> Page:
        """The page of one entry."""
        where = self._addresses(KINDS[kind].address or "", id)
        view = self.view(where[self.language])
        entry = view.entry(kind, id)
        body = self.templates.get_template(f"{kind}/page.html.j2").render(
            view=view, kind=kind, entry=entry, address=where[self.language]
        )
        title = view.plain(entry.heading)
        gist = " ".join(view.plain(entry.gist).split())
        data = structured(view, entry, title, gist, where[self.language])
        return replace(self._page(view, where, title, gist, body, edited_file), structured=data)

    def index_page(self, kind: str, number: int = 1) -> Page:
        """A page of the list of all entries of a kind; the first one is the kind's index."""
        folder = KINDS[kind].address or ""
        where = self._addresses(*index_parts(folder, number))
        view = self.view(where[self.language])
        title = view.heading(f"kind.{kind}.many")
        total, most = view.total(kind), on_a_page(kind)
        pages = [
            view.root + self._addresses(*index_parts(folder, one))[self.language][1:]
            for one in range(1, index_pages(kind, total) + 1)
        ]
        template = self.templates.select_template([f"{kind}/index.html.j2", "index.html.j2"])
        body = template.render(
            view=view,
            kind=kind,
            title=title,
            total=total,
            entries=view.between(kind, (number - 1) * most, number * most),
            pages=pages,
            number=number,
            choosing=facet_choices(view, (kind,)) if kind in CHOSEN and number == 1 else (),
        )
        if number > 1:
            title = f"{title}, {view.word('index.page', number=number)}"
        page = self._page(view, where, title, view.word(f"kind.{kind}.about"), body)
        return replace(page, wide=kind in CHOSEN and number == 1)

    def computed_page(
        self,
        template: str,
        parts: tuple[str, ...],
        values: Callable[[View], Mapping[str, object]],
        *,
        wide: bool = False,
    ) -> Page:
        """A page that no single entry stands behind; ``values`` hold its title too."""
        where = self._addresses(*parts)
        view = self.view(where[self.language])
        own = values(view)
        body = self.templates.get_template(template).render(view=view, **own)
        page = self._page(view, where, str(own["title"]), str(own["description"]), body)
        return replace(page, wide=wide)

    def tombstone_page(self, kind: str, tombstone: Tombstone, edited_file: str) -> Page:
        """The page that says that an entry was withdrawn, and why."""
        where = self._addresses(KINDS[kind].address or "", tombstone.id)
        view = self.view(where[self.language])
        title = view.word("withdrawn.title")
        body = self.templates.get_template("tombstone.html.j2").render(
            view=view, kind=kind, tombstone=tombstone, title=title
        )
        return self._page(view, where, title, title, body, edited_file)

    def redirect_page(self, kind: str, former_id: str, id: str) -> Page:
        """The page at an earlier address of an entry, which leads to the present one."""
        where = self._addresses(KINDS[kind].address or "", former_id)
        view = self.view(where[self.language])
        title = view.word("moved.title")
        body = self.templates.get_template("redirect.html.j2").render(
            view=view, entry=view.entry(kind, id), kind=kind, title=title
        )
        page = self._page(view, where, title, title, body)
        return replace(page, leads_to=view.href(kind, id))

    def overview_page(self, name: str, fill: Callable[[View], Mapping[str, object]]) -> Page:
        """A page that looks at the whole, filled with what ``fill`` finds for it."""
        where = self._addresses(name)
        view = self.view(where[self.language])
        key = name.replace("-", "_")
        title = view.word(f"{key}.title")
        template = self.templates.get_template(f"overviews/{key}.html.j2")
        body = template.render(view=view, title=title, **fill(view))
        return self._page(view, where, title, view.word(f"{key}.lead"), body)

    def status_page(self, status: StatusFacts) -> Page:
        """The page that shows editors what to write next."""
        where = self._addresses("status")
        view = self.view(where[self.language])
        title = view.word("status.title")
        grid = {(gap.country, gap.phase, gap.role): gap.practices for gap in status.grid}
        body = self.templates.get_template("status.html.j2").render(
            view=view, title=title, status=status, grid=grid, edit=self._edit_link
        )
        return self._page(view, where, title, view.word("status.lead"), body)

    def search_page(self) -> Page:
        """The page of search results, which a script fills."""
        where = self._addresses("search")
        view = self.view(where[self.language])
        title = view.word("search.title")
        kinds = [one for one in KINDS.values() if one.address and self.library.entries(one.name)]
        body = self.templates.get_template("search.html.j2").render(
            view=view, title=title, kinds=kinds, searchable=self.searchable
        )
        return self._page(view, where, title, view.word("search.lead"), body)

    def _edit_link(self, file: str) -> EditLink:
        return EditLink(file, self.edit_address(file))

    def missing_page(self) -> Page:
        """What a reader sees at an address where nothing is; its links start at the root."""
        where = self._addresses()
        view = self.view(where[self.language])
        view.root = self.site_root
        title = view.word("missing_page.title")
        body = self.templates.get_template("missing_page.html.j2").render(
            view=view, title=title, searchable=self.searchable
        )
        return self._page(view, where, title, title, body)

    def _addresses(self, *parts: str) -> dict[str, str]:
        default = self.library.languages[0]
        return {language: address(language, default, *parts) for language in self.library.languages}

    def _page(
        self,
        view: View,
        where: dict[str, str],
        title: str,
        description: str,
        body: str,
        edited_file: str | None = None,
    ) -> Page:
        return Page(
            address=where[self.language],
            language=self.language,
            title=title,
            description=shortened(description, DESCRIPTION_LENGTH),
            body=self.explained(body, where[self.language]),
            contents=tuple(view.sections),
            alternates=where,
            edited_file=edited_file,
            shows=frozenset(view.library.seen),
        )
