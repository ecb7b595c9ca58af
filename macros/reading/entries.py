"""Everything in data/: entries, closed lists, words, translation records, the operator."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from macros.model.context import Context
from macros.model.entry import Entry
from macros.model.kinds import KINDS
from macros.model.operator import Operator
from macros.model.synthetic import Synthetic
from macros.model.towns import Towns

from .entry_file import EntryFile, Heard, Record, Withdrawn, read_entry, unheard_text
from .folder import Folder, list_folder, printable, unknown_folder
from .former_ids import former_id_problems
from .kept import Kept, NothingKept
from .memory import Memory, stamp_of, stamp_of_file
from .problem import Problem, shown_path
from .published_ids import PUBLISHED, published_id_problems
from .steady_memory import no_cycle_search
from .synthetic import MARKER, read_synthetic
from .translations import ChapterRecord, Records, read_translations
from .vocabularies import read_vocabularies
from .withdrawn import references_to_withdrawn
from .words import read_words
from .yaml_file import read_document

OPERATOR = "operator.yml"
TOWNS = "towns.yml"
M = TypeVar("M", Operator, Towns)
_OTHER_FOLDERS = (
    "language",
    "privacy",
    "sample_text",
    "schema",
    "translations",
    "ui",
    "vocabulary",
)


@dataclass(frozen=True, slots=True)
class Data:
    """What was read; entries with problems are left out, their problems are here."""

    records: tuple[Record, ...]
    tombstones: tuple[Withdrawn, ...]
    vocabularies: Mapping[str, tuple[str, ...]]
    """Name of a closed list -> its values; ``languages`` are the site's."""
    words: Mapping[str, Mapping[str, str]]
    """Language -> key -> interface word."""
    translations: Records
    """Folder and id of an entry -> its translation record."""
    operator: Operator
    problems: tuple[Problem, ...]
    chapter_records: Mapping[str, ChapterRecord]
    """Name of a chapter -> what its translations were made from."""
    ids: Mapping[str, Collection[str]]
    """Name of a kind -> ids of all its files, those that could not be read too."""
    translation_marks: Mapping[tuple[str, str], str]
    """Folder and id of an entry -> fingerprint of the file of its translation record."""
    files_read: int = 0
    files_reused: int = 0
    """How many of them had been read before."""
    towns: Towns = field(default_factory=Towns)
    """Where towns lie; none where the data have no such file."""
    synthetic: Synthetic | None = None
    """How the data were made up for measuring; None: they are real."""


def unheard(_: int, __: int) -> None:
    """Nobody wants to know how far it is."""


def read_data(
    root: Path,
    languages: tuple[str, ...],
    *,
    project_root: Path,
    kept: Kept | None = None,
    kept_records: Kept | None = None,
    told: Callable[[int, int], None] = unheard,
    memory: Memory | None = None,
    heard: Heard = unheard_text,
) -> Data:
    """Reads the whole folder ``root``; the problems of all files come sorted.

    ``languages`` are the site's, the default first; ``kept`` and ``kept_records``: what
    an earlier run has read of entries and of translation records;
    ``memory``: what this process has read; ``told`` hears how many of how many entries are
    read, ``heard`` the text of each entry whose notation is read. Raises nothing about the data.
    """
    kept, memory = kept or NothingKept(), memory or Memory(keeps=False)
    root = root.resolve() if root.is_symlink() else root
    problems = list(_top_problems(root, project_root))
    if not root.is_dir():
        return Data((), (), {}, {}, Records(), Operator(), tuple(problems), {}, {}, {})
    lists = memory.unless_changed(
        "vocabularies",
        [root / "vocabulary"],
        lambda: read_vocabularies(root / "vocabulary", languages, project_root=project_root),
    )
    words = memory.unless_changed(
        "words",
        [root / "ui", root / "vocabulary"],
        lambda: read_words(root / "ui", languages, lists.lists, project_root=project_root),
    )
    folders = {
        kind.name: list_folder(
            root / kind.folder,
            project_root,
            taken=frozenset(languages),
            folders=None if kind.has_photos else (),
        )
        for kind in KINDS.values()
    }
    for kind in KINDS.values():
        if kind.has_photos:
            problems += _strange_folders(kind.folder, folders[kind.name], root, project_root)
    ids = {name: folder.ids for name, folder in folders.items()}
    context = Context(languages, lists.lists, ids)
    with no_cycle_search():
        files = _entry_files(folders, context, kept, told, memory, heard)
    translations = read_translations(
        root / "translations",
        _by_folder(folders, files),
        languages,
        project_root=project_root,
        kept=kept_records or NothingKept(),
        memory=memory,
    )
    operator, operator_problems = _read_single(root / OPERATOR, Operator, context, project_root)
    towns, town_problems = memory.while_same(
        "towns",
        (context, stamp_of([root / TOWNS]) if memory.keeps else ()),
        lambda: _read_single(root / TOWNS, Towns, context, project_root),
    )
    synthetic, misplaced = read_synthetic(root, folders, project_root)
    problems += misplaced
    problems += lists.problems + words.problems + translations.problems
    problems += operator_problems + town_problems
    for folder in folders.values():
        problems += folder.problems
    for file in files:
        problems += file.problems
    problems += former_id_problems(files, ids)
    problems += published_id_problems(root / PUBLISHED, files, ids, project_root)
    problems += references_to_withdrawn(files, context)
    return Data(
        tuple(file.record for file in files if file.record is not None),
        tuple(file.withdrawn for file in files if file.withdrawn is not None),
        lists.lists,
        words.languages,
        translations.records,
        operator,
        tuple(sorted(set(problems))),
        translations.chapters,
        ids,
        translations.marks,
        towns=towns,
        synthetic=synthetic,
    )


