"""The form on the site: in which order it asks, and what a browser has to know for it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.model.operator import Operator
from macros.model.phrases import Phrases
from macros.model.practice import Units
from macros.model.privacy import FirstNames, PrivacyRules
from macros.model.worksheet import Worksheet
from macros.privacy.for_browsers import rules_for_browsers
from macros.reading.characters import CODES
from macros.reading.file_name import RESERVED
from macros.repository import Repository
from macros.writing.view import View
from macros.writing.writer import Writer

from .fields import Node, pointed_at, practice_fields
from .questions import SHEET, Question, questions
from .texts import fields_of_texts, texts_of_kinds

FIRST = ("title", "summary", "country", "situation", "results", "evidence", "limits")
"""What nobody can leave out; the rest is unfolded by whoever wants to tell more."""
GROUPS: Mapping[str, tuple[str, ...]] = {
    "where": ("place", "setting", "units", "period"),
    "led": ("organisations", "project"),
    "done": ("aim", "steps"),
    "people": (
        "participants", "partners", "target_groups", "participation_level", "facilitation",
    ),
    "cost": ("resources", "continuity"),
    "learned": ("evaluation", "risks", "tips"),
    "catalogue": ("themes", "goals", "phases", "roles", "methods", "worksheets"),
}  # fmt: skip
LAST = ("sources", "consent")
RULES = "contribute/rules.json"
"""Path of what both forms judge by, from the site's root."""
FEW = 40
"""Choices that are shown all at once."""
CODES_OF_TEXTS = (
    "no_language", "text_too_long", "control_character", "direction_character",
    "invisible_character", "line_separator", "lost_character", "link_not_shown",
    "picture_in_text",
)  # fmt: skip
"""All that can be wrong with a text."""
CODES_OF_PROBLEMS = (
    *CODES_OF_TEXTS,
    "missing_field", "empty_field", "empty_text",
    "unknown_choice", "unknown_reference", "wrong_form", "list_too_short", "not_whole_number",
    "not_number", "number_too_small", "number_too_large", "not_a_date", "not_a_day",
    "no_such_date", "period_order", "consent_holder", "bad_file_name", "reserved_name",
    "not_read", "id_taken", "web_address", "holder_not_written", "not_anonymised",
    "not_published",
)  # fmt: skip
"""All that can be wrong with what a form can express."""
PIECES = ("form", "change", "report", "question", "steps", "problem", "ways")
"""The forms, and pieces of the first one that the guide shows."""
SAID = (
    "nothing_changed", "item",
    "saved", "problems", "problems_none", "own_file", "own_files", "no_address", "mail_subject",
    "moved", "removed",
)  # fmt: skip
SENT = ("practice", "source", "organisation")
"""Kinds of the files that the form for practices makes."""


@dataclass(frozen=True, slots=True, repr=False)
class Form:
    """What the form's template asks for, in one language."""

    vocabulary: Mapping[str, Sequence[str]]
    questions: Mapping[str, Question]
    """Field -> its question, number and example on the printed sheet."""
    fields: Node = field(default_factory=practice_fields)
    sheet: str = SHEET

    @property
    def first(self) -> Sequence[Node]:
        return self._named(FIRST)

    @property
    def last(self) -> Sequence[Node]:
        return self._named(LAST)

    @property
    def groups(self) -> Sequence[tuple[str, Sequence[Node]]]:
        return [(name, self._named(fields)) for name, fields in GROUPS.items()]

    def _named(self, names: Iterable[str]) -> Sequence[Node]:
        by_name = {node["name"]: node for node in self.fields["fields"]}
        return [by_name[name] for name in names]

    def few(self, view: View, node: Node) -> bool:
        """Whether all choices can be shown at once; sources and organisations grow too many."""
        kind = node.get("kind")
        return kind not in ("source", "organisation") and len(self.choices(view, node)) <= FEW

    def radios(self, node: Node) -> bool:
        """Whether a single choice is shown as buttons rather than as a list."""
        return len(self.vocabulary.get(node["list"], ())) <= 5

    def choices(self, view: View, node: Node) -> Sequence[tuple[str, str]]:
        """Values with their labels."""
        if node["sort"] == "choice":
            values = self.vocabulary.get(node["list"], ())
            return [(value, view.label(node["list"], value)) for value in values]
        return [(entry.id, view.plain(entry.heading)) for entry in view.entries(node["kind"])]


