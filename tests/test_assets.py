"""What browsers load beside pages: nothing too much, nothing too little, packed as servers want."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import material
import pytest
import tinycss2
import yaml
from fontTools.ttLib import TTFont

from macros.assets import theme
from macros.assets.bundled import assets
from macros.assets.typeface import letters_of
from macros.cache import Cache
from macros.contribution.fields import practice_schema
from tests.conftest import PROJECT

TAGS = re.compile(r"<([a-z][a-z0-9-]*)(?=[\s>/])")
ATTRIBUTES = re.compile(r'\s([a-z][a-z-]*)(?:="([^"]*)")?')
IN_BRACKETS = re.compile(r"\[([^\]=~|^$*]+)(?:[~|^$*]?=([^\]]*))?\]")
INSIDE = re.compile(r":(?:is|where|not|has)\((?:[^()]|\([^()]*\))*\)")
PSEUDO = re.compile(r"::?[a-z-]+(?:\([^)]*\))?")
OF_MATERIAL = Path(material.__file__).parent / "templates/assets/stylesheets"
THEME = [*OF_MATERIAL.glob("main.*.min.css"), *OF_MATERIAL.glob("palette.*.min.css")]
BY_SCRIPTS = {"scripted", "menu-open", "data-md-color-scheme=slate"}
"""What only scripts write."""


@pytest.fixture(scope="module")
def used(site: Path) -> frozenset[str]:
    """Every element, class, id and attribute of every page."""
    found: set[str] = set(BY_SCRIPTS)
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        found.update(TAGS.findall(text))
        for name, value in set(ATTRIBUTES.findall(text)):
            found.add(name)
            if name in ("class", "id"):
                found.update(value.split())
            else:
                found.add(f"{name}={value}")
    return frozenset(found)


def theme_whole() -> str:
    return theme.whole(THEME)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Where each rule holds, and each of its selectors, without spaces that mean nothing."""
    return _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), "")


def _rules(nodes: list[tinycss2.ast.Node], where: str) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword == "media":
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from _rules(inner, plain(tinycss2.serialize(node.prelude)))
        elif node.type == "qualified-rule":
            for selector in selectors(node.prelude):
                yield where, plain(selector)


def selectors(prelude: list[tinycss2.ast.Node]) -> Iterator[str]:
    """The parts of a list of selectors; a comma inside brackets is no end."""
    part: list[tinycss2.ast.Node] = []
    for token in prelude:
        if token == ",":
            yield tinycss2.serialize(part)
            part = []
        else:
            part.append(token)
    yield tinycss2.serialize(part)


def plain(text: str) -> str:
    return re.sub(r"\s*([>+~,:()])\s*", r"\1", " ".join(text.split()))


def named(selector: str) -> set[str]:
    """What a page must have, or the selector meets nothing in it."""
    bare = INSIDE.sub("", selector)
    wanted = {
        f"{name}={value.strip(chr(34))}" if value else name
        for name, value in IN_BRACKETS.findall(bare)
    }
    bare = PSEUDO.sub("", IN_BRACKETS.sub("", bare))
    return wanted | {name.lstrip(".#") for name in re.findall(r"[.#]?[a-zA-Z_][\w-]*", bare)}


def test_no_page_loses_a_rule_of_the_theme(used: frozenset[str]) -> None:
    whole = theme_whole()
    pruned = theme.pruned(PROJECT, whole, theme.words_used(PROJECT, whole))
    kept = set(rules(pruned))
    assert len(pruned) < len(whole) / 5
    assert ("", ".md-typeset h2") in kept
    assert [rule for rule in rules(whole) if rule not in kept and named(rule[1]) <= used] == []


def test_no_style_asks_for_a_value_that_is_gone(site: Path) -> None:
    for path in (site / "assets/styles").glob("*.css"):
        base = next((site / "assets/styles").glob("handbook-*.css")).read_text("utf-8")
        text = path.read_text("utf-8")
        asked = set(re.findall(r"var\((--[a-z0-9-]+)\)", text))
        given = set(re.findall(r"(--[a-z0-9-]+)\s*:", base + text))
        assert asked - given == set(), path.name


def test_copies_are_smaller_and_hold_the_same(site: Path) -> None:
    packed = [path for path in (site / "assets").rglob("*") if path.suffix in (".js", ".css")]
    assert len(packed) > 4
    for path in packed:
        content = path.read_bytes()
        for suffix, unpacked in ((".br", brotli.decompress), (".gz", gzip.decompress)):
            copy = path.with_name(path.name + suffix)
            if len(content) > 250:
                assert copy.stat().st_size < len(content)
                assert unpacked(copy.read_bytes()) == content


def test_files_are_named_by_their_content_and_nothing_else_is_published(site: Path) -> None:
    named_by_content = re.compile(r"[a-z0-9_-]+-[A-Za-z0-9]{8,10}\.(js|css|woff2)(\.br|\.gz)?")
    loaded = {"icon.svg"}
    for path in (path for path in (site / "assets").rglob("*") if path.is_file()):
        folder = path.relative_to(site / "assets").parts[0]
        if folder in ("scripts", "styles", "fonts"):
            assert named_by_content.fullmatch(path.name), path.name
        else:
            loaded.discard(path.name)
        assert "javascripts" not in path.parts
        assert path.suffix != ".map"
    assert loaded == set()


@pytest.mark.parametrize("name", ["source-sans-3", "source-sans-3-italic"])
def test_the_typeface_has_every_letter_of_the_languages(name: str, site: Path) -> None:
    file = next((site / "assets/fonts").glob(f"{name}-??????????.woff2"))
    letters = set("aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzžąćęłńóśźż")
    wanted = {ord(one) for letter in letters for one in (letter, letter.upper())}
    wanted |= set(map(ord, "0123456789 .,:;?!()–—…„“”‚‘’&%/"))
    assert wanted <= set(TTFont(file).getBestCmap())
    assert file.stat().st_size < 24_000


def test_made_anew_every_file_is_the_same(site: Path) -> None:
    texts = [
        word
        for language in ("cs", "pl")
        for word in yaml.safe_load(
            (PROJECT / f"data/ui/{language}.yml").read_text("utf-8")
        ).values()
    ]
    made = assets(PROJECT, THEME, letters_of(texts), Cache(None), practice_schema())
    published = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for folder in ("fonts", "scripts", "styles")
        for path in (site / "assets" / folder).iterdir()
    }
    assert made.files.keys() == published.keys()
    assert [path for path, content in made.files.items() if content != published[path]] == []
