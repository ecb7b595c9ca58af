"""The documents to edit: what a word processor finds in them, and how many pages they take."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import LONG

from .test_sheets import LANGUAGES, SHEETS, data_of, file_of, same, words

DOCUMENTS = (*(("print", language) for language in LANGUAGES), ("bilingual", "cs-pl"))
TAGS = {"cs": "cs-CZ", "pl": "pl-PL"}
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
OFFICE = shutil.which("soffice")


def opened(site: Path, sheet: str, edition: str, language: str) -> Any:
    return Document(str(file_of(site, sheet, edition, language, "docx")))


def boxes_of(data: dict[str, Any]) -> int:
    """How many boxes there are to tick."""
    count = 0
    for block in data["blocks"]:
        if block["type"] == "checklist":
            count += len(block["items"]) + block.get("empty_rows", 0)
        elif block["type"] == "ladder":
            count += len(block["rungs"])
        elif block["type"] == "scale":
            count += block["steps"] * max(1, len(block.get("statements", [])))
        elif block["type"] == "table":
            rows = block["rows"] * max(1, len(block.get("sections", [])))
            count += sum(
                rows - len(column.get("printed", []))
                for column in block["columns"]
                if column.get("tick")
            )
    return count


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_document_has_headings_and_languages(site: Path, sheet: str) -> None:
    data = data_of(sheet)
    for edition, language in DOCUMENTS:
        document = opened(site, sheet, edition, language)
        headings = [
            same("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
            for paragraph in document.element.body.iter(qn("w:p"))
            if paragraph.style in ("Heading1", "Heading2")
        ]
        for one in language.split("-"):
            assert same(data["title"][one]) in headings[0]
            for block in data["blocks"]:
                if "number" in block:
                    assert any(same(block["label"][one]) in heading for heading in headings)
        told = {
            run.get(qn("w:val")) for run in document.element.body.iter(qn("w:lang"))
        }  # sources keep the language of their titles
        assert {TAGS[one] for one in language.split("-")} <= told <= {*TAGS.values(), "en-US"}
        assert document.core_properties.language == TAGS[language[:2]]


@pytest.mark.parametrize("sheet", SHEETS)
def test_tables_repeat_their_heads_and_rows_stay_whole(site: Path, sheet: str) -> None:
    tables = [block for block in data_of(sheet)["blocks"] if block["type"] == "table"]
    for edition, language in DOCUMENTS:
        document = opened(site, sheet, edition, language)
        heads = list(document.element.body.iter(qn("w:tblHeader")))
        assert len(heads) == len(tables)
        for row in document.element.body.iter(qn("w:tr")):
            assert row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None


@pytest.mark.parametrize("sheet", SHEETS)
def test_boxes_can_be_ticked_and_have_names(site: Path, sheet: str) -> None:
    for edition, language in DOCUMENTS:
        document = opened(site, sheet, edition, language)
        boxes = list(document.element.body.iter(f"{W14}checkbox"))
        assert len(boxes) == boxes_of(data_of(sheet))
        numbers = [box.getparent().find(qn("w:id")).get(qn("w:val")) for box in boxes]
        assert len(set(numbers)) == len(numbers)
        assert all(box.getparent().find(qn("w:alias")).get(qn("w:val")) for box in boxes)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_foot_counts_pages_and_warns(site: Path, sheet: str) -> None:
    data = data_of(sheet)
    warning = "worksheet.stays_inside" if data.get("internal") else "worksheet.no_names"
    for edition, language in DOCUMENTS:
        foot = opened(site, sheet, edition, language).sections[0].footer._element
        codes = [code.text.strip() for code in foot.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]
        said = same("".join(text.text or "" for text in foot.iter(qn("w:t"))))
        for one in language.split("-"):
            assert same(words(warning, one)) in said
        assert f"W{data['order']:02d}·" in said
        assert "CCBYSA4.0" in said


@pytest.fixture(scope="module")
def laid_out(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents as LibreOffice lays them out."""
    folder = tmp_path_factory.mktemp("office")
    documents = sorted(site.glob("**/worksheets/*/*.docx"))
    assert OFFICE is not None
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, documents),
        ],
        check=True,
        capture_output=True,
        timeout=LONG,
    )
    return folder


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_document_takes_as_many_pages_as_the_print(
    site: Path, laid_out: Path, sheet: str
) -> None:
    for edition, language in DOCUMENTS:
        printed = file_of(site, sheet, edition, language)
        with pikepdf.open(printed) as one, pikepdf.open(laid_out / printed.name) as other:
            assert len(one.pages) == len(other.pages), printed.name
