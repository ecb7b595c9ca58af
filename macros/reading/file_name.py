"""What a file may be called: the name of an entry's file is its id and its address."""

import re
import unicodedata

from macros.model.values import ID_MAX_LENGTH, ID_PATTERN

from .problem import Problem, shown

ENTRY_NAME = re.compile(ID_PATTERN)
LIST_NAME = re.compile(r"[a-z]+(_[a-z]+)*")
LANGUAGE_NAME = re.compile(r"[a-z]{2,3}")
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
"""Names that Windows keeps for devices; a checkout there would fail."""
_TAKEN = {"index", "assets", "search", "404", "sitemap", "feed", "data", "all"}
"""First parts of addresses that the site needs for itself."""
RESERVED = frozenset(_DEVICES | _TAKEN)
"""Names that no entry may have; besides them the codes of the site's languages."""


def stem_of(name: str) -> str | None:
    """The name without its ``.yml``; None when it ends otherwise."""
    return name[:-4] if name.endswith(".yml") else None


def plain_name(name: str) -> str:
    """The nearest permitted name: what the example shows."""
    # NFKD takes the accents off; the barred l is a letter of its own and has to be named.
    letters = unicodedata.normalize("NFKD", name.replace("\u0142", "l").replace("\u0141", "l"))
    plain = letters.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:ID_MAX_LENGTH].strip("-") or "name"


def name_problem(
    name: str, path: str, form: re.Pattern[str] = ENTRY_NAME, taken: frozenset[str] = frozenset()
) -> Problem | None:
    """What is wrong with the name of a file whose stem has to be of the ``form``.

    ``taken`` are the codes of the site's languages, which are parts of addresses too.
    """
    stem = stem_of(name)
    if stem is None:
        base, dot, suffix = name.rpartition(".")
        if dot and suffix.lower() in ("yaml", "yml", "yml~", "txt"):
            right = plain_name(base.removesuffix(".yml").removesuffix(".yaml")) + ".yml"
            return Problem(path, 1, 1, "WRONG_SUFFIX", values={"name": shown(name)}, example=right)
        return Problem(path, 1, 1, "UNKNOWN_FILE", values={"name": shown(name)})
    if stem in _DEVICES or (form is ENTRY_NAME and stem in _TAKEN | taken):
        return Problem(path, 1, 1, "RESERVED_NAME", values={"name": stem})
    if form is not ENTRY_NAME and form.fullmatch(stem) is None:
        return Problem(path, 1, 1, "BAD_LIST_NAME", values={"name": shown(name)})
    if len(stem) > ID_MAX_LENGTH or form.fullmatch(stem) is None:
        values = {"name": shown(name), "maximum": str(ID_MAX_LENGTH)}
        return Problem(
            path, 1, 1, "BAD_FILE_NAME", values=values, example=f"{plain_name(stem)}.yml"
        )
    return None
