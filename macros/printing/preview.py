"""The picture that stands for a kind of page where its link is shown elsewhere."""

import io
import re
from pathlib import Path
from typing import Final

from .fingerprint import HERE, PICTURES, fingerprint
from .typeface import FACES, FOLDER

SIZE: Final = (1200, 630)
"""What link previews are cut to, in pixels."""
EDGE: Final = 80
TOKENS: Final = Path("overrides", "assets", "styles", "tokens.css")
"""From the project's root."""
_TOKEN = re.compile(r"--hb-(\w+): (#[0-9a-f]{6});")


def light_colours(tokens: str) -> dict[str, str]:
    """Name -> value of the colours on a light screen, which come first in the stylesheet."""
    colours: dict[str, str] = {}
    for name, value in _TOKEN.findall(tokens):
        colours.setdefault(name, value)
    return colours


def preview_fingerprint(project: Path) -> str:
    """Changes with whatever pictures are made with."""
    return fingerprint(project, (HERE / PICTURES, project / TOKENS), ("pillow",))


def preview(project: Path, kind: str, site: str) -> bytes:
    """A PNG with the name of a kind of page, or "" for all others, and the site's own."""
    from PIL import Image, ImageDraw, ImageFont

    colours = light_colours((project / TOKENS).read_text("utf-8"))
    picture = Image.new("RGB", SIZE, colours["paper"])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, SIZE[0], 24), fill=colours["accent"])

    def set_line(words: str, top: int, size: int, face: str, colour: str) -> int:
        """Put words below ``top``, smaller where they are too long; returns where they end."""
        font = ImageFont.truetype(str(project / FOLDER / face), size)
        while font.getlength(words) > SIZE[0] - 2 * EDGE:
            size -= 4
            font = ImageFont.truetype(str(project / FOLDER / face), size)
        draw.text((EDGE, top), words, font=font, fill=colours[colour])
        return top + round(size * 1.3)

    name, _, subject = site.partition(" – ")
    end = 150
    if kind:
        end = set_line(kind, end, 104, FACES[1], "ink")
        draw.rectangle((EDGE, end + 34, EDGE + 130, end + 42), fill=colours["accent"])
        end = set_line(name, end + 76, 64, FACES[1], "accent")
    else:
        end = set_line(name, end, 128, FACES[1], "accent")
    set_line(subject, end, 48, FACES[0], "muted")
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
