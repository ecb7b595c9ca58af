"""One contributor's photograph → a picture without its place, its camera and what hides behind it.

Nothing of the file is published: it is decoded and written anew, so that locations, comments,
previews and programs appended to it stay behind. Only three formats are decoded at all.
"""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps

FORMATS: Mapping[str, str] = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
"""Suffix of a file's name -> the format that it has to have."""
MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 40_000_000
"""A telephone's best; decoded, that takes 120 MB."""
LEAST_SIDE = 320
"""A smaller one shows nothing on a page."""
SIDE = 1280
"""Longest side of the picture on the page."""
ENOUGH_BYTES = 160 * 1024
QUALITIES = (80, 70, 60, 50, 40)
_GPS = 0x8825
"""Where EXIF keeps the place: https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf"""
_GPS_IN_XMP = (b"exif:GPSLatitude", b"exif:GPSLongitude")


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that is published, as WebP."""

    content: bytes
    width: int
    height: int


class NoPicture(Exception):
    """The file cannot become a picture; ``code`` is that of the problem."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = {name: str(value) for name, value in values.items()}


@contextmanager
def _only_whole_files() -> Iterator[None]:
    """WeasyPrint has Pillow take half files too, in the whole program."""
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def picture_from(raw: bytes, suffix: str) -> Picture:
    """The picture made from a file's bytes. Raises NoPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a camera's untidy notes are thrown away all the same
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(raw), formats=sorted(set(FORMATS.values()))) as image:
                _look_at(image, raw, suffix)
                with _only_whole_files():
                    return _made_anew(image)
    except NoPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NoPicture("PHOTO_TOO_LARGE", maximum=MOST_PIXELS // 1_000_000) from None
    except Exception as problem:  # decoders meet strangers' bytes and raise whatever they like
        raise NoPicture("PHOTO_UNREADABLE") from problem


def _look_at(image: Image.Image, raw: bytes, suffix: str) -> None:
    """What can be known before anything is decoded. Raises NoPicture."""
    if image.format != FORMATS[suffix]:
        raise NoPicture("PHOTO_OTHER_FORMAT", value=image.format)
    if image.width * image.height > MOST_PIXELS:
        raise NoPicture("PHOTO_TOO_LARGE", maximum=MOST_PIXELS // 1_000_000)
    if min(image.size) < LEAST_SIDE:
        raise NoPicture("PHOTO_TOO_SMALL", minimum=LEAST_SIDE)
    if getattr(image, "n_frames", 1) > 1:
        raise NoPicture("PHOTO_MOVES")
    if image.getexif().get_ifd(_GPS) or any(mark in raw for mark in _GPS_IN_XMP):
        raise NoPicture("PHOTO_TELLS_PLACE")


def _made_anew(image: Image.Image) -> Picture:
    upright = ImageOps.exif_transpose(image)
    if "A" in upright.getbands() or "transparency" in upright.info:
        layers = upright.convert("RGBA")
        upright = Image.new("RGB", layers.size, "white")
        upright.paste(layers, mask=layers.getchannel("A"))
    plain = upright.convert("RGB")
    plain.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    content = b""
    for quality in QUALITIES:
        written = BytesIO()
        plain.save(written, "WEBP", quality=quality, method=4, exif=b"", xmp=b"", icc_profile=None)
        content = written.getvalue()
        if len(content) <= ENOUGH_BYTES:
            break
    return Picture(content, plain.width, plain.height)


def without_traces(raw: bytes, suffix: str) -> bytes:
    """The same photograph in its own format, without the place and all else that is not seen.

    Raises NoPicture.
    """
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(raw), formats=[FORMATS[suffix]]) as image,
        ):
            if image.width * image.height > MOST_PIXELS:
                raise NoPicture("PHOTO_TOO_LARGE", maximum=MOST_PIXELS // 1_000_000)
            upright = ImageOps.exif_transpose(image)
            upright.info.clear()
            written = BytesIO()
            upright.save(written, FORMATS[suffix], quality=90)
            return written.getvalue()
    except NoPicture:
        raise
    except Exception as problem:
        raise NoPicture("PHOTO_UNREADABLE") from problem
