"""Pages of prose: does every link lead somewhere, and does every page have a place of its own?"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Set

from .catalogue import Catalogue
from .model.kinds import KINDS
from .pages import PagePaths
from .reading.chapter_file import Page, lines_outside_code
from .reading.entry_file import Record
from .reading.nearest import nearest
from .reading.problem import Problem, shown
from .reading.prose import Prose

TAKEN = ("assets", "catalogue", "data", "search", "404")
"""First parts of addresses that the site needs for itself."""

_LINK = re.compile(r"\]\((?!entry:|https?://|mailto:)<?([^)\s>]+)")
_CODE = re.compile(r"`[^`]*`")
_ACTIVE = re.compile(
    r"<(script|iframe|object|embed|form|style|link|meta|base|svg)\b|<[^>]*\son[a-z]+\s*=",
    re.IGNORECASE,
)


def prose_place_problems(prose: Prose, catalogue: Catalogue) -> Iterator[Problem]:
    """Links that lead nowhere, pages where another page will be, and HTML that acts."""
    made = PagePaths(catalogue)
    pages = {(page.name, page.language): page for page in prose.pages}
    addresses = {kind.address for kind in KINDS.values() if kind.address}
    for page in prose.pages:
        first = page.name.split("/")[0]
        if page.name.removesuffix("/index") in made or first in addresses | set(TAKEN):
            values = {"name": page.name}
            yield Problem(page.path, 1, 1, "PLACE_TAKEN", values=values)
        for number, line in _lines(page):
            for match in _LINK.finditer(line):
                problem = _link_problem(match[1], page, pages, made)
                if problem:
                    code, values = problem
                    yield Problem(page.path, number, match.start(1) + 1, code, values=values)
            if active := _ACTIVE.search(line):
                values = {"value": shown(active[0])}
                yield Problem(page.path, number, active.start() + 1, "ACTIVE_HTML", values=values)


def linked_by_path(prose: Prose) -> frozenset[str]:
    """Paths of pages to which prose links as to files: ``practices/dum-23-bytu``."""
    return frozenset(
        _name(match[1].partition("#")[0], page)[1].removesuffix("/index")
        for page in prose.pages
        for _, line in _lines(page)
        for match in _LINK.finditer(line)
    )


def _name(path: str, page: Page) -> tuple[str, str]:
    """A link's path from docs/<language>, and the name of the page there."""
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path))
    return whole, whole.removesuffix(".md")


def chapter_name_problems(records: Iterable[Record], prose: Prose) -> Iterator[Problem]:
    """Pages of prose that an entry names and that do not exist."""
    names = sorted({page.name for page in prose.pages})
    for record in records:
        for chapter in record.chapters:
            if chapter.name not in names:
                near = nearest(chapter.name, names)
                values = {"value": shown(chapter.name)} | ({"nearest": near} if near else {})
                place = (chapter.path, chapter.line, chapter.column)
                yield Problem(*place, "UNKNOWN_PAGE", ("chapters",), values)


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """Number and text of the lines that are no code; code within a line is blanked."""
    for number, line in lines_outside_code(page.body, page.body_line):
        yield number, _CODE.sub(lambda match: " " * len(match[0]), line)


def _link_problem(
    target: str, page: Page, pages: dict[tuple[str, str], Page], made: Set[str]
) -> tuple[str, dict[str, str]] | None:
    """Code and values of what is wrong with a link to a file; None where it is right."""
    path, _, anchor = target.partition("#")
    names = {name for name, _ in pages}
    name = page.name
    if path:
        whole, name = _name(path, page)
        if name.removesuffix("/index") in made:
            return None
        if not path.endswith(".md") or name not in names:
            near = nearest(whole, [f"{one}.md" for one in names])
            return "UNKNOWN_PAGE", {"value": shown(target)} | ({"nearest": near} if near else {})
    there = pages.get((name, page.language))
    if anchor and there is not None:
        anchors = [heading.id for heading in there.headings if heading.id]
        if anchor not in anchors:
            near = nearest(anchor, anchors)
            return "UNKNOWN_PLACE", {"value": shown(target)} | ({"nearest": near} if near else {})
    return None
