"""esbuild, as npm has installed it: a program of its own, which needs no Node to run."""

import json
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PROGRAMS = "node_modules/@esbuild/*/bin/esbuild"
"""From the project's root; npm installs the one for the machine at hand."""
MINIFIED = ("--bundle", "--minify", "--charset=utf8", "--log-level=warning", "--color=false")
FROM_TEXT = "<stdin>"
"""What esbuild calls a file that it was not given as a file."""


class BundlingFailed(Exception):
    """A script or a style is faulty; the message says where."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file that esbuild has written."""

    name: str
    content: bytes
    entry: str | None
    """The file that it begins with, from the project's root; None: it is shared by others."""
    inputs: frozenset[str]
    """All files that went into it, from the project's root."""


def program(project: Path) -> Path | None:
    """Where esbuild lies; None where npm has not installed it."""
    return next(iter(sorted(project.glob(PROGRAMS))), None)


def bundles(
    esbuild: Path, project: Path, entries: Sequence[Path] | str, *options: str
) -> list[Bundle]:
    """What esbuild makes of ``entries``, or of the text of one; raises BundlingFailed."""
    text = entries if isinstance(entries, str) else None
    files = [] if isinstance(entries, str) else [str(one.relative_to(project)) for one in entries]
    with tempfile.TemporaryDirectory(prefix="handbook-") as name:
        folder = Path(name).resolve()
        outputs = (f"--outdir={folder}/out", f"--metafile={folder}/meta.json")
        done = subprocess.run(
            [str(esbuild), *files, *MINIFIED, *options, *outputs],
            cwd=project,
            input=text or "",
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or done.stderr.strip():
            raise BundlingFailed(done.stderr.strip())
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        made = _without_idle_imports(_read(folder / "out", meta["outputs"]))
        return sorted(made, key=lambda one: one.name)


def _without_idle_imports(made: Sequence[Bundle]) -> list[Bundle]:
    """Files that hold none but esbuild's own functions are loaded only where one is used:
    importing them for nothing costs every page a request.
    """
    idle = [one.name for one in made if one.entry is None and not one.inputs]
    kept = []
    for one in made:
        content = one.content
        for name in idle:
            content = content.replace(f'import"./{name}";'.encode(), b"")
        kept.append(replace(one, content=content))
    return kept


def _read(folder: Path, outputs: Mapping[str, Mapping[str, object]]) -> list[Bundle]:
    read = []
    for path, about in outputs.items():
        name = Path(path).name
        entry, inputs = about.get("entryPoint"), about.get("inputs")
        read.append(
            Bundle(
                name,
                (folder / name).read_bytes(),
                entry if isinstance(entry, str) else None,
                frozenset(inputs if isinstance(inputs, dict) else ()),
            )
        )
    return read
