"""The text of one file, opened so that nothing but a plain UTF-8 file gets in."""

import errno
import hashlib
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from .characters import character_problems, position
from .problem import Problem

ENTRY_SIZE = 64 * 1024
"""Bytes of one entry; the longest one we know has about a tenth of it."""
SITE_SIZE = 1024 * 1024
"""Bytes of a file that serves the whole site: interface words, language rules."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_ONLY_WINDOWS_1250 = frozenset(range(0x80, 0xA0))
_ONLY_ISO_8859_2 = frozenset(b"\xa1\xa6\xa9\xab\xac\xae\xb1\xb6\xb9\xbb\xbc\xbe")
"""Bytes that are the accented s, t, z and a there, and marks in Windows-1250."""


@dataclass(frozen=True, slots=True)
class FileText:
    """The text, or None when the file cannot be read; and what is wrong with the file."""

    text: str | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class FileBytes:
    """The bytes, or None when the file cannot be read; and what is wrong with the file."""

    raw: bytes | None
    problems: tuple[Problem, ...] = ()

    @property
    def mark(self) -> str:
        """A fingerprint of the bytes."""
        return hashlib.blake2b(self.raw or b"", digest_size=16).hexdigest()

    def text(self, shown_path: str) -> FileText:
        """Text in NFC with plain line ends and without a byte order mark."""
        if self.raw is None:
            return FileText(None, self.problems)
        decoded = decode(self.raw, shown_path)
        if not self.problems:
            return decoded
        return FileText(decoded.text, self.problems + decoded.problems)


def read_text(path: Path | str, shown_path: str, largest: int = ENTRY_SIZE) -> FileText:
    """Text in NFC with plain line ends and without a byte order mark. Raises nothing."""
    return read_bytes(path, shown_path, largest).text(shown_path)


def read_bytes(path: Path | str, shown_path: str, largest: int = ENTRY_SIZE) -> FileBytes:
    """The bytes of a plain file. Raises nothing."""
    try:
        descriptor = os.open(path, _FLAGS)
    except OSError as error:
        return _refused_bytes(shown_path, _code_of(error, path))
    problems: tuple[Problem, ...] = ()
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return _refused_bytes(shown_path, "NOT_A_FILE")
        if status.st_size > largest:
            values = {"size": status.st_size, "maximum": largest}
            return _refused_bytes(shown_path, "TOO_LARGE", **values)
        if status.st_mode & 0o111:
            problems = (Problem(shown_path, 1, 1, "EXECUTABLE"),)
        raw = os.read(descriptor, status.st_size)
    except OSError:
        return _refused_bytes(shown_path, "UNREADABLE")
    finally:
        os.close(descriptor)
    return FileBytes(raw, problems)


def _refused_bytes(shown_path: str, code: str, **values: int) -> FileBytes:
    return FileBytes(None, _refused(shown_path, code, **values).problems)


def decode(raw: bytes, shown_path: str) -> FileText:
    """The text of ``raw``, or the problem that it is no clean UTF-8."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"\0" in raw[:2] and raw[:2] != b"\0\0"):
        return _refused(shown_path, "UTF_16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in raw:
            return _refused(shown_path, "BINARY_FILE")
        return FileText(None, (_not_utf8(raw, error, shown_path),))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if problems := character_problems(text, shown_path):
        return FileText(None, problems)
    if not text.strip():
        return _refused(shown_path, "EMPTY_FILE")
    if conflict := _CONFLICT.search(text):
        line, column = position(text, conflict.start())
        return FileText(None, (Problem(shown_path, line, column, "MERGE_CONFLICT"),))
    return FileText(text)


def _refused(shown_path: str, code: str, **values: int) -> FileText:
    shown_values = {name: str(value) for name, value in values.items()}
    return FileText(None, (Problem(shown_path, 1, 1, code, values=shown_values),))


def _code_of(error: OSError, path: Path | str) -> str:
    if Path(path).is_symlink():
        return "SYMLINK"
    if error.errno == errno.ENOENT:
        return "MISSING_FILE"
    return "NOT_A_FILE" if error.errno in (errno.ENXIO, errno.EISDIR) else "UNREADABLE"


def _not_utf8(raw: bytes, error: UnicodeDecodeError, shown_path: str) -> Problem:
    start = error.start + (3 if raw.startswith(b"\xef\xbb\xbf") else 0)
    good = raw[:start].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    line, column = position(good, len(good))
    letters = set(raw)
    latin = not letters & _ONLY_WINDOWS_1250 and letters & _ONLY_ISO_8859_2
    values = {
        "byte": f"0x{raw[start]:02X}",
        "encoding": "ISO-8859-2" if latin else "Windows-1250",
    }
    return Problem(shown_path, line, column, "NOT_UTF8", values=values)
