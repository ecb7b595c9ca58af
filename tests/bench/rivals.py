"""Other site generators on the same pages, each set up by itself in a place of its own."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .measuring import PROJECT, Cost, cost_of, pages_in
from .pages import write_hugo, write_markdown

SETTINGS = Path(__file__).parent / "rival"
PLACE = PROJECT / ".cache" / "bench"


class NotInstalled(Exception):
    """A generator cannot be had on this machine; says why."""


@dataclass(frozen=True)
class Rival:
    """One generator: how it comes here, how it is called, what it reads."""

    name: str
    title: str
    command: Callable[[], list[str]]
    """Sets it up where that is needed. Raises NotInstalled."""
    write: Callable[[Path, Path], int]
    settings: str


@dataclass(frozen=True)
class RivalCost:
    """What one generator needed for so many pages."""

    rival: Rival
    cost: Cost
    pages: int


def run_rival(rival: Rival, site: Path, folder: Path, repeats: int) -> RivalCost:
    """Build the pages of ``site`` with another generator. Raises NotInstalled and Failed."""
    command = rival.command()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(SETTINGS / rival.settings, folder)
    wanted = rival.write(site.resolve(), folder if rival.name == "hugo" else folder / "docs")
    costs = []
    for _ in range(repeats):
        shutil.rmtree(folder / "site", ignore_errors=True)
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        costs.append(cost_of(command, folder))
    written = pages_in(folder / "site")
    if written < wanted:
        raise NotInstalled(f"wrote {written} pages of {wanted}")
    shutil.rmtree(folder)
    return RivalCost(rival, min(costs, key=lambda cost: cost.seconds), written)


def _material() -> list[str]:
    """The very versions that we build with."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def _in_venv(name: str, packages: Sequence[str]) -> Path:
    """The folder of commands of a virtual environment with these packages, made once."""
    folder = PLACE / "-".join([name, *(package.partition("==")[2] for package in packages)])
    ready = folder / ".ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        try:
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
            subprocess.run([*pip, *packages], check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError) as error:
            said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
            raise NotInstalled(said[-1] if said else "pip failed") from error
        ready.touch()
    return folder / "bin"


def _properdocs() -> list[str]:
    material = f"mkdocs-material=={_locked('mkdocs-material')}"
    place = _in_venv("properdocs", ["properdocs==1.6.7", material])
    return [str(place / "properdocs"), "build", "--quiet", "-f", "mkdocs.yml"]


def _zensical() -> list[str]:
    place = _in_venv("zensical", ["zensical==0.0.73"])
    return [str(place / "zensical"), "build", "-f", "mkdocs.yml"]


def _hugo() -> list[str]:
    """The system's Hugo; installed where we may, as the tests' browser is."""
    if not shutil.which("hugo"):
        try:
            subprocess.run(
                ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "hugo"],
                check=True,
                capture_output=True,
            )
        except (OSError, subprocess.CalledProcessError) as error:
            raise NotInstalled("type: sudo apt-get install hugo") from error
    return ["hugo", "--quiet", "--destination", "site"]


def _locked(package: str) -> str:
    """The version of a package that we are pinned to."""
    lines = (PROJECT / "requirements.txt").read_text("utf-8").splitlines()
    found = next(line for line in lines if line.startswith(f"{package}=="))
    return found.partition("==")[2].split()[0]


RIVALS = (
    Rival("material", "MkDocs with Material", _material, write_markdown, "mkdocs.yml"),
    Rival("properdocs", "ProperDocs with Material", _properdocs, write_markdown, "mkdocs.yml"),
    Rival("zensical", "Zensical", _zensical, write_markdown, "mkdocs.yml"),
    Rival("hugo", "Hugo, our frame as template", _hugo, write_hugo, "config.toml"),
)
