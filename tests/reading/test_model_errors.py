"""Whatever the models can say against a value, people are told in our words."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from macros.model.chapter import Chapter
from macros.model.context import Context
from macros.model.entry import Tombstone
from macros.model.kinds import KINDS
from macros.model.operator import Operator
from macros.model.translation import TranslationRecord
from macros.model.vocabulary import Vocabulary
from macros.model.words import InterfaceWords
from macros.reading.document import read_document_text
from macros.reading.example import example_line
from macros.reading.judgement import CODES
from macros.reading.problem import Problem
from macros.reading.report import message_words, sentence
from macros.reading.shape import closed_lists, locate, shape_of
from macros.reading.validation import validate
from macros.reading.walk import MAX_DEPTH

from .project_words import PROJECT_WORDS

KIND_MODELS: dict[str, type[BaseModel]] = {kind.name: kind.model for kind in KINDS.values()}
MODELS: list[type[BaseModel]] = [*KIND_MODELS.values(), Operator, Chapter, Vocabulary, Tombstone]
CONTEXT = Context(
    ("cs", "pl"),
    dict.fromkeys(closed_lists(MODELS), ("one", "two"))
    | {"languages": ("cs", "pl"), "consent_basis": ("published_source", "written")},
    {name: frozenset({"one-id"}) for name in KINDS},
)
WRONG = (
    "x" * 5000,
    "",
    "{}",
    "x",
    "-5",
    "1.5",
    "999999999999999",
    "true",
    "null",
    "2026-02-30",
    "2026-13",
    "[]",
    "[x]",
    "[" + "{cs: x}, " * 9 + "]",
    "{cs: null}",
    "{de: x}",
    "{zzz: 1}",
    "[{}]",
    "[{zzz: 1}]",
    "[{type: zzz}]",
    *(
        f"[{{type: {block}}}]"
        for block in ("field", "lines", "checklist", "table", "scale", "drawing", "signature")
    ),
    "[{type: scale, steps: 99, number: 0, label: x}]",
    "[{type: table, number: x, columns: [], rows: 99}]",
    "[{type: table, columns: [" + "{label: {cs: x}}, " * 9 + "]}]",
    "[{type: table, number: 1, label: {cs: x}, rows: 1, columns: [{label: {cs: x}, "
    "printed: [{cs: x}, {cs: y}]}, {label: {cs: x}}]}]",
    "{start: 2020, end: 2019}",
    "{basis: written, anonymised: true}",
)
PYDANTIC_WORDS = (
    "input",
    "should",
    "valid",
    "pydantic",
    "type=",
    "dict",
    "tuple",
    "extra_",
    "_error",
)


ONLY_WHEN_ALL_ELSE_IS_RIGHT = {"NO_SOURCE", "NUMBER_TWICE", "ANSWER_WITHOUT_BLOCK"}
"""Provoked by whole files among the golden cases."""


def context_of(kind: str) -> Context:
    return Context(CONTEXT.languages, CONTEXT.vocabulary, CONTEXT.ids, kind)


def provoked() -> Iterator[Problem]:
    models: list[type[BaseModel]] = [*MODELS, TranslationRecord, InterfaceWords]
    for model in models:
        fields = list(model.model_fields) if model in MODELS else ["cs", "a b"]
        for name in fields:
            for wrong in WRONG:
                document = read_document_text(f"{name}: {wrong}\n", "x.yml")
                kind = next((kind for kind in KINDS if KIND_MODELS[kind] is model), "goal")
                yield from validate(document, model, context_of(kind), "x.yml").problems


def test_no_word_of_pydantic_reaches_the_reader() -> None:
    found = set(provoked())
    assert {problem.code for problem in found} >= set(CODES.values()) - ONLY_WHEN_ALL_ELSE_IS_RIGHT
    words = message_words("en", PROJECT_WORDS)
    for problem in found:
        assert problem.code != "WRONG_VALUE", problem
        told = sentence(problem, words).lower()
        assert not any(word in told for word in PYDANTIC_WORDS), told
        assert len(told) < 500
        assert len(problem.example or "") < 500


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_a_right_line_for_its_field(kind: str) -> None:
    model = KIND_MODELS[kind]
    for name, field in model.model_fields.items():
        if name == "id":
            continue
        spot = locate(model, (name,), {})
        example = example_line(spot.path, spot.shape, context_of(kind))
        assert example is not None, name
        document = read_document_text(example, "x.yml")
        assert document.problems == ()
        assert document.data is not None
        # Any: the type of a field is only known at run time.
        adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
        adapter.validate_python(document.data[name], context=context_of(kind))


@pytest.mark.parametrize("model", [Operator, Chapter, Vocabulary], ids=lambda model: model.__name__)
def test_examples_of_other_files_are_right(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        spot = locate(model, (name,), {})
        data = read_document_text(str(example_line(spot.path, spot.shape, CONTEXT)), "x.yml").data
        assert data is not None
        adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
        adapter.validate_python(data[name])


def depth_of(model: type[BaseModel]) -> int:
    """Levels of fields and lists that a file of this model can have."""

    def below(shape: Any) -> int:
        if shape.sort in ("text", "table"):
            return 1
        if shape.sort == "words":
            return 2
        if shape.model is not None:
            return depth_of(shape.model)
        inner = [shape.item] if shape.item else list(shape.alternatives.values())
        own = 1 if shape.sort == "list" else 0
        return own + max((below(one) for one in inner), default=0)

    fields = model.model_fields.values()
    return 1 + max(below(shape_of(field.annotation, tuple(field.metadata))) for field in fields)


def test_depth_limit_leaves_room_for_every_model() -> None:
    deepest = max(depth_of(model) for model in MODELS)
    assert deepest == 7
    assert deepest < MAX_DEPTH
