"""Publication: a whole site is built aside, checked, and takes the old one's place at once.

Beside the public path `site` lies `.site-releases/` with whole builds, and `site` is a link to
one of them. Readers follow either the old link or the new one; there is nothing in between.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import contents
from .interruption import termination_as_exit
from .lock import WAIT, exclusive, silently
from .shelf import Shelf
from .space import space_watched


@dataclass(frozen=True, slots=True)
class Published:
    """What stands at the public path now; `changed` is false if the same bytes stood there."""

    target: Path
    release: Path
    changed: bool


class TargetOccupied(Exception):
    """Something that we did not make stands at the public path, and it is not ours to remove."""

    def __init__(self, target: Path) -> None:
        super().__init__(f"{target} exists and was not published by us")
        self.target = target


def publish(
    make: Callable[[Path], None],
    target: Path,
    verify: Callable[[Path], None],
    keep: int = 2,
    *,
    wait: float = WAIT,
    waiting: Callable[[], None] = silently,
    told: Callable[[int, int], None] = contents.unheard,
) -> Published:
    """Build a site with `make`, check it with `verify`, and show it at `target`.

    `make` fills an empty folder with its own files (a hard link would change with its other
    end); `verify` raises whatever it likes when the folder is not whole. Whatever goes wrong,
    a kill or a power cut included, `target` is the old site or the new one. `keep` releases
    stay, the shown one among them, so that one can go back by hand. `told` hears how many of how
    many files are safely on disk.

    Raises `TargetOccupied` before anything is built, `Locked` after `wait` seconds behind
    another build, `NoSpace` on a full disk, `StrangeFile` if a link or a pipe was built, and
    what `make` and `verify` raise.
    """
    target = _absolute(target)
    shelf = Shelf(target)
    _refuse_strangers(target, shelf)
    with termination_as_exit(), space_watched(target):
        _make_public_folder(shelf.folder)
        with exclusive(shelf.folder / "lock", wait, waiting):
            shelf.sweep()
            release = _built(make, verify, shelf, told)
            changed = release != shelf.shown()
            if changed:
                _show(release, target, shelf)
            shelf.prune(keep)
            return Published(target, release, changed)


def _built(
    make: Callable[[Path], None],
    verify: Callable[[Path], None],
    shelf: Shelf,
    told: Callable[[int, int], None],
) -> Path:
    folder = shelf.aside()
    try:
        folder.mkdir()
        make(folder)
        verify(folder)
        return shelf.take(folder, told)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _show(release: Path, target: Path, shelf: Shelf) -> None:
    """Swap the link. The release is safely on disk before it, so no power cut can part them."""
    former = shelf.shown()
    _refuse_strangers(target, shelf)  # once more: building took its time
    if target.is_dir() and not target.is_symlink():
        _remove_empty(target)
    link = shelf.aside()
    link.symlink_to(Path(shelf.folder.name, release.name))
    link.replace(target)
    contents.flush(target.parent)
    if former is not None and former.exists():
        os.utime(former)  # the time it was last shown, by which it will be pruned


def _remove_empty(target: Path) -> None:
    try:
        target.rmdir()
    except OSError as error:
        raise TargetOccupied(target) from error


def _refuse_strangers(target: Path, shelf: Shelf) -> None:
    """Only nothing, an empty folder and a link to one of our releases may be replaced."""
    if target.is_symlink():
        free = shelf.shown() is not None
    elif target.is_dir():
        free = not any(target.iterdir())
    else:
        free = not target.exists()
    if not free:
        raise TargetOccupied(target)


def _absolute(target: Path) -> Path:
    """The same place when the working folder changes; the last link is not followed."""
    if target.name in {"", ".."}:
        return target.resolve()
    return target.parent.resolve() / target.name


def _make_public_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_public_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(contents.FOLDER_MODE)
