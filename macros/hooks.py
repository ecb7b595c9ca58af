"""Events of the site generator; with site_generator.py the only file that knows which one it is.

The generator reads prose, renders the frame and copies files. What a page made from data says
comes from pages.py; this file only carries it over.
"""

import html
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.finished_prose import FinishedProse
from macros.frame import BrokenEntryLink, Frame, menu_items
from macros.handbook import Handbook, ProblemsFound, read_handbook
from macros.options import options
from macros.pages import PagePlan, data_files, menu, page, page_plans
from macros.site_generator import KEPT_AS
from macros.writing.page import Page
from macros.writing.sandbox import sandbox
from macros.writing.writer import Writer

BEFORE_PLUGINS = 100
AFTER_LANGUAGES = -200
"""static-i18n works at -100; what depends on its files and settings comes after it."""


def _handbook(config: MkDocsConfig) -> Handbook:
    handbook: Handbook = getattr(config, KEPT_AS)
    return handbook


def _plugin(name: str, config: MkDocsConfig) -> Any:
    """A plugin with attributes of its own, which BasePlugin does not declare."""
    return config.plugins[name]


def _language(config: MkDocsConfig) -> str:
    language: str = _plugin("i18n", config).current_language
    return language


def _writer(config: MkDocsConfig) -> Writer:
    return _handbook(config).writers[_language(config)]


@event_priority(BEFORE_PLUGINS)
def _read(config: MkDocsConfig) -> MkDocsConfig:
    """Read the data before any plugin asks for it; once for all languages."""
    if getattr(config, KEPT_AS, None) is None:
        try:
            setattr(config, KEPT_AS, read_handbook(options(Path(config.config_file_path).parent)))
        except ProblemsFound as found:
            raise Abort(found.report()) from found
    if _handbook(config).options.pages_only:
        _leave_out("material/search", config)
    return config


def _leave_out(name: str, config: MkDocsConfig) -> None:
    """Take a plugin out of a run, before any of its own events has come."""
    plugin = config.plugins.pop(name, None)
    if plugin is None:
        return
    for methods in config.plugins.events.values():
        methods[:] = [one for one in methods if getattr(one, "__self__", None) is not plugin]


@event_priority(AFTER_LANGUAGES)
def _speak(config: MkDocsConfig) -> MkDocsConfig:
    """Give the frame the words of the language that is being built, and macros their sandbox."""
    handbook, phrases = _handbook(config), _writer(config).phrases
    config.site_name = html.escape(phrases.word("site.name"))
    config.site_description = phrases.word("site.description")
    config.copyright = handbook.copyright(_language(config))
    for palette in config.theme["palette"]:
        name = palette["toggle"].setdefault("word", palette["toggle"]["name"])
        palette["toggle"]["name"] = phrases.word(name)
    macros = _plugin("macros", config)
    macros._env = sandbox(handbook.authoring.macros())
    macros._variables.clear()
    return config


on_config = CombinedEvent(_read, _speak)


