"""What a document to edit needs and python-docx has no words for."""

import io
import zipfile
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any
"""Any: lxml's elements, to which python-docx adds properties while it runs."""

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can tell: no file in it tells when it was made."""
BOX, CROSSED_BOX = "2610", "2612"
FONT_OF_BOXES = "MS Gothic"
VML = "urn:schemas-microsoft-com:vml"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def element(name: str, **attributes: str) -> Element:
    """``w:name`` with ``w:`` attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def speak(run: Any, tag: str) -> None:
    """Say in which language a run is, so that spelling is checked and read aloud rightly."""
    run._r.get_or_add_rPr().append(element("lang", val=tag, eastAsia=tag))


def checkbox(paragraph: Any, name: str, number: int) -> None:
    """A box that is ticked with a click; ``name`` is what a reader aloud says."""
    control = element("sdt")
    properties = element("sdtPr")
    properties.append(element("alias", val=name[:60]))
    properties.append(element("tag", val=f"box{number}"))
    properties.append(element("id", val=str(number)))
    box = OxmlElement("w14:checkbox", nsdecls={"w14": W14[1:-1]})
    for state, value in (("checked", "0"), ("checkedState", BOX), ("uncheckedState", BOX)):
        part = OxmlElement(f"w14:{state}", nsdecls={"w14": W14[1:-1]})
        part.set(W14 + "val", CROSSED_BOX if state == "checkedState" else value)
        if state != "checked":
            part.set(W14 + "font", FONT_OF_BOXES)
        box.append(part)
    properties.append(box)
    control.append(properties)
    content, run, look, sign = (
        element("sdtContent"), element("r"), element("rPr"), element("t"),
    )  # fmt: skip
    look.append(
        element(
            "rFonts", ascii=FONT_OF_BOXES, eastAsia=FONT_OF_BOXES, hAnsi=FONT_OF_BOXES,
            hint="eastAsia",
        )
    )  # fmt: skip
    sign.text = chr(int(BOX, 16))
    run.append(look)
    run.append(sign)
    content.append(run)
    control.append(content)
    paragraph._p.append(control)


def computed(paragraph: Any, instruction: str) -> None:
    """A number that the word processor fills in: PAGE or NUMPAGES."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("fldChar", fldCharType=kind))
        elif not kind:
            code = element("instrText")
            code.text = f" {instruction} "
            run._r.append(code)


def keep(row: Any, with_next: bool) -> None:
    """Whether a row stays on the page of the one that follows."""
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = with_next


def oval(paragraph: Any, left: float, top: float, size: float) -> None:
    """A circle to write into; millimetres from the paragraph's left and top."""
    picture = element("pict")
    shape = picture.makeelement(f"{{{VML}}}oval", nsmap={"v": VML})
    place = f"margin-left:{left:.1f}mm;margin-top:{top:.1f}mm"
    shape.set("style", f"position:absolute;{place};width:{size:.1f}mm;height:{size:.1f}mm")
    shape.set("filled", "f")
    shape.set("strokecolor", "black")
    picture.append(shape)
    paragraph.add_run()._r.append(picture)


def borders(cell: Any, **sides: int) -> None:
    """Lines around a cell: side -> eighths of a point; sides that are not named have none."""
    frame = element("tcBorders")
    for side in ("top", "left", "bottom", "right"):
        size = sides.get(side, 0)
        frame.append(
            element(side, val="single", sz=str(size), color="000000")
            if size
            else element(side, val="nil")
        )
    cell._tc.get_or_add_tcPr().append(frame)


def whole_row(row: Any, *, repeated: bool = False) -> None:
    """A row that no page break cuts; ``repeated``: it heads every page of its table."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if repeated:
        properties.append(element("tblHeader"))


def described(table: Any, name: str) -> None:
    """The table's name for readers aloud."""
    table._tbl.tblPr.append(element("tblCaption", val=name))


def without_times(document: bytes) -> bytes:
    """The same file, in which nothing tells when it was made."""
    steady = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as made,
        zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for one in made.infolist():
            info = zipfile.ZipInfo(one.filename, FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, made.read(one.filename))
    return steady.getvalue()
