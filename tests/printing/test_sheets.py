"""Every edition of every worksheet, as it lies in the built site."""

import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pytest
import yaml

from tests.conftest import PROJECT

from .pdf_file import elements, fields_of, fonts_of, heights_of_lines, text_of

SHEETS = sorted(path.stem for path in (PROJECT / "data" / "worksheets").glob("*.yml"))
LANGUAGES = ("cs", "pl")
PDFS = (
    *((edition, language) for language in LANGUAGES for edition in ("print", "large", "fill")),
    ("bilingual", "cs-pl"),
)
MOST_PAGES = {"print": 2, "bilingual": 2, "fill": 2, "large": 8}


# Any: a sheet is YAML.
@cache
def data_of(sheet: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(
        (PROJECT / "data" / "worksheets" / f"{sheet}.yml").read_text("utf-8")
    )
    return read


def file_of(site: Path, sheet: str, edition: str, language: str, format: str = "pdf") -> Path:
    folder = site / ("pl" if language == "pl" else ".") / "worksheets" / sheet
    return folder / f"w{data_of(sheet)['order']:02d}-{edition}-{language}.{format}"


@cache
def interface(language: str) -> dict[str, str]:
    read: dict[str, str] = yaml.safe_load(
        (PROJECT / "data" / "ui" / f"{language}.yml").read_text("utf-8")
    )
    return read


def words(key: str, language: str) -> str:
    return interface(language)[key]


def same(text: str) -> str:
    """Text without what typography and line breaks change."""
    return " ".join(text.replace("\u00a0", " ").replace("-", "").split()).replace(" ", "")


def numbered(sheet: str) -> Iterator[dict[str, Any]]:
    yield from (block for block in data_of(sheet)["blocks"] if "number" in block)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_edition_is_there_and_linked(site: Path, sheet: str) -> None:
    listed = json.loads((site / "data" / "catalogue.json").read_text("utf-8"))["entries"]
    entry = next(one for one in listed if (one["kind"], one["id"]) == ("worksheet", sheet))
    outputs = {(one["edition"], one["lang"], one["format"]): one for one in entry["outputs"]}
    expected = {(edition, language, "pdf") for edition, language in PDFS}
    expected |= {("print", language, "docx") for language in LANGUAGES}
    expected |= {("bilingual", "cs-pl", "docx")}
    assert set(outputs) == expected
    for (edition, language, format), output in outputs.items():
        path = file_of(site, sheet, edition, language, format)
        assert output["url"] == f"/{path.relative_to(site).as_posix()}"
        assert output["bytes"] == path.stat().st_size
        for reader in language.split("-"):
            home = site / ("pl" if reader == "pl" else ".") / "worksheets" / sheet
            assert f"{path.name}" in (home / "index.html").read_text("utf-8")


@pytest.mark.parametrize("sheet", SHEETS)
def test_pdfs_pass_for_readers_aloud(site: Path, sheet: str) -> None:
    for edition, language in PDFS:
        path = file_of(site, sheet, edition, language)
        report = validator.validate_pdf(str(path), profile="ua1")
        assert [(path.name, one.rule_id, one.message) for one in report.failures] == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_pdfs_tell_title_language_and_carry_their_typeface(site: Path, sheet: str) -> None:
    data = data_of(sheet)
    for edition, language in PDFS:
        with pikepdf.open(file_of(site, sheet, edition, language)) as pdf:
            assert len(pdf.pages) <= MOST_PAGES[edition]
            first = language[:2]
            assert str(pdf.Root.Lang) == first
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            title = str(pdf.docinfo["/Title"])
            assert title.startswith(f"W{data['order']:02d} ")
            assert same(data["title"][first]) in same(title)
            fonts = list(fonts_of(pdf))
            assert fonts
            assert all("/FontFile2" in font for font in fonts), "a font is missing in the file"
            assert all("Source-Sans-3" in str(font.FontName) for font in fonts)
            for page in pdf.pages:
                width, height = sorted(float(side) for side in page.mediabox[2:])
                assert (round(width), round(height)) == (595, 842)


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_page_says_what_it_is(site: Path, sheet: str) -> None:
    data = data_of(sheet)
    warning = "worksheet.stays_inside" if data.get("internal") else "worksheet.no_names"
    for edition, language in PDFS:
        pages = text_of(file_of(site, sheet, edition, language))
        first = language[:2]
        for number, text in enumerate(pages, 1):
            count = f"{words('printing.page', first)}"
            assert f"W{data['order']:02d} · {count}" in text
            of = words("printing.of", first)
            assert f"{number} {of} {len(pages)} ·" in text
            assert words("worksheet.version", first).format(version=data["version"]) in text
            assert "CC BY-SA 4.0" in text
            assert same(words(warning, first)) in same(text)
        whole = same(" ".join(pages))
        assert same(words("worksheet.drawn_from", first)) in whole


@pytest.mark.parametrize("sheet", SHEETS)
def test_all_that_is_asked_can_be_copied_out(site: Path, sheet: str) -> None:
    for edition, language in PDFS:
        whole = same(" ".join(text_of(file_of(site, sheet, edition, language))))
        for block in numbered(sheet):
            for one in language.split("-"):
                assert same(block["label"][one]) in whole


@pytest.mark.parametrize("sheet", SHEETS)
def test_two_languages_side_by_side_are_told_apart(site: Path, sheet: str) -> None:
    with pikepdf.open(file_of(site, sheet, "bilingual", "cs-pl")) as pdf:
        told = {str(one.Lang) for one in elements(pdf.Root.StructTreeRoot) if "/Lang" in one}
    assert {"cs", "pl"} <= told


@pytest.mark.parametrize("sheet", SHEETS)
def test_fields_have_the_same_names_in_every_language(site: Path, sheet: str) -> None:
    names = []
    for language in LANGUAGES:
        with pikepdf.open(file_of(site, sheet, "fill", language)) as pdf:
            fields = fields_of(pdf)
            assert "/NeedAppearances" not in pdf.Root.AcroForm
            assert len(fields) == len(pdf.Root.AcroForm.Fields), "two fields share a name"
            for block in numbered(sheet):
                number = block["number"]
                own = {n: f for n, f in fields.items() if n.partition("-")[0] == f"f{number}"}
                assert own, f"{block['type']} {number} cannot be filled in"
                for field in own.values():
                    spoken = str(field.TU).replace("\u00a0", " ")
                    assert same(spoken).startswith(same(f"{number}. {block['label'][language]}"))
                if block["type"] == "lines":
                    assert int(own[f"f{number}"].Ff) & 1 << 12, "several lines can be written"
            names.append(set(fields))
    assert names[0] == names[1]


@pytest.mark.parametrize("sheet", SHEETS)
def test_lines_leave_room_for_handwriting(site: Path, sheet: str) -> None:
    data = data_of(sheet)
    rows = {"field": 1}
    asked = 3 * data.get("head", True) + sum(
        rows.get(block["type"], block.get("rows", 0))
        for block in numbered(sheet)
        if block["type"] in ("field", "lines")
    )
    for edition, language in (("print", "cs"), ("print", "pl"), ("bilingual", "cs-pl")):
        with pikepdf.open(file_of(site, sheet, edition, language)) as pdf:
            heights = heights_of_lines(pdf)
            assert len([height for height in heights if 9 <= height < 10]) >= asked, heights


@pytest.mark.parametrize("sheet", SHEETS)
def test_rows_of_tables_leave_room_for_handwriting(site: Path, sheet: str) -> None:
    for block in numbered(sheet):
        if block["type"] != "table":
            continue
        with pikepdf.open(file_of(site, sheet, "fill", "cs")) as pdf:
            cells = {
                name: field
                for name, field in fields_of(pdf).items()
                if name.startswith(f"f{block['number']}-r") and name.endswith("-c2")
            }
            tops = [(str(field.P.objgen), float(field.Rect[1])) for field in cells.values()]
        assert tops
        for (page, upper), (other, lower) in pairwise(tops):
            assert page != other or upper - lower >= 9 * 72 / 25.4 * block.get("lines", 1) - 0.1


@pytest.mark.parametrize("sheet", SHEETS)
def test_large_print_is_large_everywhere(site: Path, sheet: str) -> None:
    for language in LANGUAGES:
        with pikepdf.open(file_of(site, sheet, "large", language)) as pdf:
            for page in pdf.pages:
                for one in pikepdf.parse_content_stream(page):
                    if str(one.operator) == "Tf":
                        assert float(one.operands[1]) * 0.75 >= 16 - 0.01 or one.operands[1] == 1


def test_every_letter_of_both_languages_can_be_copied_out(site: Path) -> None:
    letters = set("ěščřžýáíéúůďťňóąćęłńśźż")
    found = set()
    for sheet in SHEETS:
        found |= set(" ".join(text_of(file_of(site, sheet, "bilingual", "cs-pl"))).lower())
    assert letters <= found


def test_no_file_tells_when_it_was_made(site: Path) -> None:
    for path in site.glob("**/worksheets/*/*.docx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as document:
            assert {one.date_time for one in document.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for path in site.glob("**/worksheets/*/*.pdf"):
        with pikepdf.open(path) as pdf:
            assert "/CreationDate" not in pdf.docinfo
