"""Runs the site generator; with hooks.py the only file that knows which one it is."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .model.phrases import UnknownPhrase
from .options import Options

if TYPE_CHECKING:
    from .handbook import Handbook

SETTINGS = "mkdocs.yml"
KEPT_AS = "handbook"
"""Name under which the settings of one run carry the handbook to the hooks."""


class GeneratorFailed(Exception):
    """The site generator stopped, or warned; what it said stands in its log."""


def generate(handbook: "Handbook", destination: Path) -> None:
    """Write the whole site into the empty folder ``destination``.

    Raises GeneratorFailed on any error or warning.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = handbook.epoch
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, BuildError

    try:
        with _logged():
            config = _config(handbook, destination)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except (Abort, BuildError, SystemExit) as stop:
        raise GeneratorFailed(str(stop)) from stop
    except UnknownPhrase as missing:
        raise GeneratorFailed(f"data/ui has no word for {missing}") from missing


def serve(options: Options) -> None:
    """Build into a temporary folder, show it on 127.0.0.1 and build again on every edit.

    Returns when the reader stops it. Raises GeneratorFailed where the first build fails.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.serve import serve as serve_site
    from mkdocs.exceptions import Abort, BuildError

    watched = [str(options.data), str(options.project / "macros" / "templates")]
    try:
        with _logged(logging.INFO):
            serve_site(
                str(options.project / SETTINGS),
                watch=[*watched, str(options.project / "overrides")],
                dev_addr=f"127.0.0.1:{options.port}",
            )
    except (Abort, BuildError, OSError) as stop:
        raise GeneratorFailed(str(stop)) from stop


def _config(handbook: "Handbook", destination: Path) -> Any:
    """The settings with what this run overrides; the generator's own type is not exported."""
    from mkdocs.config import load_config

    options = handbook.options
    config = load_config(
        str(options.project / SETTINGS),
        site_dir=str(destination),
        strict=True,
    )
    setattr(config, KEPT_AS, handbook)
    return config


@contextmanager
def _logged(level: int = logging.WARNING) -> Iterator[None]:
    """Show what the generator has to say from ``level`` upwards."""
    log = logging.getLogger("mkdocs")
    shown = logging.StreamHandler()
    shown.setLevel(level)
    shown.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    before = log.level
    log.addHandler(shown)
    log.setLevel(min(level, logging.INFO))
    try:
        yield
    finally:
        log.removeHandler(shown)
        log.setLevel(before)
