"""Where an address in a finished page leads: to a file of the site, elsewhere, or nowhere."""

import posixpath
import re
from typing import Literal, NamedTuple
from urllib.parse import unquote

Kind = Literal["site", "above", "host", "script", "contained", "unknown"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_KINDS: dict[str, Kind] = {
    "http": "host",
    "https": "host",
    "ws": "host",
    "wss": "host",
    "ftp": "host",
    "javascript": "script",
    "vbscript": "script",
    "data": "contained",
    "mailto": "contained",
    "tel": "contained",
    "sms": "contained",
    "geo": "contained",
}
# What nearly every link of ours looks like: it needs no decoding.
_PLAIN = re.compile(r"((?:\.\./)+)((?:[a-z0-9-]+/)*)(?:#([A-Za-z0-9_-]*))?")
_ODD = frozenset({"", ".", ".."})
# Browsers drop these wherever they stand, and read a backslash as a slash.
_UNSEEN = str.maketrans({"\t": None, "\n": None, "\r": None, "\\": "/"})


class Destination(NamedTuple):
    """What an address names; path and fragment only for `site`, decoded, the path from the
    folder of the site and without a leading slash."""

    kind: Kind
    path: str = ""
    fragment: str = ""


def destination(address: str, page: str, base_path: str = "/") -> Destination:
    """Resolve an address that stands in the file `page` of a site published under `base_path`.

    A folder is named by a slash at the end and means its `index.html`. Without the slash it
    would cost a redirect on a server and lead nowhere from an unpacked archive, so it is taken
    for a file's name. What climbs out of the site is `above`.
    """
    if plain := _PLAIN.fullmatch(address):
        folder = page.split("/")[:-1]
        left = len(folder) - len(plain[1]) // len("../")
        if left >= 0 and _ODD.isdisjoint(folder):
            above = "".join(f"{name}/" for name in folder[:left])
            return Destination("site", f"{above}{plain[2]}index.html", plain[3] or "")
    address = address.strip().translate(_UNSEEN)
    if scheme := _SCHEME.match(address):
        return Destination(_KINDS.get(scheme[1].lower(), "unknown"))
    if address.startswith("//"):
        return Destination("host")
    address, _, fragment = address.partition("#")
    path = unquote(address.partition("?")[0])
    if not path:
        return Destination("site", page, unquote(fragment))
    if not path.startswith("/"):
        path = posixpath.join(posixpath.dirname(page), path)
    elif path.startswith(base_path):
        path = path[len(base_path) :] or "."
    else:
        return Destination("above")
    is_folder = posixpath.basename(path) in {"", ".", ".."}
    path = posixpath.normpath(path)
    if path.startswith("../") or path == "..":
        return Destination("above")
    if is_folder:
        path = posixpath.normpath(posixpath.join(path, "index.html"))
    return Destination("site", path, unquote(fragment))
