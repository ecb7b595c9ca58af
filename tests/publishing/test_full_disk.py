"""A disk that fills up while building: the old site stays, and the half-made one goes."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from macros.publishing.release import publish
from macros.publishing.space import NoSpace
from tests.publishing.fake_site import ROOT, left_overs_of, publish_site, tag_of

ON_A_SMALL_DISK = ["sh", "-c", 'mount -t tmpfs -o size=1m tmpfs "$1" && shift && exec "$@"', "sh"]


def own_mounts() -> list[str] | None:
    """How to run a program with mounts of its own, which end with it; `None` if we may not."""
    command = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if shutil.which("unshare") is None:
        return None
    trial = subprocess.run([*command, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True)
    return command if trial.returncode == 0 else None


def test_full_disk_is_named_and_leaves_the_old_site(tmp_path: Path) -> None:
    command = own_mounts()
    if command is None:
        pytest.skip("NO SMALL DISK: mounts are refused here; only the file size limit was tried")
    result = subprocess.run(
        [*command, *ON_A_SMALL_DISK, str(tmp_path), sys.executable, __file__, str(tmp_path)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert result.returncode == 0, result.stderr
    outcome = {"tag": "old", "error": "NoSpace", "left": 0}
    assert json.loads(result.stdout) == [outcome, outcome]


def test_file_that_cannot_be_written_leaves_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish_site(target, "old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def make(folder: Path) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
        (folder / "large").write_bytes(bytes(8192))

    try:
        with pytest.raises(OSError, match="File too large"):
            publish(make, target, lambda folder: None)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert tag_of(target) == "old"
    assert left_overs_of(target) == []


def test_full_disk_is_named_even_when_a_library_has_wrapped_it(tmp_path: Path) -> None:
    def make(folder: Path) -> None:
        try:
            raise OSError(28, "No space left on device")
        except OSError as error:
            raise RuntimeError("could not write a page") from error

    with pytest.raises(NoSpace) as refusal:
        publish(make, tmp_path / "site", lambda folder: None)
    assert refusal.value.target == tmp_path / "site"


def on_a_small_disk(folder: Path) -> list[dict[str, object]]:
    target = folder / "site"
    publish_site(target, "old", files=20)
    outcomes = []
    for files in (600, 900):
        error = "none"
        try:
            publish_site(target, "new", files)
        except NoSpace as problem:
            error = type(problem).__name__
        left = len(left_overs_of(target))
        outcomes.append({"tag": tag_of(target), "error": error, "left": left})
    return outcomes


if __name__ == "__main__":
    print(json.dumps(on_a_small_disk(Path(sys.argv[1]))))
