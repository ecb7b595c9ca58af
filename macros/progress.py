"""How far a run has come: counts and the time that is left, for steps that take their time."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

PATIENCE = 2.0
"""Seconds after which a step begins to say how far it is."""
PAUSES = {True: 0.2, False: 5.0}
"""Seconds from one word to the next: on a terminal, which is written over, and in a log."""

T = TypeVar("T")


@dataclass(slots=True)
class Progress:
    """The steps of one run."""

    output: TextIO = field(default_factory=lambda: sys.stdout)
    now: Callable[[], float] = time.monotonic
    steps: dict[str, float] = field(default_factory=dict)
    """Name of a step -> seconds it took, those of one name together."""
    _name: str = ""
    _began: float = 0.0
    _next: float = 0.0
    _shown: int = 0

    def step(self, name: str) -> None:
        """Begin a step, and end the one before it."""
        self.end()
        self._name, self._began = name, self.now()
        self._next = self._began + PATIENCE
        print(f"{name} ...", file=self.output, flush=True)

    def through(self, items: Sequence[T]) -> Iterator[T]:
        """Go through the items of the present step and say how far it is."""
        for done, item in enumerate(items):
            self.at(done, len(items))
            yield item

    def at(self, done: int, total: int) -> None:
        """So many of the present step's items are done."""
        now = self.now()
        if now < self._next or not done or done >= total:
            return
        self._next = now + PAUSES[self.output.isatty()]
        left = (now - self._began) / done * (total - done)
        self._write(f"{self._name}: {done} of {total}, {left:.0f} s left")

    def end(self) -> None:
        """End the present step."""
        if self._name:
            self._write("")
            spent = self.now() - self._began
            self.steps[self._name] = self.steps.get(self._name, 0.0) + spent
        self._name = ""

    def _write(self, text: str) -> None:
        if not self.output.isatty():
            if text:
                print(text, file=self.output, flush=True)
            return
        if text or self._shown:
            end = "" if text else "\r"
            print("\r" + text.ljust(self._shown), end=end, file=self.output, flush=True)
        self._shown = len(text)
