"""A map of two countries, and its busiest part enlarged."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .topology import Ring

SHOWN = (11.9, 48.4, 24.4, 55.0)
"""West, south, east and north of the whole map, in degrees."""
ENLARGED = (17.35, 49.55, 19.35, 50.5)
"""The same of the region around the border."""
NAMES = {"CZ": ((16.45, 49.5), (17.8, 49.8)), "PL": ((18.3, 53.2), (18.2, 50.35))}
"""Country -> where its name stands on the whole map, and where on the enlarged one."""
LATITUDE = 51.5
"""Where the map keeps its proportions."""
WIDTH = 420.0
LETTER = 6.9
"""Width of a letter of a label, on the average, as large as a phone needs it."""
LINE = 15.0
"""Height of a label."""
GAP = 4.0
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What is to be marked: where, how many, and what stands beside it."""

    key: str
    label: str
    longitude: float
    latitude: float
    count: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A spot on the map, with its label."""

    key: str
    x: float
    y: float
    radius: float
    label: str
    label_x: float
    label_y: float
    anchor: str
    """start, middle or end."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """Everything that a template draws; lengths in units of its own."""

    width: float
    height: float
    outlines: Mapping[str, str]
    """Country -> the path of its outline."""
    markers: Sequence[Marker]
    names: Mapping[str, tuple[float, float]]
    """Country -> where its name stands."""
    window: tuple[float, float, float, float] | None = None
    """x, y, width and height of the part that is enlarged elsewhere."""


def whole_map(outlines: Mapping[str, Iterable[Ring]], spots: Sequence[Spot]) -> MapPicture:
    """Both countries; what lies in the enlarged region has dots without labels."""
    sheet = Sheet(SHOWN)
    west, south, east, north = ENLARGED
    (x, top), (right, bottom) = sheet.at(west, north), sheet.at(east, south)
    window = (x, top, round(right - x, 1), round(bottom - top, 1))
    return sheet.picture(outlines, spots, window)


def enlarged_map(outlines: Mapping[str, Iterable[Ring]], spots: Sequence[Spot]) -> MapPicture:
    """The region around the border."""
    return Sheet(ENLARGED).picture(outlines, [one for one in spots if is_enlarged(one)])


def is_enlarged(spot: Spot) -> bool:
    """Whether a spot lies in the region that is shown a second time."""
    west, south, east, north = ENLARGED
    return west < spot.longitude < east and south < spot.latitude < north


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a part of the world is drawn on."""

    shown: tuple[float, float, float, float]

    @property
    def scale(self) -> float:
        return WIDTH / ((self.shown[2] - self.shown[0]) * math.cos(math.radians(LATITUDE)))

    @property
    def height(self) -> float:
        return round((self.shown[3] - self.shown[1]) * self.scale, 1)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point lies on the sheet."""
        across = (longitude - self.shown[0]) * math.cos(math.radians(LATITUDE))
        return round(across * self.scale, 1), round((self.shown[3] - latitude) * self.scale, 1)

    def picture(
        self,
        outlines: Mapping[str, Iterable[Ring]],
        spots: Sequence[Spot],
        window: tuple[float, float, float, float] | None = None,
    ) -> MapPicture:
        paths = {country: self._path(rings) for country, rings in outlines.items()}
        names = {
            country: self.at(*NAMES[country][0 if window else 1])
            for country in paths
            if country in NAMES
        }
        markers = self._markers(spots, window)
        return MapPicture(WIDTH, self.height, paths, markers, names, window)

    def _path(self, rings: Iterable[Ring]) -> str:
        """The outline; points that fall on each other, or far outside, are left out."""
        drawn = []
        for ring in rings:
            points: list[tuple[int, int]] = []
            for longitude, latitude in ring:
                x, y = self.at(longitude, latitude)
                point = (
                    round(min(max(x, -WIDTH), 2 * WIDTH)),
                    round(min(max(y, -WIDTH), 2 * WIDTH)),
                )
                if not points or point != points[-1]:
                    points.append(point)
            # Steps from point to point are short numbers: half of what the places weigh.
            steps = (f"{x - a} {y - b}" for (a, b), (x, y) in pairwise(points))
            drawn.append(f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z")
        return "".join(drawn)

    def _markers(
        self, spots: Sequence[Spot], window: tuple[float, float, float, float] | None
    ) -> list[Marker]:
        """The busiest spots get the first choice of a place for their label."""
        placed = {one.key: self.at(one.longitude, one.latitude) for one in spots}
        taken = [_box(x, y, _radius(one)) for one in spots for x, y in (placed[one.key],)]
        if window is not None:
            taken.append((window[0], window[1], window[0] + window[2], window[1] + window[3]))
        markers = []
        for spot in sorted(spots, key=lambda one: (-one.count, one.key)):
            x, y = placed[spot.key]
            label = "" if window is not None and is_enlarged(spot) else spot.label
            label_x, label_y, anchor = self._label(label, x, y, _radius(spot), taken)
            markers.append(Marker(spot.key, x, y, _radius(spot), label, label_x, label_y, anchor))
        return markers

    def _label(
        self, label: str, x: float, y: float, radius: float, taken: list[Box]
    ) -> tuple[float, float, str]:
        """The side of a marker where its label hides least."""
        off = radius + GAP
        sides = (
            (x + off, y + LINE / 3, "start"),
            (x - off, y + LINE / 3, "end"),
            (x, y - off, "middle"),
            (x, y + off + LINE * 0.7, "middle"),
        )
        width = len(label) * LETTER
        best = min(sides, key=lambda side: self._hidden(_label_box(side, width), taken))
        if label:
            taken.append(_label_box(best, width))
        return round(best[0], 1), round(best[1], 1), best[2]

    def _hidden(self, box: Box, taken: Iterable[Box]) -> float:
        """How much of a label would lie on something else, or beyond the edge."""
        beyond = max(0.0, -box[0]) + max(0.0, box[2] - WIDTH) + max(0.0, -box[1])
        return sum(_shared(box, other) for other in taken) + 100 * beyond


def _radius(spot: Spot) -> float:
    """So large that the area of a marker grows with what it stands for."""
    return round(3.2 + 1.6 * math.sqrt(spot.count), 1)


def _box(x: float, y: float, radius: float) -> Box:
    return x - radius, y - radius, x + radius, y + radius


def _label_box(side: tuple[float, float, str], width: float) -> Box:
    x, y, anchor = side
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return left, y - LINE * 0.8, left + width, y + LINE * 0.2


def _shared(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0
