"""The typeface on the screen: the letters that the site's languages use, as WOFF2."""

import io
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

FOLDER = Path("node_modules", "source-sans")
"""From the project's root."""
FACES = {
    "source-sans-3": Path("VF", "SourceSans3VF-Upright.ttf"),
    "source-sans-3-italic": Path("TTF", "SourceSans3-It.ttf"),
}
"""Name of a font file in styles -> the file it is cut from: all weights upright, one slanted."""
FIRST = "source-sans-3"
"""The face of nearly every word, which a browser should not have to look for."""
SIGNS = "–—…„“”‚‘’«»‹›×·•→←↑↓½¼²³§©°€№−≤≥≈✓"
NEIGHBOURS = "äöüßôľĺŕçèêë"
"""Letters of names from around; a rarer one is shown in the reader's own typeface."""
LATIN = (*range(0x20, 0x7F), 0xA0)
FEATURES = ("kern", "locl")


def present(project: Path) -> bool:
    """Whether npm has installed the typeface."""
    return all((project / FOLDER / path).is_file() for path in FACES.values())


def letters_of(texts: Iterable[str]) -> frozenset[str]:
    """All letters of ``texts``, small and capital."""
    letters = {letter for text in texts for letter in text if letter.isalpha()}
    return frozenset(
        one for letter in letters for one in (letter.lower(), letter.upper()) if len(one) == 1
    )


def fonts(project: Path, letters: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each face; they depend on nothing but the faces and the letters."""
    wanted = {*LATIN, *map(ord, SIGNS), *map(ord, letters_of(NEIGHBOURS)), *map(ord, letters)}
    for name, path in FACES.items():
        yield name, _cut(project / FOLDER / path, wanted)


def _cut(path: Path, wanted: Collection[int]) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=list(FEATURES), hinting=False))
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.flavor = "woff2"
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
