"""A small site made of nothing but its tag, so that a mixture of two builds shows at once.

As a program it publishes one: `fake_site.py TARGET TAG [--files N] [--pause S] [--hang]`.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from macros.publishing.release import Published, publish

ROOT = Path(__file__).parents[2]


class Broken(Exception):
    """What a reader met was not one whole site."""


def make_site(folder: Path, tag: str, files: int, pause: float = 0.0) -> None:
    for number in range(files):
        page = folder / f"part-{number % 7}" / f"{number}.html"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"{tag} {number}\n" * 100)
        time.sleep(pause)
    (folder / "manifest.json").write_text(json.dumps({"tag": tag, "files": files}))


def tag_of(folder: Path) -> str:
    """Read a whole site as one visit does, following the link once; raises `Broken`."""
    try:
        folder = folder.resolve(strict=True)
        manifest = json.loads((folder / "manifest.json").read_text())
        tag, files = str(manifest["tag"]), int(manifest["files"])
        for number in range(files):
            page = folder / f"part-{number % 7}" / f"{number}.html"
            if page.read_text() != f"{tag} {number}\n" * 100:
                raise Broken(f"{page} is not of {tag}")
        if sum(1 for path in folder.rglob("*") if path.is_file()) != files + 1:
            raise Broken(f"{folder} holds files of another build")
    except (OSError, ValueError) as error:
        raise Broken(str(error)) from error
    return tag


def check_site(folder: Path) -> None:
    tag_of(folder)


def publish_site(target: Path, tag: str, files: int = 5) -> Published:
    return publish(lambda folder: make_site(folder, tag, files), target, check_site)


def releases_of(target: Path) -> Path:
    return target.with_name(f".{target.name}-releases")


def left_overs_of(target: Path) -> list[Path]:
    return list(releases_of(target).glob("tmp-*"))


def start(target: Path, tag: str, *options: str, umask: int = -1) -> subprocess.Popen[str]:
    """Publish in a process of its own; it says "ready" when its imports are done."""
    return subprocess.Popen(
        [sys.executable, __file__, str(target), tag, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        umask=umask,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def heard(process: subprocess.Popen[str], word: str) -> None:
    """Return when the process has said `word`."""
    assert process.stdout is not None
    assert process.stdout.readline().strip() == word


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("target", type=Path)
    parser.add_argument("tag")
    parser.add_argument("--files", type=int, default=5)
    parser.add_argument("--pause", type=float, default=0.0)
    parser.add_argument("--hang", action="store_true")
    options = parser.parse_args()

    def make(folder: Path) -> None:
        make_site(folder, options.tag, options.files, options.pause)
        if options.hang:
            print("making", flush=True)
            time.sleep(60)  # it is killed long before

    # As in a terminal, even where the tests themselves run in the background or under nohup.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    print("ready", flush=True)
    publish(make, options.target, check_site)


if __name__ == "__main__":
    main()
