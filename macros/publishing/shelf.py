"""The shelf of releases beside a site: which is shown, what is kept, what is cleared away."""

import secrets
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from . import contents

GRACE = 60.0
"""Seconds for which a replaced release stays, for a reader in the middle of a request."""

MOST = 10
"""Releases that may stay for that reason, so that many quick builds cannot fill the disk."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The releases of the site at `target`; every change to them needs the lock."""

    target: Path

    ASIDE: ClassVar[str] = "tmp-"
    RELEASE: ClassVar[str] = "release-"

    @property
    def folder(self) -> Path:
        return self.target.with_name(f".{self.target.name}-releases")

    def shown(self) -> Path | None:
        """The release that `target` links to, there or lost; `None` if it links elsewhere."""
        if not self.target.is_symlink():
            return None
        link = self.target.readlink()
        ours = link.parent == Path(self.folder.name) and link.name.startswith(self.RELEASE)
        return self.target.parent / link if ours else None

    def aside(self) -> Path:
        """A name that was never used before: the workers of a killed build, which outlive it,
        may still be writing to theirs."""
        return self.folder / f"{self.ASIDE}{secrets.token_hex(8)}"

    def take(self, built: Path, told: Callable[[int, int], None] = contents.unheard) -> Path:
        """Put a finished folder on the shelf under its fingerprint and return where it stands.

        If the same bytes stand there already, they are kept and `built` is left to the caller.
        A release that somebody has changed by hand is replaced; while it is being shown it
        cannot be moved, so its whole twin stands beside it.
        """
        fingerprint = contents.fingerprint(built)
        place = self.folder / f"{self.RELEASE}{fingerprint}"
        whole = _holds(place, fingerprint)
        if not whole and place == self.shown():
            place = place.with_name(f"{place.name}-again")
            whole = _holds(place, fingerprint)
        if not whole:
            if place.exists():
                self._discard(place)
            contents.make_readable(built)
            contents.make_durable(built, told)
            built.rename(place)
            contents.flush(self.folder)
        return place

    def sweep(self) -> None:
        """Remove what killed builds have left; under the lock nobody alive can own it."""
        for left in self.folder.glob(f"{self.ASIDE}*"):
            if left.is_symlink():
                left.unlink()
            else:
                shutil.rmtree(left, ignore_errors=True)

    def prune(self, keep: int) -> None:
        """Remove all but `keep` releases, those shown a moment ago excepted."""
        shown, now = self.shown(), time.time()
        others = [path for path in self.folder.glob(f"{self.RELEASE}*") if path != shown]
        last_shown = {path: path.stat().st_mtime for path in others}
        newest_first = sorted(others, key=last_shown.__getitem__, reverse=True)
        for kept, path in enumerate(newest_first, start=1):
            in_use = now - last_shown[path] < GRACE and kept < MOST
            if kept >= keep and not in_use:
                self._discard(path)

    def _discard(self, release: Path) -> None:
        """Rename before removing: a release killed half-removed would pass for a whole one."""
        aside = self.aside()
        release.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


def _holds(release: Path, fingerprint: str) -> bool:
    try:
        return release.is_dir() and contents.fingerprint(release) == fingerprint
    except contents.StrangeFile:
        return False
