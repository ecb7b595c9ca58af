"""What an earlier run has made already: bytes by key, none of them trusted without a look.

A key is a ``digest`` of everything that the bytes depend on, so nothing in here ever goes out
of date; it is only no longer asked for, and swept away one day.
"""

import contextlib
import hashlib
import marshal
import os
import secrets
import time
from pathlib import Path

MOST_BYTES = 1_000_000_000
"""What may lie in the cache before the longest unused part of it is swept away."""

_SUM_BYTES = 16
_DAY = 86_400


def digest(*parts: bytes | str) -> str:
    """A key for bytes that depend on all of ``parts``; where one part ends another begins."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        raw = part.encode("utf-8") if isinstance(part, str) else part
        whole.update(b"%d:" % len(raw))
        whole.update(raw)
    return whole.hexdigest()


class Cache:
    """The cache in ``folder``; None: there is none, and every answer is that nothing is known.

    What cannot be read or written costs time and nothing else: no error leaves this class.
    Several runs may use one folder at once.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._writable = folder is not None
        self.found = 0
        """How many keys were answered."""
        self.made = 0
        """How many values were added."""

    def get(self, key: str) -> bytes | None:
        """The bytes kept under ``key``; None where there are none or they are damaged."""
        if self._folder is None:
            return None
        try:
            handle = os.open(self._place(key), os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return None
        try:
            state = os.fstat(handle)
            kept = _whole(handle, state.st_size)
            if time.time() - state.st_mtime > _DAY:
                os.utime(handle)  # still in use: the sweep takes others first
        except OSError:
            return None
        finally:
            os.close(handle)
        if kept[:_SUM_BYTES] != _sum(key, kept[_SUM_BYTES:]):
            return None
        self.found += 1
        return kept[_SUM_BYTES:]

    def put(self, key: str, value: bytes) -> None:
        """Keep ``value`` under ``key``; a reader finds all of it or nothing."""
        if self._folder is None or not self._writable:
            return
        place = Path(self._place(key))
        aside = place.with_name(f"{place.name}.{secrets.token_hex(6)}")
        try:
            try:
                handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            except FileNotFoundError:
                place.parent.mkdir(parents=True, exist_ok=True)
                handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            with os.fdopen(handle, "wb") as file:
                file.write(_sum(key, value) + value)
            aside.replace(place)
        except OSError:
            self._writable = False  # a full or locked disk will not become better for the next
            with contextlib.suppress(OSError):
                aside.unlink()
            return
        self.made += 1

    def sweep(self, most_bytes: int = MOST_BYTES) -> None:
        """Remove what was not used for longest, until no more than ``most_bytes`` are left."""
        if self._folder is None or not self.made:
            return
        kept = []
        for shelf in self._folder.glob("[0-9a-f][0-9a-f]"):
            with os.scandir(shelf) as files:
                kept += [(state.st_mtime, state.st_size, one.path) for one in files
                         for state in (one.stat(),)]  # fmt: skip
        surplus = sum(size for _, size, _ in kept) - most_bytes
        for _, size, path in sorted(kept):
            if surplus <= 0:
                return
            Path(path).unlink(missing_ok=True)
            surplus -= size

    def _place(self, key: str) -> str:
        name = digest(key)
        return f"{self._folder}/{name[:2]}/{name[2:]}"


def _sum(key: str, value: bytes) -> bytes:
    """With the key: a file that somebody has moved or copied is damaged too."""
    return hashlib.blake2b(value, digest_size=_SUM_BYTES, key=digest(key).encode()).digest()


def _whole(handle: int, size: int) -> bytes:
    """All bytes of an open file; a read may bring less than it was asked for."""
    parts = []
    while size > 0 and (part := os.read(handle, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class Pack:
    """Values by name, each with the key it was made from, many names to one value of a cache.

    Fast where names are asked for in the order of ``place``: then each file is read and
    written once. Names that a run has not asked for are forgotten when it closes the pack, if
    it ``forgets``.
    """

    def __init__(self, cache: Cache, title: str, *, forgets: bool = True) -> None:
        self._forgets = forgets
        self._cache = cache
        self._title = title
        """What all values depend on besides their own keys."""
        self._place = -1
        self._known: dict[str, tuple[str, bytes]] = {}
        self._used: dict[str, tuple[str, bytes]] = {}
        self._changed = False
        self.found = 0
        """How many names were answered."""
        self.made = 0
        """How many values were added."""

    @staticmethod
    def place(name: str) -> int:
        """The file in which a name lies."""
        return hashlib.blake2b(name.encode("utf-8"), digest_size=1).digest()[0]

    def get(self, name: str, key: str) -> bytes | None:
        """The value under ``name``, if it was made from ``key``."""
        self._open(self.place(name))
        known = self._known.get(name)
        if known is None or known[0] != key:
            return None
        self._used[name] = known
        self.found += 1
        return known[1]

    def put(self, name: str, key: str, value: bytes) -> None:
        """Keep ``value``, made from ``key``, under ``name``."""
        self._open(self.place(name))
        self._known[name] = self._used[name] = (key, value)
        self._changed = True
        self.made += 1

    def close(self) -> None:
        """Write what has changed."""
        lives = self._used if self._forgets else self._known
        if self._place >= 0 and (self._changed or len(lives) < len(self._known)):
            self._cache.put(f"{self._title}/{self._place}", marshal.dumps(lives))
        self._place, self._known, self._used, self._changed = -1, {}, {}, False

    def _open(self, place: int) -> None:
        if place == self._place:
            return
        self.close()
        self._place = place
        kept = self._cache.get(f"{self._title}/{place}")
        if kept is not None:
            self._known = marshal.loads(kept)
