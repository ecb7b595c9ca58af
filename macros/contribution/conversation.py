"""Asks the questions one after another, of somebody at a terminal or of what is piped in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from macros.model.phrases import Phrases

from .answers import Answers, NotUnderstood, years
from .questions import Question

CONSENTS = ("written", "oral_recorded", "group_decision", "published_source")
YES, NO = "yes", "no"


class Refused(Exception):
    """What was piped in holds no right answer to a question; the message says to which and why."""


@dataclass
class Conversation:
    """Reads answers from ``heard`` and writes questions to ``said``."""

    heard: TextIO
    said: TextIO
    phrases: Phrases
    languages: Sequence[str]
    """Those in which entries may be written."""
    vocabulary: Mapping[str, Sequence[str]]
    remarks: Callable[[str], Sequence[tuple[str, bool]]]
    """What is to be said of a text, and whether it stands in the way: personal data."""
    total: int = 0
    _ended: bool = field(default=False)

    def answers(self, asked: Sequence[Question], language: str | None) -> Answers:
        """All answers. Raises Refused, and KeyboardInterrupt where somebody stops."""
        self.total = max(one.number for one in asked)
        self._say(self.phrases.word("new.intro"))
        language = language or self._choice("languages", self.phrases.word("new.language"))
        texts: dict[str, str] = {}
        lists: dict[str, tuple[str, ...]] = {}
        choices: dict[str, str] = {}
        for question in asked:
            self._introduce(question)
            if question.field == "consent":
                choices |= self._consent("organisations" in texts, question)
            elif question.sort == "list":
                if several := self._several(question):
                    lists[question.field] = several
            else:
                if question.field == "place":
                    choices["country"] = self._choice(
                        "countries", self.phrases.word("field.country")
                    )
                if text := self._text(question):
                    texts[question.field] = text
                    if question.field == "place":
                        choices["place_precision"] = self._choice(
                            "place_precision", self.phrases.word("field.precision")
                        )
                if question.field == "evaluation":
                    choices["evidence"] = self._choice(
                        "evidence", self.phrases.word("field.evidence")
                    )
        return Answers(language, texts, lists, choices)

    def _introduce(self, question: Question) -> None:
        number = f"{question.number}/{self.total} " if question.number else ""
        self._say("")
        self._say(f"{number}{question.label}")
        self._say(f"    {question.help}")
        if question.example:
            example = question.example.replace("\n", "\n      ")
            self._say(f"    {self.phrases.word('new.example')} {example}")
        if question.longest and question.sort != "list":
            self._say("    " + self.phrases.word("new.at_most", maximum=question.longest))
        if question.sort in ("list", "prose"):
            self._say("    " + self.phrases.word("new.until_empty_line"))

    def _text(self, question: Question) -> str:
        """The answer, in one line or several; "" where nobody knows."""
        while True:
            text = "\n\n".join(self._lines()) if question.sort == "prose" else self._line()
            wrong = self._fault(question, text)
            if wrong is None:
                return text
            self._again(question.label, wrong)

    def _several(self, question: Question) -> tuple[str, ...]:
        while True:
            texts = tuple(self._lines())
            faults = (self._fault(question, text) for text in texts)
            wrong = next((fault for fault in faults if fault is not None), None)
            if wrong is None:
                return texts
            self._again(question.label, wrong)

    def _fault(self, question: Question, text: str) -> str | None:
        """Why the answer cannot stand; None where it can."""
        if not text:
            return self.phrases.word("new.required") if question.required else None
        if question.longest and len(text) > question.longest:
            return self.phrases.word(
                "problem.text_too_long", maximum=question.longest, length=len(text)
            )
        if question.field == "period":
            try:
                years(text)
            except NotUnderstood as misread:
                return self.phrases.word(str(misread))
        wrong = None
        for remark, stands_in_the_way in self.remarks(text):
            if stands_in_the_way:
                wrong = wrong or remark
            else:
                self._say(f"    ! {remark}")
        return wrong

    def _consent(self, has_organisation: bool, question: Question) -> dict[str, str]:
        while True:
            basis = self._choice("consent_basis", self.phrases.word("field.basis"), CONSENTS)
            if basis == "published_source" or has_organisation:
                break
            self._again(question.label, self.phrases.word("problem.consent_holder"))
        anonymised = self._choice("", self.phrases.word("field.anonymised"), (YES, NO))
        if anonymised == NO:
            self._say("    ! " + self.phrases.word("form.problem.not_anonymised"))
        return {"consent_basis": basis, "anonymised": anonymised}

    def _choice(self, name: str, intro: str, values: Sequence[str] | None = None) -> str:
        """One of a closed list, by its number or its name."""
        values = values or (self.languages if name == "languages" else self.vocabulary[name])
        self._say(f"    {intro}:")
        for number, value in enumerate(values, 1):
            self._say(f"    {number} {self._label(name, value)}")
        while True:
            said = self._line()
            if said.isdecimal() and 1 <= int(said) <= len(values):
                return values[int(said) - 1]
            if said in values:
                return said
            self._again(intro, self.phrases.word("new.choose", maximum=len(values)))

    def _label(self, name: str, value: str) -> str:
        key = f"vocabulary.{name}.{value}" if name else f"value.{value}"
        return self.phrases.word(key) if key in self.phrases else value

    def _lines(self) -> list[str]:
        """Everything up to an empty line."""
        lines: list[str] = []
        while line := self._line():
            lines.append(line)
        return lines

    def _line(self) -> str:
        """The next line; "" when there is none any more."""
        if self.heard.isatty():
            self.said.write("> ")
            self.said.flush()
        line = self.heard.readline()
        self._ended = self._ended or not line
        return line.strip()

    def _again(self, label: str, why: str) -> None:
        """Ask once more; what is piped in gets no second try, or every answer would slip."""
        if self._ended or not self.heard.isatty():
            raise Refused(f"{label}: {why}")
        self._say(f"    ! {why}")

    def _say(self, text: str) -> None:
        self.said.write(text + "\n")
