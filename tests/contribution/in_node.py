"""Asks the form's own modules, bundled as for browsers, with Node instead of a browser."""

import json
import subprocess
from pathlib import Path
from typing import Any

from macros.assets.esbuild import program
from macros.assets.theme import node
from macros.assets.validator import provide
from macros.contribution.fields import practice_fields, practice_schema
from tests.conftest import PROJECT


# Any: questions and answers are JSON.
def asked(
    cases: list[dict[str, Any]], folder: Path, known: Any = None, privacy: Any = None
) -> list[Any]:
    """The answer to each of the cases; ``known``: name of a world -> what it holds."""
    program_of_node, esbuild = node(), program(PROJECT)
    assert program_of_node, "Node is set up by the build"
    assert esbuild, "esbuild is set up by the build"
    fields = practice_fields()
    provide(PROJECT, practice_schema())
    bundle = folder / "in_node.mjs"
    subprocess.run(
        [
            str(esbuild), "tests/contribution/in_node.mjs", "--bundle", "--format=esm",
            "--platform=node", "--log-level=warning", f"--outfile={bundle}",
        ],
        cwd=PROJECT,
        check=True,
    )  # fmt: skip
    done = subprocess.run(
        [program_of_node, str(bundle)],
        input=json.dumps({"node": fields, "known": known, "privacy": privacy, "cases": cases}),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[Any] = json.loads(done.stdout)
    assert len(answers) == len(cases)
    return answers
