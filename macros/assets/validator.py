"""The judge of practices that browsers load: Ajv's own code, made by Node from a JSON Schema."""

import json
import os
import subprocess
from pathlib import Path

from .theme import node

MODULE = "practice-schema"
"""Name under which scripts import it."""
NOTHING = "export default null;\n"
"""Where there is no Node, the form has to do without it and says so."""


def provide(project: Path, schema: object) -> None:
    """Put the module where esbuild finds what npm has installed; leave it where it is the same."""
    folder = project / "node_modules" / MODULE
    _write(folder / "package.json", json.dumps({"name": MODULE, "main": "index.mjs"}))
    _write(folder / "index.mjs", _code(project, schema))


def _code(project: Path, schema: object) -> str:
    if not can_be_made(project):
        return NOTHING
    made = subprocess.run(
        [node() or "", str(Path(__file__).with_name("standalone.cjs"))],
        input=json.dumps(schema),
        env={**os.environ, "NODE_PATH": str(project / "node_modules")},
        capture_output=True,
        text=True,
        check=False,
    )
    return made.stdout if made.returncode == 0 else NOTHING


def can_be_made(project: Path) -> bool:
    """Whether there is everything that the module is made with."""
    return node() is not None and (project / "node_modules" / "ajv").is_dir()


def _write(path: Path, text: str) -> None:
    """In one move, because two builds may write at once."""
    if path.is_file() and path.read_text("utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(text, "utf-8")
    unfinished.replace(path)
