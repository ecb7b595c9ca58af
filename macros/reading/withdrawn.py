"""References to entries that have been withdrawn."""

from collections.abc import Iterator

from macros.model.context import Context

from .entry_file import EntryFile, read_entry
from .kept import NothingKept
from .problem import Problem


def references_to_withdrawn(files: tuple[EntryFile, ...], context: Context) -> Iterator[Problem]:
    """An entry that is withdrawn has no page any more to which a reference could lead."""
    gone = {(file.kind.name, file.file.stem) for file in files if file.withdrawn is not None}
    if not gone:
        return
    left = {
        name: frozenset(id_ for id_ in ids if (name, id_) not in gone)
        for name, ids in context.ids.items()
    }
    for file in files:
        if file.record is not None and not gone.isdisjoint(file.record.references):
            surroundings = Context(context.languages, context.vocabulary, left)
            again = read_entry(file.kind, file.file, surroundings, NothingKept())
            for problem in again.problems:
                if problem.code == "UNKNOWN_REFERENCE":
                    yield _withdrawn(problem)


def _withdrawn(problem: Problem) -> Problem:
    values = {name: problem.values[name] for name in ("value", "kind")}
    return Problem(
        problem.path, problem.line, problem.column, "WITHDRAWN_REFERENCE", problem.field, values
    )
