"""Macros put in the place of their calls, so that a page is written without calling them.

A call of a Jinja macro costs more than most macros do, and a page makes a hundred of them.
"""

from collections.abc import Collection, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

N = TypeVar("N", bound=nodes.Node)

_CALLERS_OWN = frozenset({"caller", "varargs", "kwargs"})
"""Names by which a macro asks for more than its parameters."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A macro, and the names in it."""

    macro: nodes.Macro
    own: frozenset[str]
    outer: frozenset[str]
    """Those that mean something outside the macro: other macros and what Jinja knows."""


class Inlining(NodeTransformer):
    """Replaces what a template prints of the macros that it knows by what stands in them."""

    def __init__(self, called: Collection[str] = ()) -> None:
        self._called = called
        """Macros that are to be called all the same."""
        self._macros: dict[str, _Placed] = {}
        self._taken: frozenset[str] = frozenset()
        self._open: tuple[str, ...] = ()

    def learn(self, part: nodes.Template) -> None:
        """Know the macros of a part from now on, but those that have to be called in any case."""
        outside = (one for one in part.body if not isinstance(one, nodes.Macro))
        left = frozenset(name for one in outside for name in _names(one, "store"))
        for one in part.body:
            if isinstance(one, nodes.Macro) and one.name not in self._called:
                self._learn(one, left | _CALLERS_OWN)

    def _learn(self, macro: nodes.Macro, left: frozenset[str]) -> None:
        """``left``: what only a macro that is called knows."""
        loaded, own = frozenset(_names(macro, "load")), frozenset(_names(macro, "store", "param"))
        plain = all(isinstance(default, nodes.Const) for default in macro.defaults)
        if plain and left.isdisjoint(loaded):
            self._macros[macro.name] = _Placed(macro, own, loaded - own)

    def inlined(self, template: nodes.Template) -> nodes.Template:
        """The template, changed; names that it sets itself stay its own."""
        macros = (macro.name for macro in template.find_all(nodes.Macro))
        self._taken = frozenset((*_names(template, "store", "param"), *macros))
        self.visit(template)
        return template

    def visit_Output(self, node: nodes.Output) -> list[nodes.Node]:  # noqa: N802 (Jinja's name)
        parts: list[nodes.Node] = []
        printed: list[nodes.Expr] = []
        for one in node.nodes:
            place = self._in_place_of(one)
            if place is None:
                printed.append(one)
                continue
            if printed:
                parts.append(nodes.Output(printed, lineno=node.lineno))
                printed = []
            parts.append(place)
        if printed:
            parts.append(nodes.Output(printed, lineno=node.lineno))
        return parts

    def _in_place_of(self, call: nodes.Expr) -> nodes.Node | None:
        """What stands in the macro that is called; None where it has to be called."""
        if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
            return None
        name = call.node.name
        known = self._macros.get(name)
        if known is None or name in self._taken or name in self._open:
            return None
        values = _values(known.macro, call)
        if values is None or not self._taken.isdisjoint(known.outer):
            return None
        place = _filled(known.macro, values, call.lineno)
        around = self._taken, self._open
        self._taken, self._open = self._taken | known.own, (*self._open, name)
        self.generic_visit(place)  # what stands in the macro may call others
        self._taken, self._open = around
        return place


def _filled(macro: nodes.Macro, values: Mapping[str, nodes.Expr], line: int) -> nodes.With:
    """What stands in a macro, where its parameters are known by their names."""
    body = [_copied(part) for part in macro.body]
    changed = frozenset(name for part in body for name in _names(part, "store"))
    constants = {
        name: value
        for name, value in values.items()
        if isinstance(value, nodes.Const) and name not in changed
    }
    targets: list[nodes.Expr] = [
        nodes.Name(name, "param") for name in values if name not in constants
    ]
    others = [value for name, value in values.items() if name not in constants]
    place = nodes.With(targets, others, body, lineno=line)
    for part in body:
        _Known(constants).visit(part)
    return place


def _copied(node: N) -> N:
    """A copy down to the leaves; `deepcopy` would take the environment along."""
    own = copy(node)
    for field, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(own, field, _copied(value))
        elif isinstance(value, list):
            parts = [_copied(one) if isinstance(one, nodes.Node) else one for one in value]
            setattr(own, field, parts)
    return own


class _Known(NodeTransformer):
    """Puts constants where parameters stood, so that Jinja can compute with them at once."""

    def __init__(self, constants: Mapping[str, nodes.Expr]) -> None:
        self._constants = constants

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 (Jinja's name)
        return self._constants.get(node.name, node) if node.ctx == "load" else node


def _values(macro: nodes.Macro, call: nodes.Call) -> dict[str, nodes.Expr] | None:
    """Parameter -> what is passed for it or its default; None where the two do not fit."""
    names = [parameter.name for parameter in macro.args]
    given = dict(zip(names, call.args, strict=False))
    named = {one.key: one.value for one in call.kwargs}
    defaults = dict(zip(names[len(names) - len(macro.defaults) :], macro.defaults, strict=True))
    if call.dyn_args or call.dyn_kwargs or len(call.args) > len(names):
        return None
    if given.keys() & named.keys() or named.keys() - set(names):
        return None
    values = {**defaults, **given, **named}
    return values if values.keys() == set(names) else None


def _names(node: nodes.Node, *contexts: str) -> Iterable[str]:
    return (one.name for one in node.find_all(nodes.Name) if one.ctx in contexts)
