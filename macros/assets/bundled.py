"""The scripts and styles of one build, made by esbuild or, where there is none, as they stand."""

import json
import marshal
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ..cache import Cache, digest
from . import theme, typeface, validator
from .esbuild import FROM_TEXT, bundles, program
from .packing import with_copies

SOURCES = Path("overrides/assets")
"""From the project's root."""
OF_EVERY_PAGE = "handbook"
"""Name of the script and the stylesheet that every page loads; the theme's styles are in it."""
BEFORE_PAINT = "scheme"
"""Name of the script that runs before anything is drawn."""
FOR_SCRIPTS = ("--target=es2022", "--legal-comments=linked", "--entry-names=[name]-[hash]")
FOR_MODULES = (*FOR_SCRIPTS, "--splitting", "--format=esm", "--chunk-names=[name]-[hash]")
FOR_STYLES = ("--target=chrome111,firefox115,safari16.4", "--external:../fonts/*")
TYPEFACE = "styles/typeface.css"
"""The part of the styles that names the fonts."""


@dataclass(frozen=True, slots=True)
class Assets:
    """What pages may load; paths are from the site's root and begin with no slash."""

    files: Mapping[str, bytes]
    """Path -> content."""
    styles: Mapping[str, tuple[str, ...]]
    """Name of a stylesheet -> the paths to link."""
    scripts: Mapping[str, str]
    """Name of a script -> its path."""
    font: str | None
    """Path of the font of nearly every word; None: without npm there is none."""
    bundled: bool
    """Whether what comes from npm is in them."""


def assets(
    project: Path,
    theme_styles: Sequence[Path],
    letters: Collection[str],
    cache: Cache,
    practice_schema: object,
) -> Assets:
    """Everything that pages load; the typeface has ``letters``, the form judges by the schema.

    Raises BundlingFailed.
    """
    esbuild = program(project)
    if esbuild is None or not typeface.present(project):
        return _as_they_stand(project, theme_styles)
    whole = theme.whole(theme_styles)
    words = theme.words_used(project, whole) if theme.can_be_pruned(project) else ()
    judge = (json.dumps(practice_schema), str(validator.can_be_made(project)))
    key = digest("assets", whole, *words, *sorted(letters), *judge, *_made_from(project))
    kept = cache.get(key)
    if kept is not None:
        return Assets(*marshal.loads(kept))
    before = theme.pruned(project, whole, words) if words else whole
    validator.provide(project, practice_schema)
    made = _bundled(esbuild, project, before.encode("utf-8"), letters)
    fields = (dict(made.files), dict(made.styles), dict(made.scripts), made.font, made.bundled)
    cache.put(key, marshal.dumps(fields))
    return made


def _made_from(project: Path) -> Iterator[bytes | str]:
    installed = project / "node_modules" / ".package-lock.json"
    house = sorted(Path(__file__).parent.glob("*.*"))
    own = [path for path in sorted((project / SOURCES).rglob("*")) if path.is_file()]
    for path in (*house, installed, *own):
        yield str(path.relative_to(project)) if path in own else path.name
        yield path.read_bytes()


def _bundled(esbuild: Path, project: Path, before: bytes, letters: Collection[str]) -> Assets:
    """``before``: styles that stand before those of every page."""
    files: dict[str, bytes] = {}
    scripts: dict[str, str] = {}
    fonts: dict[str, str] = {}
    for name, content in typeface.fonts(project, letters):
        fonts[name] = f"{name}-{_mark(content)}.woff2"
        files[f"assets/fonts/{fonts[name]}"] = content
    before_paint = project / SOURCES / "frame" / f"{BEFORE_PAINT}.js"
    beginning = _beginning(project, SOURCES.as_posix())
    for made in [
        *bundles(esbuild, project, beginning, *FOR_MODULES),
        *bundles(esbuild, project, [before_paint], *FOR_SCRIPTS),
    ]:
        begins = made.entry == FROM_TEXT
        name = made.name.replace("stdin", OF_EVERY_PAGE, 1) if begins else made.name
        path = f"assets/scripts/{name}"
        files[path] = made.content
        if made.entry is not None:
            scripts[OF_EVERY_PAGE if begins else Path(made.entry).stem] = path
    styles: dict[str, tuple[str, ...]] = {}
    for name, content in _style_bundles(esbuild, project).items():
        whole = before + content if name == OF_EVERY_PAGE else content
        for font, file in fonts.items():
            whole = whole.replace(f"fonts/{font}.woff2".encode(), f"fonts/{file}".encode())
        path = f"assets/styles/{name}-{_mark(whole)}.css"
        files[path] = whole
        styles[name] = (path,)
    first = f"assets/fonts/{fonts[typeface.FIRST]}"
    return Assets(with_copies(files), styles, scripts, first, bundled=True)


def _mark(content: bytes) -> str:
    """What a file is named by beside its name: another content, another name."""
    return blake2b(content, digest_size=5).hexdigest()


def _beginning(project: Path, sources: str) -> str:
    """The script of every page: it knows by name what else a page can start.

    Written out, because a module named by a variable costs a browser one file more.
    """
    names = [path.stem for path in sorted((project / SOURCES / "scripts").glob("*.js"))]
    modules = [
        f"{json.dumps(name)}: () => import({json.dumps(f'./{sources}/scripts/{name}.js')}),"
        for name in names
    ]
    begin = json.dumps(f"./{sources}/frame/{OF_EVERY_PAGE}.js")
    return f"import {{ begin }} from {begin};\nbegin({{\n" + "\n".join(modules) + "\n});\n"


def _style_bundles(esbuild: Path, project: Path) -> Mapping[str, bytes]:
    """Every stylesheet that a page can name: those that are not a part of another one."""
    sources = sorted((project / SOURCES / "styles").glob("*.css"))
    made = bundles(esbuild, project, sources, *FOR_STYLES)
    parts = {one for bundle in made for one in bundle.inputs if one != bundle.entry}
    return {Path(one.name).stem: one.content for one in made if one.entry not in parts}


def _as_they_stand(project: Path, theme_styles: Sequence[Path]) -> Assets:
    """Browsers read modules and @import by themselves; only what comes from npm is missing."""
    sources = project / SOURCES
    of_theme = "assets/styles/theme-whole.css"
    files = {of_theme: theme.whole(theme_styles).encode("utf-8")}
    for path in sorted([*sources.rglob("*.js"), *sources.rglob("*.css")]):
        name = path.relative_to(sources).as_posix()
        files[f"assets/{name}"] = b"/* No typeface. */\n" if name == TYPEFACE else path.read_bytes()
    beginning = f"assets/{OF_EVERY_PAGE}.js"
    files[beginning] = _beginning(project, ".").encode("utf-8")
    names = sorted(path.stem for path in (sources / "styles").glob("*.css"))
    styles: dict[str, tuple[str, ...]] = {name: (f"assets/styles/{name}.css",) for name in names}
    styles[OF_EVERY_PAGE] = (of_theme, *styles[OF_EVERY_PAGE])
    scripts = {OF_EVERY_PAGE: beginning, BEFORE_PAINT: f"assets/frame/{BEFORE_PAINT}.js"}
    return Assets(files, styles, scripts, font=None, bundled=False)