def _top_problems(root: Path, project_root: Path) -> Iterator[Problem]:
    if not root.is_dir():
        yield Problem(shown_path(root, project_root), 1, 1, "MISSING_FOLDER")
        return
    known = [kind.folder for kind in KINDS.values()]
    top = list_folder(root, project_root, folders=[*known, *_OTHER_FOLDERS])
    for problem in top.problems:
        if problem.code != "RESERVED_NAME" and Path(problem.path).name != PUBLISHED:
            yield problem
    for file in top.files:
        if Path(file.path).name not in (OPERATOR, TOWNS, MARKER, PUBLISHED):
            yield Problem(file.shown, 1, 1, "UNKNOWN_FILE", values={"name": Path(file.path).name})


def _strange_folders(
    name: str, folder: Folder, root: Path, project_root: Path
) -> Iterator[Problem]:
    """Folders beside entries that have the name of none; photographs in them would be lost."""
    for inner in folder.folders:
        if inner not in folder.ids:
            path = f"{shown_path(root / name, project_root)}/{printable(inner)}"
            yield unknown_folder(path, inner, folder.ids)


def _entry_files(
    folders: Mapping[str, Folder],
    context: Context,
    kept: Kept,
    told: Callable[[int, int], None],
    memory: Memory,
    heard: Heard,
) -> tuple[EntryFile, ...]:
    """In the order of kinds and names, whatever the order in which they are read."""
    around = memory.while_same("context", (context.vocabulary, context.ids), object)
    listed = [(KINDS[name], file) for name, folder in folders.items() for file in folder.files]
    read: list[EntryFile | None] = [None] * len(listed)
    order = sorted(range(len(listed)), key=lambda one: kept.place(listed[one][1].shown))
    for done, number in enumerate(order):
        told(done, len(listed))
        kind, file = listed[number]
        stamp = (around, stamp_of_file(file.path) if memory.keeps else None)
        judge = partial(read_entry, kind, file, context, kept, heard)
        read[number] = memory.while_same(f"entry {file.path}", stamp, judge)
    memory.keep_only("entry ", {f"entry {file.path}" for _, file in listed})
    return tuple(file for file in read if file is not None)


def _by_folder(
    folders: Mapping[str, Folder], files: tuple[EntryFile, ...]
) -> Mapping[tuple[str, str], Entry | None]:
    """Folder and id of all entries that are not withdrawn; None where one cannot be read."""
    known: dict[tuple[str, str], Entry | None] = {}
    for file in files:
        if file.withdrawn is None and file.file.stem:
            entry = file.record.entry if file.record else None
            known[file.kind.folder, file.file.stem] = entry
    return known


def _read_single(
    path: Path, model: type[M], context: Context, project_root: Path
) -> tuple[M, tuple[Problem, ...]]:
    """A file that there is once, and need not be there at all."""
    if not path.exists() and not path.is_symlink():
        return model(), ()
    reading = read_document(path, model, context, project_root=project_root)
    return reading.value or model(), reading.problems
