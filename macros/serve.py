"""``python -m macros serve``: the site on this machine, built again on every edit."""

import sys
from collections.abc import Sequence

from .options import options, project_folder
from .site_generator import GeneratorFailed, serve


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 stopped by the reader, 1 the first build failed, 2 usage."""
    if arguments:
        print("serve takes no arguments", file=sys.stderr)
        return 2
    try:
        serve(options(project_folder()))
    except GeneratorFailed as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0
