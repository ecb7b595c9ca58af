"""Templates as plain Python: they ask objects for what they have, without a detour."""

import re
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']")
_ASKS_WHETHER_THERE = frozenset({"defined", "undefined"})


def printed(value: Any) -> str:
    """``value`` as it stands on the page: escaped, unless it is HTML or has nothing to escape.

    Any: whatever a template prints.
    """
    kind = type(value)
    if kind is Markup or (kind is str and _SPECIAL.search(value) is None):
        return value  # type: ignore[no-any-return]
    return escape(value)


class DirectCode(CodeGenerator):
    """Writes ``entry.title`` where Jinja writes a call that also looks for an item "title".

    Nor does a call ask first whether what is called wants the context: nothing of ours does.
    The two took half of the time in which a page is written. What is not there is an
    AttributeError, as strict as Jinja's own.
    """

    _may_lack = False

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if self._may_lack or node.ctx != "load" or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 (Jinja's name)
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        spread = node.dyn_args or node.dyn_kwargs
        if forward_caller or spread or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self._may_lack = node.name in _ASKS_WHETHER_THERE
        try:
            super().visit_Test(node, frame)
        finally:
            self._may_lack = False
