"""A whole collection on disk: a copy of the real data, the made-up entries, and the mark."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from macros.model.kinds import KINDS
from macros.reading.synthetic import MARKER
from macros.yaml_text import Value, yaml_text

from .gaps import record, with_gaps
from .practices import practice
from .projects import organisation, project, source
from .world import PER_ORGANISATION, PER_SOURCE, World

SCHEMA = "yaml-language-server: $schema="
NOTHING_TRUE = "Made by `python -m macros synth` for measuring; nothing in this folder is true."
SITE_NAME = re.compile(r"^site\.name: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Made:
    """One made-up entry."""

    kind: str
    id: str
    fields: dict[str, Value]


def entries(world: World, practices: int) -> Iterator[Made]:
    """All made-up entries: those that were asked for, and what they point at."""
    most = max(practices, world.projects)
    counts: tuple[tuple[str, int, Callable[[int, World], tuple[str, dict[str, Value]]]], ...] = (
        ("source", -(-most // PER_SOURCE), source),
        ("organisation", -(-most // PER_ORGANISATION), organisation),
        ("project", world.projects, project),
        ("practice", practices, practice),
    )
    for kind, count, make in counts:
        for number in range(count):
            yield Made(kind, *make(number, world))


def write_collection(world: World, practices: int, real: Path, out: Path) -> int:
    """Write everything into the empty folder ``out``; returns how many entries were made up."""
    shutil.copytree(real, out, dirs_exist_ok=True)
    mark: dict[str, Value] = {
        "seed": world.seed,
        "practices": practices,
        "projects": world.projects,
    }
    (out / MARKER).write_text(yaml_text(mark, NOTHING_TRUE), "utf-8")
    _rename_site(world, out)
    for kind in KINDS.values():
        (out / kind.folder).mkdir(exist_ok=True)
        (out / "translations" / kind.folder).mkdir(exist_ok=True, parents=True)
    count = 0
    for made in entries(world, practices):
        _write(made, world, out)
        count += 1
    return count


def _write(made: Made, world: World, out: Path) -> None:
    """The entry's file, and the record of its translations where there is one."""
    folder, languages = KINDS[made.kind].folder, world.samples.languages
    dice = Random(f"{world.seed} gaps {made.id}")
    fields = with_gaps(made.fields, dice, languages)
    assert isinstance(fields, dict)
    text = yaml_text(fields, f"{SCHEMA}../schema/{made.kind}.schema.json")
    (out / folder / f"{made.id}.yml").write_text(text, "utf-8")
    if recorded := record(fields, dice, languages):
        text = yaml_text(recorded, f"{SCHEMA}../../schema/translations.schema.json")
        (out / "translations" / folder / f"{made.id}.yml").write_text(text, "utf-8")


def _rename_site(world: World, out: Path) -> None:
    """Say at the head of every page that nothing on it is true."""
    names = world.samples.about("site_name")[0]
    for language, parts in names.items():
        words = out / "ui" / f"{language}.yml"
        if words.is_file():
            name = f'site.name: "{"".join(text for text, _, _ in parts)}"'
            words.write_text(SITE_NAME.sub(name, words.read_text("utf-8")), "utf-8")
