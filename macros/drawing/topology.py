"""Borders of countries, read from TopoJSON (npm's world-atlas, made from Natural Earth).

https://github.com/topojson/topojson-specification
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

FILE = Path("node_modules", "world-atlas", "countries-10m.json")
"""From the project's root."""
NUMBERS = {"CZ": "203", "PL": "616"}
"""Country -> its number in ISO 3166-1, by which the file knows it."""

Point = tuple[float, float]
"""Degrees east and north."""
Ring = Sequence[Point]


def borders(project: Path) -> Mapping[str, Sequence[Ring]]:
    """Country -> its outlines; nothing where npm's package is not there."""
    try:
        text = Path(project, FILE).read_text("utf-8")
    except OSError:
        return {}
    topology = json.loads(text)
    shapes = {one.get("id"): one for one in topology["objects"]["countries"]["geometries"]}
    return {country: list(_rings(shapes[number], topology)) for country, number in NUMBERS.items()}


def _rings(shape: Mapping[str, Any], topology: Mapping[str, Any]) -> Iterator[Ring]:
    """Any: JSON."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for polygon in polygons:
        for numbers in polygon:
            ring: list[Point] = []
            for number in numbers:
                # An arc that is walked backwards is written as the complement of its number.
                arc = _arc(topology, number) if number >= 0 else _arc(topology, ~number)[::-1]
                ring += arc[1:] if ring else arc
            yield ring


def _arc(topology: Mapping[str, Any], number: int) -> list[Point]:
    """The points of an arc, which the file writes as steps of whole numbers."""
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    steps = topology["arcs"][number]
    east = accumulate(step[0] for step in steps)
    north = accumulate(step[1] for step in steps)
    return [(x * across + west, y * up + south) for x, y in zip(east, north, strict=True)]
