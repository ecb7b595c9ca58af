"""``python -m macros new practice``: asks what the printed sheet asks, and writes a stub."""

import argparse
import datetime
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .contribution.conversation import Conversation, Refused
from .contribution.questions import SHEET, questions
from .contribution.stub import StubFile, Surroundings, stub_files
from .model.context import Context
from .model.kinds import KINDS
from .model.phrases import Phrases
from .model.worksheet import Worksheet
from .options import SETTINGS, Options, options, project_folder
from .privacy.search import PersonalData
from .privacy_check import veiled
from .reading.document import read_document_text
from .reading.entries import Data, read_data
from .reading.privacy_rules import read_privacy_tables
from .reading.problem import Problem, shown_path
from .reading.report import as_text, sentence
from .reading.settings import read_settings
from .reading.validation import validate
from .reading.words import COMPLETE
from .terminal import make_printable, terminal_language, words_for_terminal

WRITTEN, REFUSED, USAGE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 written, 1 refused, 2 wrong use, 130 stopped; only 0 has written anything."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:
        return int(leaving.code or WRITTEN)
    make_printable()
    here = options(project_folder())
    languages = read_settings(here.project / SETTINGS, project_root=here.project).languages
    data = read_data(here.data, languages, project_root=here.project)
    desk = Desk(here, data, languages, chosen.lang)
    if not languages or not data.words:
        print("new: mend what `python -m macros check` reports first", file=sys.stderr)
        return REFUSED
    try:
        return desk.take_in()
    except Refused as refused:
        print(f"\n{refused}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"\n{desk.phrases.word('new.nothing_written')}", file=sys.stderr)
        return STOPPED
    print(desk.phrases.word("new.nothing_written"), file=sys.stderr)
    return REFUSED


@dataclass(frozen=True)
class Desk:
    """Where answers become files, beside the data that are there already."""

    options: Options
    data: Data
    languages: tuple[str, ...]
    language: str
    """Code of the language in which is asked."""

    @cached_property
    def phrases(self) -> Phrases:
        words = words_for_terminal(self.data.words, self.language)
        return Phrases(words, words)

    def take_in(self) -> int:
        """Ask, check, write. Raises Refused and KeyboardInterrupt."""
        sheet = next(
            (one.entry for one in self.data.records if one.entry.id == SHEET
             and isinstance(one.entry, Worksheet)), None
        )  # fmt: skip
        asked = questions(self.phrases, self.language, sheet)
        talk = Conversation(
            sys.stdin, sys.stdout, self.phrases, self.languages, self.data.vocabularies,
            self._remarks,
        )  # fmt: skip
        language = self.language if self.language in self.languages else None
        files = stub_files(talk.answers(asked, language), self._surroundings)
        problems = list(self._problems(files))
        if problems:
            raise Refused(as_text(problems, words_for_terminal(self.data.words, self.language)))
        self._write(files)
        print()
        for file in files:
            path = shown_path(self.options.data / file.path, self.options.project)
            print(self.phrases.word("new.written", path=path))
        print(self.phrases.word("new.next"))
        return WRITTEN

    @cached_property
    def _surroundings(self) -> Surroundings:
        titles = {
            wording.lower(): record.entry.id
            for record in self.data.records
            if record.kind == "organisation"
            for wording in record.entry.heading.wordings
        }
        return Surroundings(
            self.data.ids, titles, datetime.date.today().isoformat(),
            self.phrases.own["new.own_record"],
        )  # fmt: skip

    @cached_property
    def _search(self) -> PersonalData | None:
        tables = read_privacy_tables(self.options.data, project_root=self.options.project)
        if tables.rules is None or tables.names is None:
            return None
        return PersonalData(tables.rules, tables.names)

    def _remarks(self, text: str) -> list[tuple[str, bool]]:
        """What looks like personal data, in words; and whether it may not stand."""
        found = self._search.find(text) if self._search is not None else ()
        return [
            (
                sentence(
                    Problem(
                        "", 1, 1, f"PERSONAL_{one.rule.name.upper()}",
                        values={"value": veiled(text[one.start : one.end])},
                    ),
                    self.phrases.own,
                ),
                one.rule.severity == "error",
            )
            for one in found
        ]  # fmt: skip

    def _problems(self, files: Sequence[StubFile]) -> Iterator[Problem]:
        """What the check would say of the new files."""
        ids = {kind: set(known) for kind, known in self.data.ids.items()}
        for file in files:
            ids[file.kind].add(file.id)
        for file in files:
            document = read_document_text(file.text, file.path)
            if document.data is not None:
                document.data["id"] = file.id
            context = Context(self.languages, self.data.vocabularies, ids, file.kind)
            yield from validate(document, KINDS[file.kind].model, context, file.path).problems

    def _write(self, files: Sequence[StubFile]) -> None:
        """All files or none, and never over what is there. Raises Refused."""
        written: list[Path] = []
        try:
            for file in files:
                path = self.options.data / file.path
                path.parent.mkdir(parents=True, exist_ok=True)
                with path.open("x", encoding="utf-8", newline="\n") as opened:
                    written.append(path)
                    opened.write(file.text)
                    opened.flush()
                    os.fsync(opened.fileno())
        except BaseException as stop:
            for path in written:
                path.unlink(missing_ok=True)
            if isinstance(stop, OSError):
                raise Refused(str(stop)) from stop
            raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m macros new",
        description="Asks what the printed sheet for a practice asks, and writes a stub. An empty "
        "answer means that nobody knows. Answers may be piped in, one a line.",
    )
    parser.add_argument("kind", choices=("practice",))
    parser.add_argument("--lang", choices=COMPLETE, default=terminal_language())
    return parser
