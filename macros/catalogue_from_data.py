"""All that was read, put together into the catalogue."""

from .catalogue import Catalogue
from .chapter_states import chapter_states
from .model.entry import Entry, Tombstone
from .model.kinds import KINDS
from .options import Options
from .reading.entries import Data
from .reading.prose import Prose
from .today import today
from .used_sources import chapters_by_source


def catalogue_of(
    options: Options, languages: tuple[str, ...], data: Data, prose: Prose
) -> Catalogue:
    """The catalogue of the entries and pages of prose that could be read."""
    kinds = {kind.folder: kind.name for kind in KINDS.values()}
    by_kind: dict[str, dict[str, Entry]] = {}
    files: dict[tuple[str, str], str] = {}
    references: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
    tombstones: dict[str, dict[str, Tombstone]] = {}
    marks: dict[tuple[str, str], str] = {}
    for record in data.records:
        by_kind.setdefault(record.kind, {})[record.entry.id] = record.entry
        files[record.kind, record.entry.id] = record.path
        references[record.kind, record.entry.id] = record.references
        folder = KINDS[record.kind].folder
        translation = data.translation_marks.get((folder, record.entry.id), "")
        marks[record.kind, record.entry.id] = f"{record.mark} {translation}"
    for gone in data.tombstones:
        tombstones.setdefault(gone.kind, {})[gone.tombstone.id] = gone.tombstone
        files[gone.kind, gone.tombstone.id] = gone.path
    return Catalogue(
        languages=languages,
        today=today(
            options.project, options.epoch, (record.entry.updated for record in data.records)
        ),
        by_kind=by_kind,
        files=files,
        references=references,
        tombstones=tombstones,
        vocabulary=data.vocabularies,
        marks=marks,
        towns=data.towns,
        translations=data.translations.renamed(kinds),
        chapters_by_source=chapters_by_source(prose),
        chapter_states=chapter_states(prose, languages, data.chapter_records),
        chapter_titles={(page.name, page.language): page.chapter.title for page in prose.pages},
    )
