"""Events of the site generator; with site_generator.py the only file that knows which one it is.

The generator reads prose, renders the frame and copies files. What a page made from data says
comes from pages.py; this file only carries it over.
"""

import html
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as SitePage

from macros.assets.bundled import Assets
from macros.assets.esbuild import BundlingFailed
from macros.assets.policy import policy
from macros.drawing.topology import borders
from macros.editions import with_editions
from macros.finished_prose import FinishedProse
from macros.frame import BrokenEntryLink, Frame, Head, menu_items
from macros.handbook import Handbook, ProblemsFound
from macros.inspection import read_handbook
from macros.live import Live
from macros.live_server import LiveServer
from macros.options import options
from macros.overviews.materials import Materials
from macros.pages import (
    PagePlan,
    menu,
    page,
    plans_for_generator,
)
from macros.previews import with_previews
from macros.progress import Progress
from macros.prose_places import linked_by_path
from macros.publishing.trust import Trust
from macros.run import Run
from macros.site_files import (
    bundled,
    whole_sitemap,
    write_assets,
    write_data,
    write_entries,
    write_for_language,
)
from macros.site_generator import (
    ASSETS_KEPT_AS,
    FRAME_KEPT_AS,
    KEPT_AS,
    RUN_KEPT_AS,
    DataFile,
    FramedPage,
    ThemeFrame,
    data_file,
    fill_page,
    is_bundled,
    rebuilt,
    theme_styles,
)
from macros.standing_pages import StandingPages
from macros.watching import watch_by_system
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
        chosen = options(Path(config.config_file_path).parent)
        live = Live(chosen) if _is_served(config) else None
        progress = Progress()
        try:
            read = read_handbook(chosen, memory=live.memory if live else None)
            handbook = with_previews(with_editions(read, progress))
        except ProblemsFound as found:
            raise Abort(found.report()) from found
        progress.end()
        run = Run(Trust(handbook.slot_mark), progress)
        run.live = live
        setattr(config, KEPT_AS, handbook)
        setattr(config, RUN_KEPT_AS, run)
    _bundle(config)
    return config


def _bundle(config: MkDocsConfig) -> None:
    """Make the scripts and styles that pages load; anew in each build of a served site."""
    if getattr(config, ASSETS_KEPT_AS, None) is not None:
        return
    try:
        made = bundled(_handbook(config), theme_styles(config))
    except BundlingFailed as faulty:
        raise Abort(str(faulty)) from faulty
    setattr(config, ASSETS_KEPT_AS, made)


def _assets(config: MkDocsConfig) -> Assets:
    made: Assets = getattr(config, ASSETS_KEPT_AS)
    return made


def _is_served(config: MkDocsConfig) -> bool:
    """The server builds into a folder of its own, and only it gives the site this address."""
    return (config.site_url or "").startswith(f"http://{config.dev_addr}/")


@event_priority(AFTER_LANGUAGES)
def _speak(config: MkDocsConfig) -> MkDocsConfig:
    """Give the frame the words of the language that is being built, and macros their sandbox."""
    handbook, phrases = _handbook(config), _writer(config).phrases
    config.site_name = html.escape(phrases.word("site.name"))
    config.site_description = phrases.word("site.description")
    config.copyright = handbook.copyright(_language(config))
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
    for file in [one for one in files if is_bundled(one)]:
        files.remove(file)
    run: Run = getattr(config, RUN_KEPT_AS)
    standing = _standing(config)
    if language == handbook.languages[0] and (standing is None or standing.edited is None):
        sizes = write_data(handbook, Path(config.site_dir))
        run.materials = Materials(sizes, borders(handbook.options.project))
    for plan in plans_for_generator(handbook.catalogue, linked_by_path(handbook.prose)):
        files.append(data_file(plan, language, handbook, config))
    listed = [file for file in files.documentation_pages() if _listed(file)]
    i18n.i18n_files_per_language[language] = listed
    config.nav = _menu(config, handbook)
    return files


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


def on_pre_page(page: SitePage, config: MkDocsConfig, files: Files) -> SitePage:
    """While one chapter is edited, what does not show it stays as it is."""
    getattr(config, RUN_KEPT_AS).go_on()
    standing = _standing(config)
    if standing is not None and standing.stays(page.file):
        standing.stand_in(page)
    return page


def _standing(config: MkDocsConfig) -> StandingPages | None:
    """The pages of a site that is served; None: it is built once."""
    run: Run = getattr(config, RUN_KEPT_AS)
    return run.live.standing if run.live is not None else None


