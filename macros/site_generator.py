"""Runs the site generator; with hooks.py the only file that knows which one it is."""

import html
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from .generator_log import Heard, logged
from .handbook import Handbook
from .live import Live
from .live_server import Build
from .model.phrases import UnknownPhrase
from .options import SETTINGS, Options
from .pages import PagePlan
from .progress import Progress
from .publishing.trust import Trust
from .run import Outdated, Run
from .writing.page import Page

KEPT_AS = "handbook"
"""Name under which the settings of one run carry the handbook to the hooks."""
RUN_KEPT_AS = "run"
"""Name under which they carry what the run knows of itself."""
FRAME_KEPT_AS = "theme_frame"
"""Name under which they carry what is needed to frame a page at the end of a build."""


ASSETS_KEPT_AS = "assets"
"""Name under which they carry what pages load."""
THEME_STYLES = ("main.*.min.css", "palette.*.min.css")


class GeneratorFailed(Exception):
    """The site generator stopped, or warned; what it said stands in its log."""


def generate(handbook: Handbook, destination: Path, run: Run) -> None:
    """Write the whole site into the empty folder ``destination``.

    Raises GeneratorFailed on any error or warning.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = handbook.epoch
    try:
        with logged():
            config = _config(handbook, destination)
            setattr(config, RUN_KEPT_AS, run)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build(config)
            finally:
                config.plugins.on_shutdown()
    except (Abort, BuildError, SystemExit) as stop:
        raise GeneratorFailed(str(stop)) from stop
    except UnknownPhrase as missing:
        raise GeneratorFailed(f"data/ui has no word for {missing}") from missing


def serve(options: Options) -> None:
    """Build into a temporary folder, show it on 127.0.0.1 and build again on every edit.

    Returns when the reader stops it. Raises GeneratorFailed where the first build fails.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.serve import serve as serve_site  # its watcher is not for builds

    watched = [str(options.data), str(options.project / "macros" / "templates")]
    try:
        with logged(logging.INFO):
            serve_site(
                str(options.project / SETTINGS),
                watch=[*watched, str(options.project / "overrides")],
                dev_addr=f"127.0.0.1:{options.port}",
            )
    except (Abort, BuildError, OSError) as stop:
        raise GeneratorFailed(str(stop)) from stop


def _config(handbook: Handbook, destination: Path) -> MkDocsConfig:
    """The settings with what this run overrides."""
    options = handbook.options
    config = load_config(
        str(options.project / SETTINGS),
        site_dir=str(destination),
        strict=True,
    )
    setattr(config, KEPT_AS, handbook)
    return config


def theme_styles(config: MkDocsConfig) -> list[Path]:
    """The theme's stylesheets, which go into ours."""
    return [
        path
        for folder in config.theme.dirs
        for name in THEME_STYLES
        for path in sorted(Path(folder, "assets/stylesheets").glob(name))
    ]


def is_bundled(file: File) -> bool:
    """Whether pages do not load a file itself but what is made of it, or not at all."""
    path = file.src_uri
    return path.startswith("assets/") and path.endswith((".js", ".css", ".map", "favicon.png"))


def rebuilt(served: MkDocsConfig, server: LiveReloadServer) -> Build:
    """What builds the served site again; see `live_server.Build`."""

    def build_again(
        handbook: Handbook,
        live: Live,
        folder: str,
        with_entries: bool,
        chapters: frozenset[str] | None,
    ) -> str | None:
        heard = Heard()
        try:
            config = load_config(str(served.config_file_path), site_dir=folder, strict=True)
            config.site_url = served.site_url
            run = Run(Trust(handbook.slot_mark), Progress())
            run.live, run.without_entries = live, not with_entries
            if not with_entries:
                run.outdated = lambda: server._want_rebuild
            live.standing.begin(chapters)
            setattr(config, KEPT_AS, handbook)
            setattr(config, RUN_KEPT_AS, run)
            build(config)
        except Outdated:
            return None
        except (Abort, BuildError, UnknownPhrase) as stop:
            return "\n".join([*heard.lines, str(stop)])
        finally:
            heard.end()
        return ""

    return build_again


class DataFile(File):
    """A page made from data, with what static-i18n wants to know of a file."""

    plan: PagePlan
    locale: str
    localization: str
    locale_alternate_of: str
    norm_src_uri: str
    alternates: dict[str, "DataFile"]


def data_file(plan: PagePlan, language: str, handbook: Handbook, config: MkDocsConfig) -> DataFile:
    """The file behind a page of one language; it knows those of the other languages."""
    made = {one: _file(plan, one, handbook, config) for one in handbook.languages}
    made[language].alternates = made
    return made[language]


def _file(plan: PagePlan, language: str, handbook: Handbook, config: MkDocsConfig) -> DataFile:
    folder = "" if language == handbook.languages[0] else f"{language}/"
    file = DataFile(
        f"{language}/{plan.path}/index.md",
        None,  # nothing on disk: the text is content_string
        config.site_dir,
        config.use_directory_urls,
        dest_uri=f"{folder}{plan.path}/index.html",
    )
    file.content_string = ""
    file.plan = plan
    file.locale = file.localization = file.locale_alternate_of = language
    file.norm_src_uri = f"{plan.path}/index.md"
    return file


@dataclass(frozen=True, slots=True)
class FramedPage:
    """A page on its way into the theme's frame."""

    plan: PagePlan
    written: Page
    edit: str | None
    """Where the file behind it is edited."""


def fill_page(site_page: SitePage, framed: FramedPage) -> str:
    """Fill the generator's page from ours and return its article; themes print titles raw."""
    written = framed.written
    site_page.title = html.escape(written.title)
    site_page.meta = {"title": site_page.title, "framed": framed}
    if written.wide:
        site_page.meta["hide"] = ["navigation", "toc"]
    top = AnchorLink(site_page.title, "", 1)
    top.children = [AnchorLink(html.escape(one.title), one.anchor, 2) for one in written.contents]
    site_page.toc = TableOfContents([top])
    return written.body


class ThemeFrame:
    """The theme as it stands at the end of one language's build."""

    templates: Any
    """Any: the theme's Jinja environment; Jinja is known in writing/ only."""

    def __init__(self, config: MkDocsConfig, nav: Any, files: Files) -> None:
        # Any: static-i18n gives a menu of its own.
        self._config = config
        self._nav = nav
        self._documents = files.documentation_pages()
        self._handbook: Handbook = getattr(config, KEPT_AS)

    def framed(self, plan: PagePlan, written: Page, edit: str | None) -> str:
        """The whole page, as the generator would write it at its own time."""
        page = self._site_page(plan, written, edit)
        page.active = True
        plugins = self._config.plugins
        context = get_context(self._nav, self._documents, self._config, page)
        context = plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
        output = self.templates.get_template("main.html").render(context)
        return str(plugins.on_post_page(output, page=page, config=self._config))

    def _site_page(self, plan: PagePlan, written: Page, edit: str | None) -> SitePage:
        file = data_file(plan, written.language, self._handbook, self._config)
        page = SitePage(None, file, self._config)
        page.content = fill_page(page, FramedPage(plan, written, edit))
        return page
