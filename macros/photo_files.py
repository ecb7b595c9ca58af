"""The photographs beside practices: looked at, made anew, and told of where they may not be."""

import marshal
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .cache import Cache, digest
from .model.kinds import KINDS
from .model.photo import Photo, ShownPhoto
from .model.practice import Practice
from .options import Options
from .photos.picture import FORMATS, MOST_BYTES, NoPicture, Picture, picture_from
from .reading.entries import Data
from .reading.entry_file import Record
from .reading.file_text import read_bytes
from .reading.folder import printable
from .reading.problem import Problem, shown, shown_path
from .reading.yaml_file import read_yaml

SUFFIX = ".webp"
"""Of every picture that is published."""
CLEANED = "python -m macros photo {path}"


@dataclass(frozen=True, slots=True)
class PhotoFiles:
    """The photographs of all practices, and what is wrong with them."""

    shown: Mapping[str, tuple[ShownPhoto, ...]] = field(default_factory=dict)
    """Id of a practice -> what its page shows."""
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """Path from the site's root -> the picture."""
    problems: tuple[Problem, ...] = ()


def photos_of(
    data: Data, options: Options, languages: tuple[str, ...], cache: Cache, house: str
) -> PhotoFiles:
    """All photographs that entries name, and all files that no entry names. Raises nothing."""
    folder = options.data / KINDS["practice"].folder
    with_folder = _folders(folder)
    shelf = _Shelf(folder, options.project, languages, cache, house)
    shown_photos: dict[str, tuple[ShownPhoto, ...]] = {}
    for record in data.records:
        entry = record.entry
        if isinstance(entry, Practice) and (entry.photos or entry.id in with_folder):
            shelf.problems += shelf.strangers(entry.id, entry.photos)
            if found := tuple(shelf.shown(record, entry)):
                shown_photos[entry.id] = found
    for gone in data.tombstones:
        if gone.kind == "practice" and gone.tombstone.id in with_folder:
            shelf.problems += shelf.strangers(gone.tombstone.id, ())
    return PhotoFiles(shown_photos, shelf.contents, tuple(shelf.problems))


def _folders(folder: Path) -> frozenset[str]:
    try:
        with os.scandir(folder) as inner:
            return frozenset(one.name for one in inner if one.is_dir(follow_symlinks=False))
    except OSError:
        return frozenset()


@dataclass
class _Shelf:
    """Where one run puts pictures and problems."""

    folder: Path
    project: Path
    languages: tuple[str, ...]
    cache: Cache
    house: str
    contents: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def strangers(self, id: str, photos: Iterable[Photo]) -> Iterator[Problem]:
        """Files in a practice's folder that its entry does not name: nobody agreed to them."""
        named = {photo.file for photo in photos}
        try:
            inside = sorted(one.name for one in (self.folder / id).iterdir())
        except OSError:
            return
        for name in inside:
            if name in named or name.startswith("."):
                continue
            path = f"{shown_path(self.folder / id, self.project)}/{printable(name)}"
            suffix = name.rpartition(".")[2]
            code = "PHOTO_NOT_NAMED" if suffix in FORMATS else "PHOTO_WRONG_SORT"
            yield Problem(path, 1, 1, code, values={"value": shown(printable(name))})

    def shown(self, record: Record, entry: Practice) -> Iterator[ShownPhoto]:
        """The pictures of one practice; what is wrong with others is noted."""
        for number, photo in enumerate(entry.photos):
            self.problems += self._without_words(record, photo, number)
            path = self.folder / entry.id / photo.file
            if not os.path.lexists(path):
                values = {"value": f"{entry.id}/{photo.file}"}
                self.problems.append(self._at(record, number, "file", "PHOTO_MISSING", values))
                continue
            picture = self._picture(path, photo)
            if picture is not None:
                stem = photo.file.rpartition(".")[0]
                address = f"{KINDS['practice'].address}/{entry.id}/{stem}{SUFFIX}"
                self.contents[address] = picture.content
                yield ShownPhoto(photo, f"/{address}", picture.width, picture.height)

    def _picture(self, path: Path, photo: Photo) -> Picture | None:
        named = shown_path(path, self.project)
        read = read_bytes(path, named, MOST_BYTES)
        self.problems += read.problems
        if read.raw is None:
            return None
        key = digest("photo", self.house, read.raw, photo.file.rpartition(".")[2])
        kept = self.cache.get(key)
        if kept is not None:
            return Picture(*marshal.loads(kept))
        try:
            picture = picture_from(read.raw, photo.file.rpartition(".")[2])
        except NoPicture as fault:
            cleaned = fault.code == "PHOTO_TELLS_PLACE"
            example = CLEANED.format(path=named) if cleaned else None
            problem = Problem(named, 1, 1, fault.code, values=fault.values, example=example)
            self.problems.append(problem)
            return None
        self.cache.put(key, marshal.dumps((picture.content, picture.width, picture.height)))
        return picture

    def _without_words(self, record: Record, photo: Photo, number: int) -> Iterator[Problem]:
        for language in self.languages:
            if language not in photo.alt:
                values = {"language": language}
                yield self._at(record, number, "alt", "PHOTO_WITHOUT_WORDS", values)

    def _at(
        self, record: Record, number: int, field: str, code: str, values: Mapping[str, str]
    ) -> Problem:
        """A problem at its line of the entry."""
        where = ("photos", number, field)
        _, document = read_yaml(self.project / record.path, record.path)
        return Problem(record.path, *document.value_place(where), code, where, values)
