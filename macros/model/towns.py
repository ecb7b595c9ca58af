"""Towns, their regions and where they lie; entries themselves never hold coordinates."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .text import Line, Text
from .values import Choice, Identifier, Model, Name


class Town(Model):
    """A town, as exact as a small map needs it."""

    name: Line
    """Its name in each language."""
    country: Annotated[str, Choice("countries")]
    """Its country."""
    region: Identifier
    """The region in which it lies, one of ``regions``."""
    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Degrees north."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Degrees east."""
    geonames: Annotated[int, Field(ge=1)]
    """Number of the town in the source, or of the town nearest to it; each stands here once."""

    def holds(self, label: Text) -> bool:
        """Whether a place is the town, or a district that is named after it."""
        return any(
            wording == name or _is_district(wording.removeprefix(name), wording)
            for name in self.name.wordings
            for wording in label.wordings
        )


def _is_district(rest: str, wording: str) -> bool:
    """``-Muglinov`` or `` 14``: what a district has behind the town's name."""
    return rest != wording and (rest.startswith("-") or rest.strip().isdecimal())


class Towns(Model):
    """All towns that the map knows, and who says where they lie."""

    source: Name | None = None
    """Where the positions come from."""
    licence: Name | None = None
    """Licence of that source."""
    regions: Mapping[Identifier, Line] = {}
    """Regions of the countries, each with its name."""
    places: tuple[Town, ...] = ()
    """The towns."""

    @model_validator(mode="after")
    def _in_a_known_region(self) -> "Towns":
        for town in self.places:
            if town.region not in self.regions:
                values = {
                    "vocabulary": "regions",
                    "value": town.region,
                    "expected": ", ".join(self.regions),
                }
                raise PydanticCustomError("unknown_choice", "no region {value}", values)
        return self

    def __bool__(self) -> bool:
        return bool(self.places)

    def at(self, label: Text, country: str) -> Town | None:
        """The town of a place in a country; None where it is not known."""
        asked = (label, country)
        if asked not in self._found:
            self._found[asked] = next(
                (one for one in self.places if one.country == country and one.holds(label)), None
            )
        return self._found[asked]

    def region_of(self, label: Text, country: str) -> Text | None:
        """The region of a place in a country; None where the place is not known."""
        town = self.at(label, country)
        return None if town is None else self.regions[town.region]

    @cached_property
    def _found(self) -> dict[tuple[Text, str], Town | None]:
        """What was asked before: thousands of entries lie in the same few places."""
        return {}
