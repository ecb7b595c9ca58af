"""Contributors' photographs: what gets onto a page, and what nobody will ever see of them."""

import io
import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFile
from PIL.TiffImagePlugin import IFDRational

from macros.inspection import Inspection, inspect
from macros.options import options
from macros.photo import main as photo_command
from macros.photos.picture import ENOUGH_BYTES, NoPicture, picture_from, without_traces
from macros.reading.report import as_text, message_words
from tests.reading.project_words import PROJECT_WORDS
from tests.small_project import PRACTICE, small_project, write_entry

GPS = {1: "N", 2: (IFDRational(49), IFDRational(56), IFDRational(17)), 3: "E"}
ORGANISATION = {
    "source_language": "cs",
    "updated": "2026-03-01",
    "title": {"cs": "Spolek", "pl": "Stowarzyszenie"},
    "country": "CZ",
    "sources": ["zdroj"],
}


def photograph(width: int = 800, height: int = 600) -> Image.Image:
    """A made-up one: a yard with a lamp."""
    image = Image.new("RGB", (width, height), "#87a")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill="#464")
    draw.ellipse((width // 2, 40, width // 2 + 80, 120), fill="#fe8")
    return image


def written(image: Image.Image, format: str, **how: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **how)
    return file.getvalue()


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Telefon"
    exif.get_ifd(0x8825).update(GPS)
    return written(photograph(), "JPEG", exif=exif)


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has 60,000 × 60,000 points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        sum = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", sum)

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def moving() -> bytes:
    frames = [photograph(400, 400), Image.new("RGB", (400, 400), "red")]
    return written(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100)


@pytest.mark.parametrize(
    ("raw", "suffix", "code"),
    [
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "jpg",
         "PHOTO_UNREADABLE"),
        (lambda: b"<?php system($_GET['x']); ?>", "png", "PHOTO_UNREADABLE"),
        (lambda: written(photograph(), "GIF"), "png", "PHOTO_UNREADABLE"),
        (lambda: written(photograph(), "PNG"), "jpg", "PHOTO_OTHER_FORMAT"),
        (lambda: written(photograph(), "JPEG")[:3000], "jpg", "PHOTO_UNREADABLE"),
        (lambda: b"", "webp", "PHOTO_UNREADABLE"),
        (bomb, "png", "PHOTO_TOO_LARGE"),
        (lambda: written(photograph(300, 300), "JPEG"), "jpg", "PHOTO_TOO_SMALL"),
        (moving, "webp", "PHOTO_MOVES"),
        (with_place, "jpg", "PHOTO_TELLS_PLACE"),
        (lambda: written(photograph(), "JPEG") + b"exif:GPSLatitude", "jpg", "PHOTO_TELLS_PLACE"),
    ],
)  # fmt: skip
def test_what_is_no_right_photograph_is_refused(
    raw: Callable[[], bytes], suffix: str, code: str
) -> None:
    with pytest.raises(NoPicture) as refused:
        picture_from(raw(), suffix)
    assert refused.value.code == code
    for language in ("cs", "pl", "en"):
        assert f"problem.{code.lower()}" in PROJECT_WORDS[language]


@pytest.mark.parametrize(("format", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_photograph_is_made_anew_and_leaves_everything_else_behind(
    format: str, suffix: str
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Telefon pana Nikoho"
    exif[0x0112] = 6
    tail = b"<?php system('id'); ?>"
    picture = picture_from(written(photograph(3000, 2000), format, exif=exif) + tail, suffix)
    assert b"php" not in picture.content
    assert b"Telefon" not in picture.content
    assert len(picture.content) <= ENOUGH_BYTES
    with Image.open(io.BytesIO(picture.content)) as image:
        assert image.format == "WEBP"
        assert image.size == (picture.width, picture.height) == (853, 1280)
        assert not image.getexif()
        assert not {"xmp", "icc_profile", "comment"} & image.info.keys()


def test_what_shines_through_becomes_white() -> None:
    clear = Image.new("RGBA", (400, 400), (255, 0, 0, 0))
    with Image.open(io.BytesIO(picture_from(written(clear, "PNG"), "png").content)) as image:
        assert image.mode == "RGB"
        assert min(image.getpixel((200, 200))) > 250  # type: ignore[arg-type]


def test_cleaned_file_tells_no_place_any_more() -> None:
    cleaned = without_traces(with_place(), "jpg")
    assert b"Telefon" not in cleaned
    picture_from(cleaned, "jpg")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small handbook whose practice has one photograph."""
    photo = {
        "file": "dvur.jpg",
        "alt": {"cs": "Dvůr s lampou", "pl": "Podwórko z lampą"},
        "caption": {"cs": "Lampa svítí.", "pl": "Lampa świeci."},
        "credit": {"cs": "Spolek", "pl": "Stowarzyszenie"},
        "consent": {"basis": "written", "held_by": "spolek"},
    }
    folder = small_project(tmp_path / "project", {"dum": {**PRACTICE, "photos": [photo]}})
    write_entry(folder, "organisations", "spolek", ORGANISATION)
    beside = folder / "data/practices/dum"
    beside.mkdir()
    (beside / "dvur.jpg").write_bytes(written(photograph(), "JPEG"))
    return folder


def inspected(folder: Path) -> Inspection:
    return inspect(options(folder, {"CACHE": str(folder / ".cache")}))


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(one.path, one.code) for one in inspected(folder).problems if one.severity == "error"]


def test_page_shows_the_photograph_with_its_size_and_words(project: Path) -> None:
    handbook = inspected(project).handbook
    assert handbook is not None
    assert set(handbook.printed) == {"practices/dum/dvur.webp"}
    for language, words, above in (
        ("cs", "Dvůr", "../../"),
        ("pl", "Podwórko", "../../../"),
    ):
        body = handbook.writers[language].entry_page("practice", "dum", "").body
        assert f'src="{above}practices/dum/dvur.webp"' in body
        assert 'width="800" height="600" loading="lazy"' in body
        assert f'alt="{words}' in body


def test_second_look_says_the_same_without_decoding(project: Path) -> None:
    first, second = inspected(project).handbook, inspected(project).handbook
    assert first is not None
    assert second is not None
    assert first.printed == second.printed
    assert first.catalogue.photos == second.catalogue.photos


def change(project: Path, **fields: Any) -> None:
    """Another value for fields of the photograph; None: without that field."""
    path = project / "data/practices/dum.yml"
    entry = json.loads(path.read_text("utf-8"))
    entry["photos"][0] |= fields
    entry["photos"] = [{k: v for k, v in one.items() if v is not None} for one in entry["photos"]]
    path.write_text(json.dumps(entry, ensure_ascii=False, indent=1), "utf-8")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"consent": None}, "MISSING_FIELD"),
        ({"consent": {"basis": "published_source", "held_by": "spolek"}}, "UNKNOWN_CHOICE"),
        ({"consent": {"basis": "written"}}, "MISSING_FIELD"),
        ({"alt": None}, "MISSING_FIELD"),
        ({"alt": {"cs": "Dvůr"}}, "PHOTO_WITHOUT_WORDS"),
        ({"file": "../../../etc/passwd.jpg"}, "WRONG_FORM"),
        ({"file": "dvur.svg"}, "WRONG_FORM"),
    ],
)
def test_photograph_without_words_or_consent_is_refused(
    fields: dict[str, Any], code: str, project: Path
) -> None:
    change(project, **fields)
    assert ("data/practices/dum.yml", code) in codes(project)


def test_named_file_that_is_not_there_is_told_at_its_line(project: Path) -> None:
    (project / "data/practices/dum/dvur.jpg").unlink()
    (problem,) = (one for one in inspected(project).problems if one.severity == "error")
    lines = (project / "data/practices/dum.yml").read_text("utf-8").split("\n")
    assert problem.code == "PHOTO_MISSING"
    assert "dvur.jpg" in lines[problem.line - 1]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("jiny.jpg", "PHOTO_NOT_NAMED"),
        ("plan.pdf", "PHOTO_WRONG_SORT"),
        ("obrazek.svg", "PHOTO_WRONG_SORT"),
        ("shell.php", "PHOTO_WRONG_SORT"),
        ("DVUR.JPG", "PHOTO_WRONG_SORT"),
    ],
)
def test_other_files_beside_an_entry_are_refused(name: str, code: str, project: Path) -> None:
    (project / "data/practices/dum" / name).write_bytes(written(photograph(), "JPEG"))
    assert codes(project) == [(f"data/practices/dum/{name}", code)]


def test_photographs_of_a_withdrawn_practice_have_to_go(project: Path) -> None:
    (project / "data/practices/dum.yml").write_text(
        "status: withdrawn\nupdated: 2026-03-03\nreason: {cs: Na přání., pl: Na prośbę.}\n", "utf-8"
    )
    assert codes(project) == [("data/practices/dum/dvur.jpg", "PHOTO_NOT_NAMED")]


def test_symlink_and_folder_of_no_entry_are_refused(project: Path) -> None:
    photo = project / "data/practices/dum/dvur.jpg"
    photo.unlink()
    photo.symlink_to("/etc/hostname")
    (project / "data/practices/nikdo").mkdir()
    assert codes(project) == [
        ("data/practices/dum/dvur.jpg", "SYMLINK"),
        ("data/practices/nikdo", "UNKNOWN_FOLDER"),
    ]


def test_message_for_a_place_shows_the_command_that_cleans(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = project / "data/practices/dum/dvur.jpg"
    photo.write_bytes(with_place())
    problems = [one for one in inspected(project).problems if one.severity == "error"]
    told = as_text(problems, message_words("pl", PROJECT_WORDS))
    assert "python -m macros photo data/practices/dum/dvur.jpg" in told
    assert photo_command([str(photo)]) == 0
    assert codes(project) == []
    assert photo_command([str(photo.with_suffix(".svg"))]) == 2
    photo.write_bytes(b"nothing")
    assert photo_command([str(photo)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_half_a_photograph_is_refused_where_sheets_are_printed_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(NoPicture, match="PHOTO_UNREADABLE"):
        picture_from(written(photograph(), "JPEG")[:3000], "jpg")
