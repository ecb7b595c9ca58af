"""The files made from entries, put beside their pages: made once, before any page is written."""

import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .catalogue import Catalogue
from .handbook import Handbook, ProblemsFound
from .model.output import Output
from .model.worksheet import Worksheet
from .printing.outputs import MOST_PAGES, OFFERED
from .printing.sheet_press import SheetFile, SheetPress
from .progress import Progress
from .reading.problem import Problem
from .reading.report import fill
from .terminal import words_for_terminal

COMMANDS = {
    "printing.no_pango": {
        "Linux": "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        "Darwin": "brew install pango",
    },
    "printing.no_typeface": {},
}
ANYWHERE = "make build"


def with_editions(handbook: Handbook, progress: Progress) -> Handbook:
    """The handbook with all files of its worksheets, and a catalogue that knows of them.

    Raises ProblemsFound for sheets that take too many pages.
    """
    sheets = [one for one in handbook.catalogue.entries("worksheet") if isinstance(one, Worksheet)]
    if handbook.options.pages_only or not sheets:
        return handbook
    progress.step("Printing worksheets")
    press = SheetPress(handbook.options.project, handbook.writers, handbook.cache, progress.at)
    files = list(press.files(sheets))
    if too_long := [problem for file in files for problem in _too_long(file, handbook.catalogue)]:
        raise ProblemsFound(sorted(set(too_long)), handbook.data.words)
    if press.left_out is not None:
        print(_left_out(press.left_out, handbook.data.words), file=sys.stderr)
    outputs: dict[tuple[str, str], list[Output]] = {}
    for file in sorted(files, key=_place):
        output = Output(
            file.format,
            file.order.edition,
            file.order.languages,
            f"/{file.path}",
            len(file.made.content),
        )
        outputs.setdefault(("worksheet", file.order.sheet.id), []).append(output)
    known = _knowing(handbook, outputs, {file.path: file.made.content for file in files})
    layouts = {
        (file.order.languages[0], file.order.sheet.id): file.made.layout
        for file in files
        if file.order.edition == "print" and file.format == "pdf"
    }
    return replace(known, sheet_layouts=layouts)


def with_files_of(last: Handbook, handbook: Handbook) -> Handbook:
    """A handbook that was read again; the files of the last build are still there."""
    return _knowing(handbook, last.catalogue.outputs, last.printed)


def _knowing(
    handbook: Handbook,
    outputs: Mapping[tuple[str, str], Sequence[Output]],
    printed: Mapping[str, bytes],
) -> Handbook:
    catalogue = handbook.catalogue.with_outputs(outputs)
    writers = {
        language: replace(writer, library=catalogue)
        for language, writer in handbook.writers.items()
    }
    files = {**printed, **handbook.printed}
    return replace(handbook, catalogue=catalogue, writers=writers, printed=files)


def _place(file: SheetFile) -> int:
    return OFFERED.index((file.order.edition, file.format))


def _too_long(file: SheetFile, catalogue: Catalogue) -> list[Problem]:
    most = MOST_PAGES[file.order.edition]
    if file.format != "pdf" or file.made.pages <= most:
        return []
    values = {
        "pages": str(file.made.pages),
        "most": str(most),
        "name": file.path.rpartition("/")[2],
    }
    path = catalogue.files["worksheet", file.order.sheet.id]
    return [Problem(path, 1, 1, "SHEET_TOO_LONG", ("blocks",), values)]


def _left_out(what: str, words: Mapping[str, Mapping[str, str]]) -> str:
    """What this machine lacks, and the one command that gets it."""
    command = COMMANDS[what].get(platform.system(), ANYWHERE)
    return fill(words_for_terminal(words)[what], {"command": command})
