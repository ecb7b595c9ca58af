"""A full disk, told apart from everything else that may go wrong while building."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class NoSpace(Exception):
    """The disk, or the share of it that we may use, is full."""

    def __init__(self, target: Path) -> None:
        super().__init__(f"no space left to build {target}")
        self.target = target


@contextmanager
def space_watched(target: Path) -> Iterator[None]:
    """Within the block, a full disk raises `NoSpace`, whatever a library has wrapped it in."""
    try:
        yield
    except Exception as error:
        if _tells_of_a_full_disk(error):
            raise NoSpace(target) from error
        raise


def _tells_of_a_full_disk(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, OSError) and error.errno in _FULL:
            return True
        error = error.__cause__ or error.__context__
    return False
