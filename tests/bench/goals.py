"""The goals, and whether a run has met them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .ours import Built
from .rivals import RivalCost
from .searching import FEW, SearchCost

SMALL, LARGE = 1_000, 10_000
"""Practices of the collections that the goals speak of."""


@dataclass(frozen=True)
class Run:
    """Everything that one run has measured; what it left out is missing or None."""

    base: Built
    """The real data alone: what a build costs before the first made-up page."""
    sizes: Mapping[int, Built]
    reload: Mapping[int, float]
    rivals: Mapping[tuple[int, str], RivalCost]
    real_handbook: float | None
    searches: Mapping[int, SearchCost] = field(default_factory=dict)
    """Practices -> what search costs; 0: among few pages."""

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
    return (
        Goal(f"CPU a page at {LARGE:,} × 2", 1.0, "ms", run.ms_a_page(LARGE) if large else None),
        Goal(f"ms a page at {LARGE:,} to {SMALL:,}", 1.1, "×", flat),
        Goal(f"peak memory at {LARGE:,}", 200, "MB", large.build.peak_mb if large else None),
        Goal(_named("CPU to plain Material's", at["material"]), 0.25, "×", shares["material"]),
        Goal(_named("CPU to Hugo's", at["hugo"]), 1.0, "×", shares["hugo"]),
        Goal(f"edit to reload at {SMALL:,}", 0.6, "s", run.reload.get(SMALL)),
        Goal(f"edit to reload at {LARGE:,}", 1.0, "s", run.reload.get(LARGE)),
        Goal("real handbook, rest kept", 8, "s", run.real_handbook),
        Goal(f"check at {LARGE:,}", 6, "s", large.check.seconds if large else None),
        *_search_goals(run),
    )


def _search_goals(run: Run) -> Sequence[Goal]:
    few, small, large = (run.searches.get(size) for size in (0, SMALL, LARGE))
    sizes = ((f"{FEW}", few, 130), (f"{SMALL:,}", small, 135), (f"{LARGE:,}", large, 200))
    return (
        *(
            Goal(f"first answer at {name}", most, "KB", one.first_bytes / 1000 if one else None)
            for name, one, most in sizes
        ),
        *(
            Goal(f"query to results at {name}", 0.7, "s", one.answer_seconds if one else None)
            for name, one, _ in sizes
        ),
        Goal(f"index of {LARGE:,} × 2", 60, "s", large.index_seconds if large else None),
        Goal(f"its memory at {LARGE:,}", 1600, "MB", large.index_mb if large else None),
    )


def _named(name: str, size: str) -> str:
    return f"{name}, {size}" if size else name
