"""A printed document is tagged, tells its languages, and carries its typeface."""

import io
from pathlib import Path

import page
import pikepdf
import pytest

from macros.printing.press import NotPrintable, Press

from .pdf_file import elements

PROJECT = Path(__file__).resolve().parents[2]
LETTERS = "ěščřžýáíéúůďťňó ĚŠČŘŽÝÁÍÉÚŮĎŤŇÓ ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ"
DOCUMENT = f"""<!doctype html>
<html lang="cs"><head><meta charset="utf-8"><title>Zkouška</title></head>
<body><h1>{LETTERS}</h1>
<ul><li><p>Jedna</p></li><li>Dvě <span lang="pl">dwie</span></li></ul>
<p><label for="one">Jméno</label> <input id="one" name="f1" title="Pole 1: jméno">
<textarea name="f2" title="Pole 2: popis"></textarea>
<input type="checkbox" name="f3-1" title="Pole 3: ano"></p>
</body></html>"""


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(PROJECT, [])


@pytest.mark.parametrize("fillable", [False, True])
def test_a_document_passes_for_readers_aloud(press: Press, fillable: bool) -> None:
    printed = press.printed(DOCUMENT, fillable=fillable)
    report = page.validate_pdf_bytes(printed.content, profile="ua1")
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert printed.pages == 1


def test_parts_in_another_language_say_so(press: Press) -> None:
    with pikepdf.open(io.BytesIO(press.printed(DOCUMENT).content)) as pdf:
        assert str(pdf.Root.Lang) == "cs"
        found = elements(pdf.Root.StructTreeRoot)
        assert [str(one.Lang) for one in found if "/Lang" in one] == ["pl"]


def test_fields_have_names_that_can_be_said(press: Press) -> None:
    with pikepdf.open(io.BytesIO(press.printed(DOCUMENT, fillable=True).content)) as pdf:
        form = pdf.Root.AcroForm
        assert {str(field.T): str(field.TU) for field in form.Fields} == {
            "f1": "Pole 1: jméno",
            "f2": "Pole 2: popis",
            "f3-1": "Pole 3: ano",
        }
        assert "/NeedAppearances" not in form


def test_a_document_printed_twice_has_the_same_bytes(press: Press) -> None:
    once = press.printed(DOCUMENT, fillable=True).content
    press.printed(DOCUMENT.replace("Jedna", "Něco úplně jiného"))
    assert press.printed(DOCUMENT, fillable=True).content == once
    assert Press(PROJECT, []).printed(DOCUMENT, fillable=True).content == once


def test_nothing_is_loaded_from_elsewhere(press: Press) -> None:
    from weasyprint.urls import FatalURLFetchingError

    for address in ("file:///etc/hostname", "http://127.0.0.1:9/x.png"):
        picture = f'<img src="{address}" alt="x">'
        with pytest.raises(FatalURLFetchingError):
            press.printed(DOCUMENT.replace("<p>Jedna</p>", picture))


def test_without_the_typeface_nothing_is_printed(tmp_path: Path) -> None:
    with pytest.raises(NotPrintable, match="no_typeface"):
        Press(tmp_path, [])
