"""The goals, and whether a run has met them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..search.queries import ABSENT, ALL
from ..search.queries import GOALS as RECALL
from .choosing import ChoosingCost
from .ours import Built
from .rivals import RivalCost
from .searching import EVERY, FEW, SearchCost

SMALL, LARGE = 1_000, 10_000
"""Practices of the collections that the goals speak of."""

PAGE = (
    "nothing stands out: of a page's 3.6 ms at 10,000 practices, 1.6 fill its template and set its "
    "words in type, 0.4 look through its links, 0.6 make, write, hash and flush its file and its "
    "folder, 0.5 read and judge its entry and look for personal data, 0.3 are open data, 0.3 lists "
    "and facets; the start and the few hundred pages of the real handbook are taken off already"
)
MEMORY = (
    "a build of the real handbook alone takes 185 MB: our libraries, the site generator's, and "
    "cutting the typeface; all entries are held while pages are written, since any page may show "
    "any of them: 13 KB each, 140 MB; what is said to facets, who refers to whom, which practices "
    "are alike, orders, plans and links to be checked take 80 MB more"
)
START = (
    "imports, the theme's own pages and templates, and reading the real handbook take what no "
    "page costs; the fewer pages, the larger their share"
)
HUGO = (
    "Hugo gets finished articles and only frames them; reading, judging, writing and checking "
    "the entries, which we do besides, is most of our time"
)
RELOAD = (
    "the server waits a tenth of a second for more changes; at 10,000 half a second goes by while "
    "folders are listed, each file is asked whether it has changed and links and lists are looked "
    "through again, and half a second for 140 pages that show the entry, one of the first of all"
)
CHECK = (
    "a made-up practice is three times as long as the plain ones that reading is measured with: "
    "0.7 ms to open, parse and judge it, 0.4 ms to search it for personal data, most of that for "
    "passing over letters in regular expressions; links, templates and the start take 2 s"
)

FIRST = (
    "Pagefind's WebAssembly takes 68 KB, its script 11 and ours 16 with rules and glossary, at "
    "every size; then come one piece of the index, 24 KB or less, and 3 bytes for each page in "
    "the list of all"
)
WAIT = (
    "one journey for pieces of the index and one for the cards of the results, 0.15 s each and "
    "0.06 s for every piece of 12 KB, of which a word needs one or two; a word that has to be "
    "mended takes two journeys more; a word on 8,500 pages takes 0.1 s of a processor"
)
MISSES = "`make test` names the queries that miss (tests/search/test_finding.py)"
INDEX = (
    "Pagefind takes 0.9 ms of each page, a third of it for files that are made and taken away; "
    "ours take 1.5 to 1.8 ms: 0.65 for its text and card, 0.5 for its words and files, 0.33 for "
    "the pieces of the index, which are written anew in half the bytes"
)
CHOOSING = (
    "half of it is the browser's, which lays out thirty cards and a row for each value of a facet; "
    "rows are ids, days and what each entry says to fifteen facets, a number each: 22 KB at 1,000"
)


@dataclass(frozen=True)
class Run:
    """Everything that one run has measured; what it left out is missing or None."""

    base: Built
    """The real data alone: what a build costs before the first made-up page."""
    sizes: Mapping[int, Built]
    reload: Mapping[int, float]
    rivals: Mapping[tuple[int, str], RivalCost]
    real_handbook: float | None
    reading: Mapping[int, float] = field(default_factory=dict)
    """Seconds for reading so many plain practices."""
    searches: Mapping[int, SearchCost] = field(default_factory=dict)
    """Practices -> what search costs; 0: among few pages."""
    real_search: SearchCost | None = None
    """Search in the real handbook."""
    choosing: ChoosingCost | None = None
    """What the catalogue costs its readers with the small collection."""

    def ms_a_page(self, practices: int) -> float:
        """What one more page costs, with the start taken off."""
        built = self.sizes[practices]
        return per_page(self.base, built)

    def against(self, rival: str) -> tuple[int, float] | None:
        """The largest collection that the rival has built, and our share of its cost.

        A small one says nothing: there we mostly build the real handbook, and read it first.
        """
        sizes = [size for size, name in self.rivals if name == rival and size >= SMALL]
        if not sizes:
            return None
        size = max(sizes)
        ours, theirs = self.sizes[size].build, self.rivals[size, rival].cost
        return size, ours.seconds / theirs.seconds


def per_page(base: Built, built: Built) -> float:
    """Milliseconds for each page that ``built`` has more than ``base``."""
    return (built.build.seconds - base.build.seconds) / (built.pages - base.pages) * 1000


@dataclass(frozen=True)
class Goal:
    """One line of the goals, with what was measured; None: this run has not measured it."""

    name: str
    most: float
    unit: str
    measured: float | None
    limit: str = ""
    """What keeps it from being less, where that is known."""

    @property
    def verdict(self) -> str:
        if self.measured is None:
            return "not measured"
        return "met" if self.measured <= self.most else "NOT MET"


def goals(run: Run) -> Sequence[Goal]:
    """All goals, in the order in which they are printed."""
    small, large = run.sizes.get(SMALL), run.sizes.get(LARGE)
    against = {name: run.against(name) for name in ("material", "hugo")}
    shares = {name: found[1] if found else None for name, found in against.items()}
    at = {name: f"{found[0]:,} practices" if found else "" for name, found in against.items()}
    flat = run.ms_a_page(LARGE) / run.ms_a_page(SMALL) if small and large else None
    cpu, memory = run.ms_a_page(LARGE) if large else None, large.build.peak_mb if large else None
    check = large.check.seconds if large else None
    material = _named("CPU to plain Material's", at["material"])
    return (
        Goal(f"CPU a page at {LARGE:,} × 2", 1.0, "ms", cpu, PAGE),
        Goal(f"ms a page at {LARGE:,} to {SMALL:,}", 1.1, "×", flat, PAGE),
        Goal(f"peak memory at {LARGE:,}", 200, "MB", memory, MEMORY),
        Goal(material, 0.25, "×", shares["material"], START),
        Goal(_named("CPU to Hugo's", at["hugo"]), 1.0, "×", shares["hugo"], HUGO),
        Goal(f"edit to reload at {SMALL:,}", 0.6, "s", run.reload.get(SMALL), RELOAD),
        Goal(f"edit to reload at {LARGE:,}", 1.0, "s", run.reload.get(LARGE), RELOAD),
        Goal("real handbook, rest kept", 8, "s", run.real_handbook, START),
        Goal(f"check at {LARGE:,}", 6, "s", check, CHECK),
        Goal(f"reading {LARGE:,} plain practices", 5, "s", run.reading.get(LARGE), CHECK),
        *_search_goals(run),
        *_choosing_goals(run),
    )


def _search_goals(run: Run) -> Sequence[Goal]:
    few, small, large = (run.searches.get(size) for size in (0, SMALL, LARGE))
    sizes = ((f"{FEW}", few, 130), (f"{SMALL:,}", small, 135), (f"{LARGE:,}", large, 200))
    missed = run.real_search.misses if run.real_search else {}
    sorts = {**RECALL, EVERY: ALL, ABSENT: 1.0}
    return (
        *(
            Goal(
                f"misses: {sort.replace('_', ' ')}",
                round(100 - 100 * share, 1),
                "%",
                missed.get(sort),
                MISSES,
            )
            for sort, share in sorts.items()
        ),
        *(
            Goal(
                f"first answer at {name}",
                most,
                "KB",
                one.first_bytes / 1000 if one else None,
                FIRST,
            )
            for name, one, most in sizes
        ),
        *(
            Goal(f"query to results at {name}", 0.7, "s", one.answer_seconds if one else None, WAIT)
            for name, one, _ in sizes
        ),
        Goal(f"index of {LARGE:,} × 2", 60, "s", large.index_seconds if large else None, INDEX),
        Goal(f"its memory at {LARGE:,}", 1600, "MB", large.index_mb if large else None, INDEX),
    )


def _choosing_goals(run: Run) -> Sequence[Goal]:
    one = run.choosing
    size = one.bytes / 1000 if one else None
    wait = one.milliseconds if one else None
    return (
        Goal(f"catalogue with its rows at {SMALL:,}", 60, "KB", size, CHOOSING),
        Goal(f"choosing among {SMALL:,}, 4 × slower", 50, "ms", wait, CHOOSING),
    )


def _named(name: str, size: str) -> str:
    return f"{name}, {size}" if size else name
