"""The ids that have been published: each goes on leading somewhere, whatever becomes of it.

A line of the file is ``<kind>/<id>``. Nobody writes it by hand: an entry that is new need not
stand in it, and the editor's command adds what has been published.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from macros.model.kinds import KINDS

from .entry_file import EntryFile
from .file_text import SITE_SIZE, read_text
from .nearest import suggestion
from .problem import Problem, shown, shown_path

PUBLISHED = "published_ids.txt"
"""In data/; where it is missing nothing has been published yet."""
TOMBSTONE = 'status: withdrawn\nupdated: 2026-03-01\nreason: {cs: "…", pl: "…"}'


def published_id_problems(
    path: Path,
    files: tuple[EntryFile, ...],
    ids: Mapping[str, Collection[str]],
    project_root: Path,
) -> Iterator[Problem]:
    """Published ids that lead nowhere any more, and lines that name none."""
    if not path.exists() and not path.is_symlink():
        return
    named = shown_path(path, project_root)
    file = read_text(path, named, SITE_SIZE)
    yield from file.problems
    left, broken = _left(files), _broken(files)
    for number, line in enumerate((file.text or "").splitlines(), 1):
        kind, slash, id = line.strip().partition("/")
        if not slash or kind not in KINDS:
            values = {"value": shown(line)} | suggestion(kind, KINDS)
            yield Problem(named, number, 1, "PUBLISHED_ID_UNKNOWN", values=values)
        elif id not in ids[kind] and (kind, id) not in left and kind not in broken:
            file_of_id = f"{named.removesuffix(PUBLISHED)}{KINDS[kind].folder}/{shown(id)}.yml"
            values = {"value": shown(id), "kind": kind, "file": file_of_id}
            yield Problem(named, number, 1, "PUBLISHED_ID_GONE", values=values, example=TOMBSTONE)


def _left(files: Iterable[EntryFile]) -> frozenset[tuple[str, str]]:
    """Former ids, which lead to the present ones."""
    return frozenset(
        (file.kind.name, former)
        for file in files
        if file.record is not None
        for former in file.record.entry.former_ids
    )


def _broken(files: Iterable[EntryFile]) -> frozenset[str]:
    """Kinds with a file that cannot be read: nobody knows which former ids stand in it."""
    return frozenset(
        file.kind.name for file in files if file.record is None and file.withdrawn is None
    )
