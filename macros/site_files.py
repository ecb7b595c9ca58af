"""What a build writes by itself: open data, printed files, scripts and styles, pages of entries."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from .assets.bundled import Assets, assets
from .assets.policy import header_files
from .assets.typeface import letters_of
from .contribution.fields import practice_schema
from .data_files import data_files
from .entry_pages import EntryPages, Framed, facts_of, pages_kept
from .handbook import Handbook
from .pages import PagePlan, language_files, plans_for_shells
from .prose_places import linked_by_path
from .run import Run
from .sitemap import sitemap_pages
from .terminal import words_for_terminal

SITEMAP_END = "</urlset>"


def bundled(handbook: Handbook, theme_styles: list[Path]) -> Assets:
    """Scripts and styles as pages load them; says so where they could not be put together.

    Raises BundlingFailed for a script or a style with a mistake in it.
    """
    words = (word for writer in handbook.writers.values() for word in writer.phrases.own.values())
    made = assets(
        handbook.options.project,
        theme_styles,
        letters_of(words),
        handbook.cache,
        practice_schema(),
    )
    if not made.bundled:
        told(words_for_terminal(handbook.data.words)["assets.unbundled"])
    return made


def write_data(handbook: Handbook, site: Path) -> dict[str, int]:
    """Write everything that is no page; path and size, in bytes, of each file of open data."""
    sizes = {}
    for path, pieces in data_files(handbook):
        place = _place(site, path)
        with place.open("wb") as file:
            file.writelines(pieces)
            sizes[path] = file.tell()
    _write(handbook.printed, site)
    _write(handbook.previews, site)
    _write(handbook.authoring.forms.files(handbook.languages), site)
    return sizes


def write_assets(made: Assets, site: Path) -> None:
    """Write scripts, styles and fonts, and what servers are told of them."""
    _write(made.files, site)
    _write(header_files(made.bundled), site)


def write_for_language(handbook: Handbook, language: str, site: Path) -> None:
    """Write what the pages of a language load when a reader chooses among entries."""
    for path, text in language_files(handbook.catalogue, handbook.writers[language]):
        _place(site, path).write_text(text, encoding="utf-8", newline="\n")


def write_entries(
    handbook: Handbook, language: str, framed: Framed, run: Run, site: Path
) -> EntryPages:
    """Write the pages of all entries in a language; ``framed`` renders one as the theme would."""
    writer = handbook.writers[language]
    kept = pages_kept(handbook, writer, facts_of(handbook))
    pages = EntryPages(handbook, writer, framed, told, run.trust, kept)
    plans = sorted(entry_plans(handbook), key=kept.place)
    run.progress.step(f"Writing pages of entries ({language})")
    for plan in run.progress.through(plans):
        written = pages.write(plan, site)
        if run.live is not None:
            run.live.shows((language, plan), written.shows)
    kept.pack.close()
    writer.memory.clear()  # a language needs it only while its pages are written
    run.pages_reused += kept.reused
    run.pages_written += len(plans) - kept.reused
    return pages


def entry_plans(handbook: Handbook) -> Iterator[PagePlan]:
    """Every page that is filled into a shell."""
    return plans_for_shells(handbook.catalogue, linked_by_path(handbook.prose))


def whole_sitemap(sitemap: str, handbook: Handbook, language: str, site_url: str) -> str:
    """The generator's sitemap with the pages it does not know."""
    plans = [plan for plan in entry_plans(handbook) if plan.listed]
    pages = sitemap_pages(plans, handbook.catalogue)
    more = handbook.writers[language].fragment(
        "sitemap_pages.xml.j2", "/", pages=pages, site_url=site_url.rstrip("/")
    )
    before, end, after = sitemap.rpartition(SITEMAP_END)
    return before + more + end + after


def told(text: str) -> None:
    """Say something to whoever sits at the terminal."""
    print(text, file=sys.stderr)


def _write(files: Mapping[str, bytes], site: Path) -> None:
    for path, content in files.items():
        _place(site, path).write_bytes(content)


def _place(site: Path, path: str) -> Path:
    place = site / path
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
