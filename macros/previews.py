"""Pictures for links to the site: one for each kind of page and language, made once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from .cache import digest
from .handbook import Handbook
from .model.kinds import KINDS
from .printing.preview import preview, preview_fingerprint
from .printing.typeface import Typeface
from .writing.page import preview_path


def with_previews(handbook: Handbook) -> Handbook:
    """The handbook with its pictures.

    Who shows a link wants a whole address, so a site without one needs no pictures; without the
    typeface the site is built without them.
    """
    options = handbook.options
    if options.pages_only or not options.site_url or not Typeface(options.project).present:
        return handbook
    return replace(handbook, previews=dict(_made(handbook)))


def _made(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    project = handbook.options.project
    made_with = preview_fingerprint(project)
    for language, writer in handbook.writers.items():
        site = writer.phrases.word("site.name")
        for kind, words in _kinds(handbook, language).items():
            key = digest("preview", made_with, words, site)
            picture = handbook.cache.get(key)
            if picture is None:
                picture = preview(project, words, site)
                handbook.cache.put(key, picture)
            yield preview_path(kind, language), picture


def _kinds(handbook: Handbook, language: str) -> Mapping[str, str]:
    """Kind of page -> its name in words; "" is every page that shows no entries of one kind."""
    view = handbook.writers[language].view("/")
    shown = [
        kind.name
        for kind in KINDS.values()
        if kind.address and handbook.catalogue.entries(kind.name)
    ]
    return {"": "", **{kind: view.heading(f"kind.{kind}.many") for kind in shown}}
