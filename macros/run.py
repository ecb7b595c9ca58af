"""What one build knows of itself while it runs."""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .overviews.materials import Materials
from .progress import Progress
from .publishing.trust import Trust

if TYPE_CHECKING:
    from .live import Live


class Outdated(BaseException):
    """An edit has come while the site that shows the one before it was being built.

    No Exception: the site generator tells each of those as a fault of the page that it is at.
    """


@dataclass(slots=True, repr=False)
class Run:
    """Shared by all steps of one build."""

    trust: Trust
    """Pages that need not be looked at a second time."""
    progress: Progress
    began: float = field(default_factory=time.perf_counter)
    pages_reused: int = 0
    """Pages of entries that came out of the cache."""
    pages_written: int = 0
    """Pages of entries that were written anew."""
    materials: Materials = field(default_factory=Materials)
    """What pages that look at the whole are made from; known before any page is written."""
    live: "Live | None" = None
    """The site while somebody edits it."""
    without_entries: bool = False
    """Whether the pages of entries are there already, as an edit has left them."""
    outdated: Callable[[], bool] = lambda: False
    """Whether somebody has edited again meanwhile, so that it is not worth going on."""

    def go_on(self) -> None:
        """Raises Outdated where a newer edit waits."""
        if self.outdated():
            raise Outdated

    def summary(self, files_read: int, files_reused: int) -> str:
        """What it cost, and what an earlier run has saved."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        megabytes = memory / (1_000_000 if sys.platform == "darwin" else 1_000)
        all_pages = self.pages_reused + self.pages_written
        return (
            f"{time.process_time():.1f} s of processor time, {megabytes:.0f} MB of memory; "
            f"reused {files_reused} of {files_read} files of data "
            f"and {self.pages_reused} of {all_pages} pages of entries"
        )
