"""What the site generator says while it builds, shown or kept."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOG = "mkdocs"


@contextmanager
def logged(level: int = logging.WARNING) -> Iterator[None]:
    """Show what the generator has to say from ``level`` upwards."""
    log = logging.getLogger(LOG)
    shown = logging.StreamHandler()
    shown.setLevel(level)
    shown.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    shown.addFilter(lambda record: not str(record.msg).startswith("Page skipped"))
    before = log.level
    log.addHandler(shown)
    log.setLevel(min(level, logging.INFO))
    try:
        yield
    finally:
        log.removeHandler(shown)
        log.setLevel(before)


class Heard(logging.Handler):
    """What the generator says while it builds, from warnings upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        logging.getLogger(LOG).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def end(self) -> None:
        """Hear nothing any more."""
        logging.getLogger(LOG).removeHandler(self)
