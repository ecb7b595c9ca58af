"""The part of the theme's styles that pages can use; PurgeCSS, from npm, leaves out the rest."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from .esbuild import BundlingFailed

TOOL = "node_modules/purgecss/bin/purgecss.js"
EVERYTHING = ("--font-face", "--keyframes", "--variables")
OWN_STYLES = "overrides/assets/styles/*.css"
WRITTEN_IN = (
    *("macros/templates/**/*.j2", "overrides/**/*.html", "overrides/assets/**/*.js"),
    "docs/**/*.md",
)
"""Where the names that pages use are written, from the project's root."""
BY_MARKDOWN = (
    *("a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2"),
    *("h3", "h4", "h5", "h6", "hr", "html", "img", "ins", "kbd", "li", "ol", "p", "pre", "strong"),
    *("sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "align", "id", "lang"),
)
"""What Markdown writes that no template names."""
BY_EXTENSIONS = {
    "!!! ": ("admonition", "admonition-title"),
    "[^": ("footnote", "footnote-ref", "footnote-backref"),
}
"""Signs in prose -> what an extension of Markdown makes of them."""
USES = ".md-typeset{handbook-uses:"
"""Begins a rule that names what our own styles take from the theme."""

_WORD = re.compile(r"[A-Za-z0-9_-]+")
_USE = re.compile(r"var\(--md-[a-z0-9-]+\)")
_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/\s*")


def whole(styles: Sequence[Path]) -> str:
    """The theme's styles as they come, one after another."""
    return "".join(_MAP.sub("", path.read_text("utf-8")) for path in styles)


def words_used(project: Path, theme: str) -> tuple[str, ...]:
    """The theme's words that pages may use, sorted: other words change nothing."""
    known, used = set(_WORD.findall(theme)), set(BY_MARKDOWN)
    for text in _texts(project):
        used.update(_WORD.findall(text))
        for sign, names in BY_EXTENSIONS.items():
            used.update(names if sign in text else ())
    return tuple(sorted(known & used))


def _texts(project: Path) -> Iterator[str]:
    for pattern in WRITTEN_IN:
        for path in project.glob(pattern):
            yield path.read_text("utf-8")


def can_be_pruned(project: Path) -> bool:
    """Whether npm has installed the tool, and there is Node to run it."""
    return (project / TOOL).is_file() and node() is not None


def pruned(project: Path, theme: str, words: Sequence[str]) -> str:
    """``theme`` without the rules that no page with ``words`` can use, and without the values
    that neither those that stay nor our own styles ask for. Raises BundlingFailed.
    """
    own = "".join(path.read_text("utf-8") for path in sorted(project.glob(OWN_STYLES)))
    uses = " ".join(sorted(set(_USE.findall(own))))
    cut = _purged(project, f"{theme}{USES}{uses}}}", words)
    return cut.partition(USES)[0]


def _purged(project: Path, theme: str, words: Sequence[str]) -> str:
    with tempfile.TemporaryDirectory(prefix="handbook-") as name:
        styles, content = Path(name, "theme.css"), Path(name, "words.txt")
        styles.write_text(theme, "utf-8")
        content.write_text("\n".join(words), "utf-8")
        command = [node() or "", str(project / TOOL), "--css", str(styles), "--content"]
        done = subprocess.run(
            [*command, str(content), *EVERYTHING, "--output", f"{name}/out/"],
            capture_output=True,
            text=True,
            check=False,
        )
        made = Path(name, "out", "theme.css")
        if done.returncode or not made.is_file():
            raise BundlingFailed(f"purgecss: {done.stderr.strip() or done.stdout.strip()}")
        return made.read_text("utf-8")


def node() -> str | None:
    """The machine's Node, or the one that the set-up has put beside Python."""
    beside = Path(sys.executable).with_name("node")
    return shutil.which("node") or (str(beside) if beside.is_file() else None)
