"""``python -m macros photo FILE…``: takes the place and all unseen out of photographs."""

import sys
from collections.abc import Sequence
from pathlib import Path

from .photos.picture import FORMATS, NoPicture, without_traces
from .reading.report import fill
from .terminal import make_printable, words_for_terminal


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 all files are clean, 1 one could not be cleaned, 2 wrong use."""
    paths = [Path(one) for one in arguments]
    if not paths or any(path.suffix[1:] not in FORMATS or not path.is_file() for path in paths):
        print(f"usage: python -m macros photo FILE.{{{','.join(FORMATS)}}} …", file=sys.stderr)
        return 2
    make_printable()
    words = words_for_terminal({})
    status = 0
    for path in paths:
        try:
            cleaned = without_traces(path.read_bytes(), path.suffix[1:])
        except NoPicture as fault:
            said = fill(words[f"problem.{fault.code.lower()}"], fault.values)
            print(f"{path}: {said}", file=sys.stderr)
            status = 1
            continue
        aside = path.with_name(f".{path.name}.new")
        aside.write_bytes(cleaned)
        aside.replace(path)
        print(fill(words["photo.cleaned"], {"path": str(path)}))
    return status
