"""The files of open data, with their sizes."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..model.kinds import KINDS
from .materials import Materials

FORMATS = ("csv", "xlsx", "json")


@dataclass(frozen=True, slots=True)
class KindFiles:
    """The files of one kind."""

    kind: str
    count: int
    files: Mapping[str, tuple[str, int]]
    """Format -> path from the site's root and bytes."""
    schema: str


def downloads_values(catalogue: Catalogue, materials: Materials) -> Mapping[str, object]:
    """The files of each kind, and those of the whole."""
    sizes = materials.data_sizes
    kinds = []
    for kind in KINDS.values():
        paths = {one: f"data/{kind.folder}.{one}" for one in FORMATS}
        files = {one: (path, sizes[path]) for one, path in paths.items() if path in sizes}
        if files:
            count = len(catalogue.entries(kind.name))
            kinds.append(KindFiles(kind.name, count, files, f"data/schema/{kind.name}.schema.json"))
    return {"kinds": kinds, "whole": sizes.get("data/catalogue.json", 0)}
