"""Copies of scripts and styles that servers can send as they are, in fewer bytes."""

import gzip
from collections.abc import Mapping

import brotli

PACKED = (".css", ".js")
"""Fonts are packed already: a copy of WOFF2 would be as large."""


def with_copies(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """``files`` and beside them what is smaller packed, the same bytes at any time."""
    copies = dict(files)
    for path, content in files.items():
        if not path.endswith(PACKED):
            continue
        packed = {
            f"{path}.br": brotli.compress(content, mode=brotli.MODE_TEXT),
            f"{path}.gz": gzip.compress(content, compresslevel=9, mtime=0),
        }
        copies |= {name: copy for name, copy in packed.items() if len(copy) < len(content)}
    return copies
