"""The colours keep their contrast: on a light and a dark screen and on grey paper."""

import re

import pytest

from tests.conftest import PROJECT

STYLES = PROJECT / "overrides/assets/styles"
TOKENS = (STYLES / "tokens.css").read_text("utf-8")
TEXT = 4.5
GRAPHICS = 3.0
SIGNS = [f"sign-{number}" for number in range(1, 9)]
TEXTS = [
    *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("paper", "tint", "note")),
    ("paper", "ink"),
    ("paper", "accent"),
]
"""Text on its ground."""
DRAWN = [
    *((sign, ground) for sign in SIGNS for ground in ("paper", "tint")),
    ("edge", "paper"),
    ("edge", "tint"),
    ("note-line", "paper"),
    ("note-line", "note"),
]
"""Shapes, rings of focus and borders that mean something, on their ground."""


def schemes() -> dict[str, dict[str, str]]:
    """Scheme -> its colours; what a scheme does not name is as on a light screen."""
    screen, _, paper = TOKENS.partition("@media print")
    light, _, dark = screen.partition('[data-md-color-scheme="slate"]')
    named = {
        name: dict(re.findall(r"--hb-([\w-]+): (#[0-9a-f]{3,6});", block))
        for name, block in (("light", light), ("dark", dark), ("paper", paper))
    }
    return {name: {**named["light"], **colours} for name, colours in named.items()}


def test_the_dark_is_the_same_where_no_script_runs() -> None:
    screen = TOKENS.partition("@media print")[0]
    chosen, _, device = screen.partition("(prefers-color-scheme: dark)")
    dark = chosen.partition('[data-md-color-scheme="slate"]')[2]
    colour = re.compile(r"--hb-[\w-]+: #\w+;")
    assert colour.findall(device) == colour.findall(dark) != []


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2; grey print keeps it, for it is a matter of luminance alone."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", schemes())
def test_text_and_shapes_can_be_seen(scheme: str) -> None:
    colours = schemes()[scheme]
    ratios = {
        (one, ground): (contrast(colours[one], colours[ground]), least)
        for pairs, least in ((TEXTS, TEXT), (DRAWN, GRAPHICS))
        for one, ground in pairs
    }
    print(f"\n{scheme}")
    for (one, ground), (ratio, least) in ratios.items():
        print(f"  {one:10} on {ground:6} {ratio:5.2f} (at least {least})")
    assert [pair for pair, (ratio, least) in ratios.items() if ratio < least] == []


@pytest.mark.parametrize("scheme", schemes())
def test_each_sign_has_a_colour_of_its_own(scheme: str) -> None:
    assert len({schemes()[scheme][sign] for sign in SIGNS}) == len(SIGNS)


def test_colours_of_pages_stand_in_one_place() -> None:
    """Sheets are paper in every scheme, and the note of `serve` is no page of the handbook."""
    apart = {"tokens.css", "sheet.css", "serve.css"}
    black_and_white = {"#000", "#fff"}
    named = {
        f"{file.name}: {colour}"
        for file in STYLES.glob("*.css")
        if file.name not in apart
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", file.read_text("utf-8"))
        if colour not in black_and_white
    }
    assert named == set()
