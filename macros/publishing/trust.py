"""Pages that were made of a frame and an article: their frame is looked at once for all of them.

Trust is only for pages with which nothing is wrong. Where anything about one looks odd, it is
left to `verification`, which reads the whole page and says what.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from .address import Destination, destination
from .page import Page
from .plain_html import plain_facts

_REMEMBERED = 8_192
"""Addresses that need not be followed again."""


@dataclass(frozen=True, slots=True)
class KnownFrame:
    """What the frame of many pages says, and where in it they differ."""

    sound: bool
    own: tuple[str, ...]
    """Addresses that hold a mark."""
    ids: frozenset[str]
    counts: Mapping[str, int]
    forwards: bool


@dataclass(slots=True)
class Trust:
    """What is known of the pages of one site while it is written."""

    slot_mark: str
    once: Collection[str] = ("h1", "article")
    base_path: str = "/"
    sizes: dict[str, int] = field(default_factory=dict)
    """Path of a page that is trusted -> its bytes."""
    targets: set[str] = field(default_factory=set)
    """Files to which trusted pages lead."""
    places: set[tuple[str, str]] = field(default_factory=set)
    """Files and anchors in them to which trusted pages lead."""
    _followed: set[tuple[str, str]] = field(default_factory=set)
    """Where addresses of many pages stand, and the addresses: sound, and their targets noted."""

    def frame(self, path: str, html: str, marks: Sequence[str]) -> KnownFrame:
        """Look at a page at ``path`` whose article is empty and whose own texts are ``marks``."""
        page = Page(html, self.once)
        own: list[str] = []
        sound = bool(page.language and page.title) and not page.rebased
        sound = sound and all(count == 1 for count in page.ids.values())
        sound = sound and not any("." in selector for selector in self.once)
        sound = sound and page.names <= {""}
        for address, loads in set(page.references):
            there = destination(address, path, self.base_path)
            if any(mark in address for mark in marks):
                own.append(address)
                sound = sound and not loads
            elif there.kind == "site" and there.path == path:
                sound = sound and bool(address.strip() or not loads)
                sound = sound and _is_there(there, page.anchors)
            else:
                sound = sound and (address.startswith(("../", "/")) or there.kind != "site")
                sound = sound and _is_sound(there, loads)
                self._note(there)
        return KnownFrame(
            sound,
            tuple(own),
            page.anchors,
            dict(page.counts),
            page.forwards,
        )

    def page(
        self, path: str, html: bytes, frame: KnownFrame, article: str, own: Sequence[str]
    ) -> None:
        """Trust a page, if all is well with it; ``own``: the frame's own addresses, filled in."""
        facts = plain_facts(article)
        if facts is None or not frame.sound or self.slot_mark.encode() in html:
            return
        ids = set(facts.ids)
        if len(ids) != len(facts.ids) or not ids.isdisjoint(frame.ids):
            return
        for selector in self.once:
            count = frame.counts[selector] + facts.elements.get(selector, 0)
            if count != 1 and not frame.forwards:
                return
        ids |= frame.ids
        # Seen from the folder above, an address means the same on thousands of pages.
        neighbour = f"{path.rsplit('/', 2)[0]}/any/" if path.count("/") > 1 else path
        new: list[tuple[tuple[str, str], Destination]] = []
        for address in {*own, *facts.addresses}:
            if address[:1] == "#" and address[1:] in ids:
                continue
            key = (neighbour if address.startswith("../") else path, address)
            if key in self._followed:
                continue
            there = destination(address, key[0], self.base_path)
            if there.kind == "site" and there.path == path:
                if not _is_there(there, ids):
                    return
            elif _is_sound(there, False):
                new.append((key, there))
            else:
                return
        for key, there in new:
            self._note(there)
            if key[0] is neighbour:
                self._remember(key)
        self.sizes[path] = len(html)

    def _remember(self, followed: tuple[str, str]) -> None:
        if len(self._followed) >= _REMEMBERED:
            self._followed.clear()
        self._followed.add(followed)

    def _note(self, there: Destination) -> None:
        if there.kind == "site":
            self.targets.add(there.path)
            if _is_place(there.fragment):
                self.places.add((there.path, there.fragment))


def _is_sound(there: Destination, loads: bool) -> bool:
    return there.kind in ("site", "contained") or (there.kind == "host" and not loads)


def _is_there(there: Destination, anchors: Collection[str]) -> bool:
    return not _is_place(there.fragment) or there.fragment in anchors


def _is_place(fragment: str) -> bool:
    return fragment not in ("", "top") and not fragment.startswith(":~:")
