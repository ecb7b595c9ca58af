"""Publish in a child that dies before its n-th call to the system, for every n; print what a
reader met each time, as JSON. A program, because it forks and its hooks cannot be taken off."""

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from macros.publishing import shelf
from tests.publishing.fake_site import Broken, check_site, left_overs_of, publish_site, tag_of

CALLS = ("open", "os.", "shutil.", "fcntl.")


def die_before_call(number: int) -> None:
    calls = count()

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(CALLS) and next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def survives(target: Path, number: int) -> bool:
    child = os.fork()
    if child == 0:
        shelf.GRACE = 0  # so that old releases are removed, and that too is interrupted
        die_before_call(number)
        publish_site(target, "new", files=3)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def nothing(target: Path) -> None:
    target.parent.mkdir()


def empty_folder(target: Path) -> None:
    target.mkdir(parents=True)


def old_site(target: Path) -> None:
    for tag in ("older", "old"):
        publish_site(target, tag, files=3)


def spoilt_site(target: Path) -> None:
    shown = publish_site(target, "new", files=3).release
    (shown / "part-0" / "0.html").write_text("spoilt")


def met(target: Path) -> str:
    if not target.exists() or not any(target.iterdir()):
        return "absent"
    try:
        return str(tag_of(target))
    except Broken:
        return "spoilt"


def outcomes(folder: Path, prepare: Callable[[Path], None]) -> list[str]:
    found = []
    for number in count():
        target = folder / f"{prepare.__name__}-{number}" / "site"
        prepare(target)
        survived = survives(target, number)
        found.append(met(target))
        publish_site(target, "new", files=3)
        check_site(target)
        assert left_overs_of(target) == []
        if survived:
            return found
    raise AssertionError


if __name__ == "__main__":
    place = Path(sys.argv[1])
    print(
        json.dumps(
            {
                "first": outcomes(place, nothing),
                "into an empty folder": outcomes(place, empty_folder),
                "replacing": outcomes(place, old_site),
                "mending": outcomes(place, spoilt_site),
            }
        )
    )