@event_priority(AFTER_LANGUAGES)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages made from data, and put their indexes into the menu."""
    handbook, i18n = _handbook(config), _plugin("i18n", config)
    language = _language(config)
    for plan in page_plans(handbook.catalogue):
        made = {one: _file(plan, one, handbook, config) for one in handbook.languages}
        made[language].alternates = made
        files.append(made[language])
    if language == handbook.languages[0]:
        for path, text in data_files(handbook.catalogue):
            files.append(File.generated(config, path, content=text))
    listed = [file for file in files.documentation_pages() if _listed(file)]
    i18n.i18n_files_per_language[language] = listed
    config.nav = _menu(config, handbook)
    return files


class DataFile(File):
    """A page made from data, with what static-i18n wants to know of a file."""

    plan: PagePlan
    locale: str
    localization: str
    locale_alternate_of: str
    norm_src_uri: str
    alternates: dict[str, "DataFile"]


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


def _plan(file: File) -> PagePlan | None:
    return file.plan if isinstance(file, DataFile) else None


def _listed(file: File) -> bool:
    plan = _plan(file)
    return plan is None or plan.listed


def _menu(config: MkDocsConfig, handbook: Handbook) -> list[Any]:
    prose: list[Any] = config.extra.setdefault("prose_menu", config.nav or [])
    indexes = {
        section: [f"{path}/index.md" for path in paths]
        for section, paths in menu(handbook.catalogue).items()
    }
    return menu_items(prose, indexes, _writer(config).phrases)


def on_page_content(content: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """The article: written from data, or prose with its slots and entry links filled in."""
    plan = _plan(page.file)
    if plan is not None:
        return _written(plan, page, config)
    chapter: Any = page.file  # static-i18n's own attributes, which File does not declare
    prose = FinishedProse(
        _handbook(config),
        _writer(config),
        name=chapter.norm_src_uri.removesuffix(".md"),
        written_in=_locale(chapter),
        address="/" + page.url.removeprefix("./"),
    )
    page.title = html.escape(prose.typeset(str(page.title)))
    try:
        return prose.finished(content)
    except BrokenEntryLink as broken:
        raise PluginError(f"{page.file.src_uri}: entry:{broken}") from broken


def _locale(file: Any) -> str:
    """Language of a file of prose; static-i18n's own attribute, which File does not declare."""
    locale: str = file.locale
    return locale


def _written(plan: PagePlan, site_page: SitePage, config: MkDocsConfig) -> str:
    """Fill the generator's page from ours; the theme prints titles as they are."""
    written = page(plan, _handbook(config).catalogue, _writer(config))
    site_page.title = html.escape(written.title)
    site_page.meta = {"title": site_page.title, "page": written}
    if not plan.listed:
        site_page.meta["search"] = {"exclude": True}
    site_page.toc = _contents(written)
    return written.body


def _contents(written: Page) -> TableOfContents:
    top = AnchorLink(html.escape(written.title), "", 1)
    top.children = [
        AnchorLink(html.escape(section.title), section.anchor, 2) for section in written.contents
    ]
    return TableOfContents([top])


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Head facts and the edit link."""
    handbook = _handbook(config)
    plan = _plan(page.file)
    if plan is not None:
        written: Page = page.meta["page"]
        context["head"] = _frame(config).page_head(written, plan.listed)
        page.edit_url = handbook.options.edit_address(written.edited_file)
        page.update_date = handbook.updated(plan.kind, plan.id)
        return context
    chapter: Any = page.file  # static-i18n's own attributes, which File does not declare
    name = chapter.norm_src_uri.removesuffix(".md").removesuffix("index")
    context["head"] = _frame(config).chapter_head(
        name, str(page.meta["title"]), str(page.meta["description"]), _locale(chapter)
    )
    page.edit_url = handbook.options.edit_address(f"docs/{page.file.src_uri}")
    return context


def _frame(config: MkDocsConfig) -> Frame:
    names = {one.locale: one.name for one in _plugin("i18n", config).config.languages}
    return Frame(_writer(config), _handbook(config).languages, names)


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """What the page for missing addresses says."""
    if template_name == "404.html":
        written = _writer(config).missing_page()
        context["missing_page"] = written
        context["head"] = _frame(config).page_head(written, listed=False)
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """One page for missing addresses in each language; no sitemap without a site's address."""
    if template_name == "sitemap.xml" and not config.site_url:
        return ""
    handbook, language = _handbook(config), _language(config)
    if template_name == "404.html" and language != handbook.languages[0]:
        target = Path(config.site_dir, language, template_name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output, encoding="utf-8")
        return ""
    return output


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """While a file is broken, keep showing the last good site and say what is wrong."""
    build = server.builder

    def build_or_keep() -> None:
        try:
            build()
        except Abort as stop:
            print(stop, file=sys.stderr)

    server.builder = build_or_keep
    return server
