"""The command line: ``python -m macros COMMAND``."""

import importlib
import sys
from collections.abc import Sequence

from .options import WrongSetting

COMMANDS = (
    "build",
    "serve",
    "check",
    "new",
    "photo",
    "published",
    "review",
    "schema",
    "synth",
    "translated",
)


def main(arguments: Sequence[str]) -> int:
    """Run the command named first; returns its status, 2 for an unknown one."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python -m macros {{{','.join(COMMANDS)}}} …", file=sys.stderr)
        return 2
    # Only the wanted command is loaded: a check need not wait for the site generator.
    command = importlib.import_module(f"macros.{arguments[0]}")
    try:
        status: int = command.main(list(arguments[1:]))
    except WrongSetting as wrong:
        print(wrong, file=sys.stderr)
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