@dataclass(frozen=True, slots=True, repr=False)
class Forms:
    """All forms of one build; each is a fragment of a page of prose."""

    vocabulary: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Kind -> ids of its entries, for those kinds at which a practice may point."""
    operator: Operator = field(default_factory=Operator)
    repository: Repository = field(default_factory=Repository)
    rules: PrivacyRules | None = None
    names: FirstNames | None = None

    def piece(self, name: str, writer: Writer, address: str) -> str:
        """HTML of one of the pieces."""
        if name == "form":
            return self._practice(writer, address)
        if name == "report":
            facts = self._facts(writer, address, ())
            return writer.fragment("contribution/report.html.j2", address, facts=facts)
        if name == "change":
            return self._change(writer, address)
        template = "contribution/picture.html.j2"
        return writer.fragment(template, address, name=name, questions=_questions(writer))

    def _practice(self, writer: Writer, address: str) -> str:
        """The form by which a practice is sent in or changed."""
        form = Form(self.vocabulary, _questions(writer))
        facts = self._facts(writer, address, CODES_OF_PROBLEMS) | {
            "fields": form.fields,
            "labels": self._labels(writer, form),
            "counted": _sizes(writer.phrases),
        }
        return writer.fragment("contribution/form.html.j2", address, form=form, facts=facts)

    def _change(self, writer: Writer, address: str) -> str:
        """The form in which the texts of any other entry are corrected or translated."""
        labels = {name: writer.phrases.word(f"field.{name}") for name in sorted(fields_of_texts())}
        facts = self._facts(writer, address, CODES_OF_TEXTS)
        facts |= {"kinds": texts_of_kinds(), "labels": labels}
        return writer.fragment("contribution/change.html.j2", address, facts=facts)

    def files(self, languages: Sequence[str]) -> Mapping[str, bytes]:
        """What a browser loads when somebody begins to write: path -> content."""
        privacy = (
            rules_for_browsers(self.rules, self.names, "practices")
            if self.rules is not None and self.names is not None
            else None
        )
        asked = pointed_at(practice_fields())
        known = {
            "languages": languages,
            "vocabulary": {
                name: self.vocabulary[name] for name in sorted(asked & {*self.vocabulary})
            },
            "ids": {kind: self.ids[kind] for kind in sorted(asked & {*self.ids})},
            "characters": CODES,
            "reserved": sorted({*RESERVED, *languages}),
        }
        return {RULES: json.dumps({"privacy": privacy, "known": known}).encode("ascii")}

    def _facts(self, writer: Writer, address: str, codes: Sequence[str]) -> dict[str, object]:
        """What all forms need at once: words, and where a text can be sent."""
        root = writer.view(address).root
        return {
            "language": writer.language,
            "languages": writer.library.languages,
            "root": root,
            "rules": root + RULES,
            "repository": self.repository.as_data(),
            "mailbox": self.operator.mailbox,
            "words": dict(_words(writer.phrases, self.rules, codes)),
        }

    def _labels(self, writer: Writer, form: Form) -> Mapping[str, str]:
        """Field -> how its question is called where problems are listed."""
        names = (*FIRST, *LAST, *(name for fields in GROUPS.values() for name in fields))
        asked = form.questions
        return {
            name: asked[name].label if name in asked else writer.phrases.word(f"field.{name}")
            for name in names
        }


def _questions(writer: Writer) -> Mapping[str, Question]:
    sheets = [one for one in writer.library.entries("worksheet") if one.id == SHEET]
    sheet = sheets[0] if sheets and isinstance(sheets[0], Worksheet) else None
    return {one.field: one for one in questions(writer.phrases, writer.language, sheet)}


def _sizes(phrases: Phrases) -> Mapping[str, Mapping[str, str]]:
    """What a house is measured by -> category of number -> the words for it."""
    return {
        name: {key.rsplit(".", 1)[1]: word for key, word in phrases.below(f"units.{name}.")}
        for name in Units.model_fields
    }


def _words(
    phrases: Phrases, rules: PrivacyRules | None, codes: Sequence[str]
) -> Iterable[tuple[str, str]]:
    """Key -> what a script says; the check's own words, but where they speak of files."""
    told = [*codes, *(f"personal_{one.name}" for one in (rules.rules if rules else ()))]
    for code in told:
        ours = f"form.problem.{code}"
        yield code, phrases.word(ours if ours in phrases else f"problem.{code}")
    for name in SAID:
        yield name, phrases.word(f"form.{name}")
    for kind in SENT:
        yield f"sent.{kind}", phrases.word(f"form.sent.{kind}")
    for key in ("report.question", "value.unknown", "new.own_record", "copy.done"):
        yield key, phrases.word(key)