def on_page_content(content: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """The article: written from data, or prose with its slots and entry links filled in."""
    standing = _standing(config)
    if standing is not None and standing.stays(page.file):
        return ""
    article = _article(content, page, config)
    if standing is not None:
        standing.made(page)
    return article


def _article(content: str, page: SitePage, config: MkDocsConfig) -> str:
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
    handbook = _handbook(config)
    run: Run = getattr(config, RUN_KEPT_AS)
    written = page(plan, handbook.catalogue, _writer(config), run.materials)
    site_page.update_date = handbook.catalogue.updated(plan.kind, plan.id)
    edit = handbook.options.edit_address(written.edited_file)
    return fill_page(site_page, FramedPage(plan, written, edit))


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Any
) -> dict[str, Any]:
    """Head facts and the edit link."""
    getattr(config, RUN_KEPT_AS).go_on()
    standing = _standing(config)
    if standing is not None and standing.stays(page.file):
        return context
    framed: FramedPage | None = page.meta.get("framed")
    if framed is not None:
        head = _frame(config).page_head(framed.written, framed.plan.listed, framed.plan.kind)
        page.edit_url = framed.edit
    else:
        head = _chapter_head(page, config)
        address = f"docs/{page.file.src_uri}"
        page.edit_url = _handbook(config).options.edit_address(address)
    for name in head.styles:
        if name not in _assets(config).styles:
            raise PluginError(f'{page.file.src_uri}: data-style="{name}" names no stylesheet')
    return context | _for_every_page(config) | {"head": head}


def _chapter_head(page: SitePage, config: MkDocsConfig) -> Head:
    chapter: Any = page.file  # static-i18n's own attributes, which File does not declare
    name = chapter.norm_src_uri.removesuffix(".md").removesuffix("index")
    title, description = str(page.meta["title"]), str(page.meta["description"])
    html = str(page.content)
    return _frame(config).chapter_head(name, title, description, _locale(chapter), html)


def _for_every_page(config: MkDocsConfig) -> dict[str, Any]:
    """Any: what a template may use. The server's reload is a script in the page, so a served
    site says nothing of what may be loaded.
    """
    run: Run = getattr(config, RUN_KEPT_AS)
    return {
        "word": _writer(config).phrases.word,
        "assets": _assets(config),
        "policy": policy() if run.live is None else "",
    }


def _frame(config: MkDocsConfig) -> Frame:
    names = {one.locale: one.name for one in _plugin("i18n", config).config.languages}
    handbook = _handbook(config)
    return Frame(_writer(config), handbook.languages, names, handbook.previews)


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """What the page for missing addresses says."""
    if template_name == "404.html":
        context |= _for_every_page(config)
        written = _writer(config).missing_page()
        context["missing_page"] = written
        context["head"] = _frame(config).page_head(written, listed=False)
    return context


def on_nav(nav: Any, config: MkDocsConfig, files: Files) -> Any:
    """Keep the menu of the language for the pages that are framed at the end."""
    setattr(config, FRAME_KEPT_AS, ThemeFrame(config, nav, files))
    return nav


@event_priority(AFTER_LANGUAGES)
def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Keep the theme's templates too."""
    getattr(config, FRAME_KEPT_AS).templates = env
    return env


@event_priority(BEFORE_PLUGINS)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages of entries, before the next language begins."""
    handbook, language = _handbook(config), _language(config)
    frame: ThemeFrame = getattr(config, FRAME_KEPT_AS)
    run: Run = getattr(config, RUN_KEPT_AS)
    site = Path(config.site_dir)
    if run.live is not None and run.live.standing.edited is not None:
        run.live.caught_up()
        return
    if language == handbook.languages[0]:
        write_assets(_assets(config), site)
    write_for_language(handbook, language, site)
    if run.live is not None and run.without_entries:
        run.live.caught_up()
        return
    pages = write_entries(handbook, language, frame.framed, run, site)
    if run.live is not None:
        run.live.pages[language] = pages
        if language == handbook.languages[-1]:
            run.live.built(handbook)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """One page for missing addresses in each language; no sitemap without a site's address."""
    if template_name == "sitemap.xml":
        return _sitemap(output, config) if config.site_url else ""
    handbook, language = _handbook(config), _language(config)
    if template_name == "404.html" and language != handbook.languages[0]:
        target = Path(config.site_dir, language, template_name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(output, encoding="utf-8")
        return ""
    return output


def _sitemap(output: str, config: MkDocsConfig) -> str:
    """The last language's counts, with the pages that the generator does not know."""
    handbook, language = _handbook(config), _language(config)
    if language != handbook.languages[-1]:
        return output
    return whole_sitemap(output, handbook, language, config.site_url or "")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Write what an edit changes; while something is wrong, keep the last good site and tell."""
    run: Run = getattr(config, RUN_KEPT_AS)
    if run.live is not None:
        chosen = run.live.options
        watch_by_system(server, [chosen.data, chosen.project / "docs"])
        LiveServer(server, run.live, rebuilt(config, server)).begin()
    return server
