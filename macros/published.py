"""``python -m macros published``: record the ids of all entries as published.

From then on `check` refuses to lose one of them: an entry is withdrawn with its reason, or
renamed with its former id, but its address never leads nowhere.
"""

import sys
from collections.abc import Sequence

from .handbook import Handbook, ProblemsFound
from .inspection import read_handbook
from .model.kinds import KINDS
from .options import options, project_folder
from .reading.published_ids import PUBLISHED


def main(arguments: Sequence[str]) -> int:
    """Exit status: 0 recorded, 1 the data has problems, 2 usage."""
    if arguments:
        print("usage: python -m macros published", file=sys.stderr)
        return 2
    try:
        handbook = read_handbook(options(project_folder()))
    except ProblemsFound as found:
        print(found.report(), file=sys.stderr)
        return 1
    place = handbook.options.data / PUBLISHED
    known = set(place.read_text("utf-8").split()) if place.is_file() else set()
    ids = known | published_ids(handbook)
    place.write_text("".join(f"{id}\n" for id in sorted(ids)), encoding="utf-8")
    print(f"Recorded {len(ids) - len(known)} new ids; {len(ids)} in all stand in {place.name}")
    return 0


def published_ids(handbook: Handbook) -> set[str]:
    """``<kind>/<id>`` of everything that has an address of its own, withdrawn or renamed."""
    catalogue = handbook.catalogue
    living = {(kind, id) for kind, entry in catalogue for id in (entry.id, *entry.former_ids)}
    gone = {(kind, id) for kind in KINDS for id in catalogue.tombstones.get(kind, {})}
    return {f"{kind}/{id}" for kind, id in living | gone}
