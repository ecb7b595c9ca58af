"""All entries together: references resolved, questions answered."""

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from .chapter_states import ChapterStates
from .facets import KINDS as CHOSEN
from .facets import Facets, facets_of
from .model.entry import Entry, Tombstone
from .model.kinds import KINDS
from .model.output import Output
from .model.photo import ShownPhoto
from .model.practice import Practice
from .model.project import Project
from .model.texts import Lacking, lacking
from .model.towns import Towns
from .model.translation import TranslationRecord
from .reading.memory import Memory
from .related import Relation, Trait, relations, similar_practices, traits
from .status import Status, status_of
from .traceability import Traceability, traceability_of


class UnknownTarget(LookupError):
    """No entry answers to a link's target."""


class AmbiguousTarget(LookupError):
    """Entries of several kinds have the id of a link's target; it must name the kind."""


@dataclass(frozen=True, repr=False)
class Catalogue:
    """Every entry by kind and id; built once a build and never changed."""

    languages: tuple[str, ...]
    today: datetime.date
    by_kind: Mapping[str, Mapping[str, Entry]]
    """Kind -> id -> entry."""
    files: Mapping[tuple[str, str], str]
    """(kind, id) -> the entry's file, from the project's root."""
    references: Mapping[tuple[str, str], Sequence[tuple[str, str]]]
    """(kind, id) -> the entries it refers to."""
    tombstones: Mapping[str, Mapping[str, Tombstone]]
    """Kind -> id -> what remains of a withdrawn entry."""
    vocabulary: Mapping[str, tuple[str, ...]]
    """Closed list -> its values."""
    translations: Mapping[tuple[str, str], TranslationRecord]
    """(kind, id) -> what its translations were made from."""
    chapters_by_source: Mapping[str, tuple[str, ...]]
    """Id of a source -> names of the pages of prose that name it."""
    chapter_titles: Mapping[tuple[str, str], str]
    """(name, language) -> title of a page of prose."""
    chapter_states: Mapping[tuple[str, str], ChapterStates]
    """(name, language) -> what its translation lacks."""
    marks: Mapping[tuple[str, str], str]
    """(kind, id) -> fingerprint of the entry's file and of its translation record."""
    similar: Callable[[Sequence[Practice]], Mapping[str, tuple[str, ...]]] = similar_practices
    """How similar practices are found."""
    anchor: Callable[[str], str] = str
    """An ASCII id made of the words of a text in the default language."""
    towns: Towns = field(default_factory=Towns)
    """Where towns lie, for the map."""
    outputs: Mapping[tuple[str, str], Sequence[Output]] = field(default_factory=dict)
    """(kind, id) -> the files made from the entry."""
    photos: Mapping[str, Sequence[ShownPhoto]] = field(default_factory=dict)
    """Id of a practice -> its photographs."""
    memory: Memory = field(default_factory=lambda: Memory(keeps=False))
    """What a former catalogue of this process has found out about entries."""

    def with_outputs(self, outputs: Mapping[tuple[str, str], Sequence[Output]]) -> "Catalogue":
        """The same catalogue, with all that it has found out, when files have been made."""
        other = copy(self)
        vars(other)["outputs"] = outputs
        return other

    def entry(self, kind: str, id: str) -> Entry:
        """Raises UnknownTarget where there is none."""
        try:
            return self.by_kind[kind][id]
        except KeyError:
            raise UnknownTarget(f"{kind}/{id}") from None

    def entries(self, kind: str) -> Sequence[Entry]:
        return tuple(self.by_kind.get(kind, {}).values())

    def __iter__(self) -> Iterator[tuple[str, Entry]]:
        for kind, entries in self.by_kind.items():
            for entry in entries.values():
                yield kind, entry

    @cached_property
    def _users(self) -> dict[tuple[str, str], dict[str, list[str]]]:
        return self.memory.while_same("users", self.references, self._found_users)

    def _found_users(self) -> dict[tuple[str, str], dict[str, list[str]]]:
        users: dict[tuple[str, str], dict[str, list[str]]] = {}
        for kind in KINDS:
            for id in self.by_kind.get(kind, {}):
                for target in dict.fromkeys(self.references.get((kind, id), ())):
                    users.setdefault(target, {}).setdefault(kind, []).append(id)
        return users

    def users(self, kind: str, id: str) -> Mapping[str, Sequence[str]]:
        """Kind -> ids of the entries that refer to this one."""
        return self._users.get((kind, id), {})

    def outputs_of(self, kind: str, id: str) -> Sequence[Output]:
        """The files made from an entry."""
        return self.outputs.get((kind, id), ())

    def photos_of(self, id: str) -> Sequence[ShownPhoto]:
        """The photographs of a practice, as the site shows them."""
        return self.photos.get(id, ())

    def named_by(self, kind: str, id: str) -> Collection[tuple[str, str]]:
        """Kinds and ids of the entries to which this one refers."""
        return frozenset(self.references.get((kind, id), ()))

    @cached_property
    def _lacking(self) -> dict[tuple[str, str], Lacking]:
        return {}

    def lacking(self, kind: str, id: str) -> Lacking:
        """What the translations of an entry lack."""
        found = self._lacking.get((kind, id))
        if found is None:
            entry = self.entry(kind, id)
            found = self._lacking[kind, id] = self.memory.while_same(
                f"lacking {kind}/{id}",
                (self.languages, self.marks[kind, id]),
                partial(self._found_lacking, kind, entry),
            )
        return found

    def _found_lacking(self, kind: str, entry: Entry) -> Lacking:
        record = self.translations.get((kind, entry.id))
        return lacking(entry, self.languages, record.root if record else {})

    def public_file(self, kind: str, id: str) -> str:
        """The entry's file as pages name it; where it lies outside the project is not told."""
        file = self.files[kind, id]
        return f"data/{KINDS[kind].folder}/{id}.yml" if Path(file).is_absolute() else file

    @cached_property
    def status(self) -> Status:
        """What every entry lacks, and where practices are missing."""
        return status_of(self)

    @cached_property
    def facets(self) -> Facets:
        """By what readers choose among practices and projects."""
        return facets_of(self)

    @property
    def has_choice(self) -> bool:
        """Whether `facets` has a row: each practice and project has one."""
        return any(self.by_kind.get(kind) for kind in CHOSEN)

    @property
    def has_matrix(self) -> bool:
        """Whether `traceability` has a line: each goal has one, and each activity without goals."""
        projects = (one for one in self.entries("project") if isinstance(one, Project))
        return bool(self.by_kind.get("goal")) or any(one.key_activities for one in projects)

    @cached_property
    def traceability(self) -> Traceability:
        """From goals to the questions that ask whether they were reached."""
        return traceability_of(self)

    def updated(self, kind: str, id: str) -> str:
        """Day of the last change of an entry, or of the newest entry for a list of them."""
        entries = self.by_kind.get(kind, {})
        day = entries[id].updated if id in entries else self._newest.get(kind, self.today)
        return day.isoformat()

    @cached_property
    def _newest(self) -> dict[str, datetime.date]:
        return {
            kind: max(entry.updated for entry in entries.values())
            for kind, entries in self.by_kind.items()
            if entries
        }

    @cached_property
    def _similar(self) -> Mapping[str, tuple[str, ...]]:
        own = [
            self.memory.while_same(f"traits {one.id}", (one,), partial(_traits, one))
            for one in self.practices
        ]
        return self.memory.while_same("similar", own, lambda: self.similar(self.practices))

    @property
    def practices(self) -> tuple[Practice, ...]:
        return tuple(one for one in self.entries("practice") if isinstance(one, Practice))

    def similar_to(self, id: str) -> tuple[str, ...]:
        """Ids of practices like one that need not exist any more."""
        return self._similar.get(id, ())

    def related_to(self, id: str) -> tuple[Relation, ...]:
        """Practices like this one, the most similar first."""
        practice = self.entry("practice", id)
        others = (self.entry("practice", other) for other in self.similar_to(id))
        if not isinstance(practice, Practice):
            return ()
        return tuple(relations(practice, (one for one in others if isinstance(one, Practice))))

    @cached_property
    def _kinds_of_id(self) -> dict[str, list[str]]:
        kinds: dict[str, list[str]] = {}
        for kind, entry in self:
            for id in (entry.id, *entry.former_ids):
                kinds.setdefault(id, []).append(kind)
        return kinds

    @cached_property
    def _present_ids(self) -> dict[tuple[str, str], str]:
        return {(kind, former): entry.id for kind, entry in self for former in entry.former_ids}

    def find(self, target: str) -> tuple[str, str, str]:
        """Kind, id and anchor of ``id``, ``kind/id``, ``id#anchor`` or ``kind/id#anchor``.

        A former id leads to the present one. Raises UnknownTarget or AmbiguousTarget.
        """
        name, _, anchor = target.partition("#")
        kind, slash, id = name.rpartition("/")
        if not slash:
            kinds = self._kinds_of_id.get(id, [])
            if len(kinds) > 1:
                raise AmbiguousTarget(target)
            if not kinds:
                raise UnknownTarget(target)
            kind = kinds[0]
        id = self._present_ids.get((kind, id), id)
        if kind not in KINDS or id not in self.by_kind.get(kind, {}):
            raise UnknownTarget(target)
        return kind, id, anchor


def _traits(practice: Practice) -> tuple[str, Sequence[Trait]]:
    return practice.id, tuple(traits(practice))
