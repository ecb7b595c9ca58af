"""Being told to stop, in such a way that half-made folders are still cleared away."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def termination_as_exit() -> Iterator[None]:
    """Within the block, SIGTERM and SIGHUP raise `SystemExit` instead of ending us on the spot.

    Ctrl-C already is an exception. A handler set by the caller is left alone, and so is a
    signal that `nohup` has silenced. Outside the main thread Python allows no handlers: there
    the next build clears up.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = (signal.SIGTERM, signal.SIGHUP)
    taken = [number for number in signals if signal.getsignal(number) is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
