"""What WeasyPrint 70 leaves to be mended in a tagged PDF."""

import io
from typing import Any

import pikepdf

TAGS_OF_LIST_ITEMS = ("/Lbl", "/LBody")


def mend(content: bytes) -> bytes:
    """The same PDF with proper list items, and forms in which every viewer shows the ticks."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is not None:
            for child in _elements(root):
                _mend_lists(pdf, child)
        form = pdf.Root.get("/AcroForm")
        if form is not None and "/NeedAppearances" in form:
            del form["/NeedAppearances"]
        mended = io.BytesIO()
        pdf.save(mended, deterministic_id=True)
    return mended.getvalue()


def _elements(parent: Any) -> list[Any]:  # pikepdf's objects are of one dynamic type
    """The structure elements directly below one."""
    children = parent.get("/K", [])
    listed = children if isinstance(children, pikepdf.Array) else [children]
    return [one for one in listed if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def _mend_lists(pdf: pikepdf.Pdf, element: Any) -> None:
    """A list item may hold a label and a body; whatever else it holds goes into a body."""
    if element.get("/S") == "/LI":
        children = _elements(element)
        stray = [one for one in children if str(one.S) not in TAGS_OF_LIST_ITEMS]
        if stray:
            body = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.LBody, P=element)
            body.K = pikepdf.Array(stray)
            placed = pdf.make_indirect(body)
            for one in stray:
                one.P = placed
            kept = [one for one in children if str(one.S) in TAGS_OF_LIST_ITEMS]
            element.K = pikepdf.Array([*kept, placed])
    for child in _elements(element):
        _mend_lists(pdf, child)
