"""The last look at a finished site, as a reader's browser will meet it: does it hang together?"""

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from .address import Destination, destination
from .contents import files_in, unheard
from .page import Page
from .plain_html import anchors_in
from .stylesheet import addresses_in
from .text_pieces import look_through, pieces_of
from .trust import Trust

What = Literal[
    "missing_file",  # an address leads to a file that was not built
    "missing_anchor",  # … or to a place that its page does not have
    "above_site",  # … or out of the folder, or past the base path
    "foreign_host",  # a browser would fetch something from another host by itself
    "script_address",  # javascript: in an address
    "unknown_scheme",  # entry: and the like, never resolved
    "rebased",  # <base> is used
    "slot_left",  # the mark of a slot that was never filled
    "empty_file",
    "not_utf8",
    "no_language",
    "no_title",
    "wrong_count",  # a selector does not occur exactly once
    "duplicate_id",
]

_TEXTS = frozenset(
    {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".webmanifest"}
)
_WITH_ADDRESSES = frozenset({".html", ".css"})
_MAY_BE_EMPTY = frozenset({".nojekyll"})
_BEGINNING = frozenset({"", "top"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing wrong with one file; `path` is relative to the site's folder."""

    path: str
    what: What
    detail: str = ""


def findings_in(
    folder: Path,
    slot_mark: str,
    *,
    once: Collection[str] = ("h1", "article"),
    base_path: str = "/",
    trust: Trust | None = None,
    told: Callable[[int, int], None] = unheard,
) -> tuple[Finding, ...]:
    """Look through every file once and return what is wrong, sorted; nothing is changed.

    `slot_mark` begins a slot that should have been filled, in any text file. Each selector of
    `once` must occur exactly once in every page that does not merely forward its reader.
    `base_path` begins and ends with a slash. Pages of `trust` are not read a second time, unless
    one of them leads to something that is not there. `told` hears how many of how many files are
    looked at. Raises `StrangeFile` and `OSError`.
    """
    start = len(os.fspath(folder)) + 1
    sizes = {entry.path[start:]: entry.stat().st_size for entry in files_in(folder)}
    inspection = _Inspection(folder, frozenset(sizes), slot_mark, once, base_path)
    trusted = set() if trust is None else {
        path for path, size in trust.sizes.items() if sizes.get(path) == size
    }  # fmt: skip
    for done, (path, size) in enumerate(sizes.items()):
        told(done, len(sizes))
        if path not in trusted:
            inspection.look_at(path, size)
    if trust is not None and not inspection.bears_out(trust):
        for path in trusted:
            inspection.look_at(path, sizes[path])
        trusted = set()
    inspection.compare_anchors(trusted)
    return tuple(sorted(set(inspection.findings)))


@dataclass(slots=True)
class _Inspection:
    folder: Path
    files: frozenset[str]
    slot_mark: str
    once: Collection[str]
    base_path: str
    findings: list[Finding] = field(default_factory=list)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    to_compare: list[tuple[str, Destination]] = field(default_factory=list)
    """Anchors on other pages, which may not have been read yet."""

    def look_at(self, path: str, size: int) -> None:
        name = path.rpartition("/")[2]
        ending = "." + name.rpartition(".")[2].lower()
        if not size and name not in _MAY_BE_EMPTY:
            self._find(path, "empty_file")
        elif ending in _TEXTS:
            self._look_at_text(path, ending)

    def _look_at_text(self, path: str, ending: str) -> None:
        file = self.folder / path
        whole = file.read_bytes() if ending in _WITH_ADDRESSES else b""
        looked = look_through((whole,) if whole else pieces_of(file), self.slot_mark)
        if looked.bad_byte is not None:
            self._find(path, "not_utf8", f"byte {looked.bad_byte}")
            return
        if looked.marked:
            self._find(path, "slot_left", self.slot_mark)
        if ending == ".html":
            self._look_at_page(path, Page(whole.decode(), self.once))
        elif ending == ".css":
            for address in addresses_in(whole.decode()):
                self._follow(path, address, loads=True)

    def _look_at_page(self, path: str, page: Page) -> None:
        self.anchors[path] = page.anchors
        for address, loads in set(page.references):
            self._follow(path, address, loads)
        for identifier, count in page.ids.items():
            if count > 1:
                self._find(path, "duplicate_id", identifier)
        if not page.language:
            self._find(path, "no_language")
        if not page.title:
            self._find(path, "no_title")
        if page.rebased:
            self._find(path, "rebased")
        for selector, count in page.counts.items():
            if count != 1 and not page.forwards:
                self._find(path, "wrong_count", f"{selector}: {count}")

    def _follow(self, path: str, address: str, loads: bool) -> None:
        there = destination(address, path, self.base_path)
        match there.kind:
            case "site" if there.path not in self.files or (loads and not address.strip()):
                self._find(path, "missing_file", address)
            case "site":
                self._follow_anchor(path, there)
            case "above":
                self._find(path, "above_site", address)
            case "host" if loads:
                self._find(path, "foreign_host", address)
            case "script":
                self._find(path, "script_address", address)
            case "unknown":
                self._find(path, "unknown_scheme", address)

    def _follow_anchor(self, path: str, there: Destination) -> None:
        # A browser looks for the words after ":~:" itself.
        if there.fragment in _BEGINNING or there.fragment.startswith(":~:"):
            return
        if there.path != path:
            self.to_compare.append((path, there))
        elif path in self.anchors:
            self._compare_anchor(path, there)

    def bears_out(self, trust: Trust) -> bool:
        """Whether everything is there to which trusted pages lead."""
        if not trust.targets <= self.files:
            return False
        trusted = trust.sizes.keys()
        return all(fragment in self._anchors_of(path, trusted) for path, fragment in trust.places)

    def _anchors_of(self, path: str, trusted: Collection[str]) -> frozenset[str]:
        """The anchors of a page that has been looked at, or need not be; a file has none."""
        if path not in self.anchors and path in trusted:
            self.anchors[path] = anchors_in((self.folder / path).read_text("utf-8"))
        return self.anchors.get(path, frozenset())

    def compare_anchors(self, trusted: Collection[str] = ()) -> None:
        """Whether the places exist to which other pages lead; trusted pages are read for it."""
        for path, there in self.to_compare:
            if there.path in trusted:
                self._anchors_of(there.path, trusted)
            if there.path in self.anchors:
                self._compare_anchor(path, there)

    def _compare_anchor(self, path: str, there: Destination) -> None:
        if there.fragment not in self.anchors[there.path]:
            self._find(path, "missing_anchor", f"{there.path}#{there.fragment}")

    def _find(self, path: str, what: What, detail: str = "") -> None:
        self.findings.append(Finding(path, what, detail))
