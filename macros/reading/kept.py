"""What an earlier run has read, as far as this room has to know of it."""

from typing import Protocol


class Kept(Protocol):
    """Bytes by name, each with the key of what they were made from."""

    def place(self, name: str, /) -> int:
        """Names of one place are best asked for one after another."""
        ...

    def get(self, name: str, key: str, /) -> bytes | None: ...

    def put(self, name: str, key: str, value: bytes, /) -> None: ...


class NothingKept:
    """Every file is read anew."""

    def place(self, _: str, /) -> int:
        return 0

    def get(self, _: str, __: str, /) -> bytes | None:
        return None

    def put(self, _: str, __: str, ___: bytes, /) -> None:
        pass
