"""What tests ask of a PDF."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf


def elements(parent: Any) -> Iterator[Any]:
    """All structure elements of a PDF, parents first."""
    children = parent.get("/K", [])
    for one in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from elements(one)


def text_of(path: Path) -> list[str]:
    """The words of each page, as they are copied out of it."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True)
    return [" ".join(page.split()) for page in done.stdout.split("\f")[:-1]]


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The description of every font that a PDF uses."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            yield one


def fields_of(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Name of a form field -> the field."""
    return {str(field.T): field for field in pdf.Root.AcroForm.Fields}


def heights_of_lines(pdf: pikepdf.Pdf) -> list[float]:
    """From line to line in millimetres: heights of all boxes with a rule below them."""
    heights = []
    for page in pdf.pages:
        drawn = pikepdf.parse_content_stream(page)
        for one, following in pairwise(drawn):
            if str(one.operator) == str(following.operator) == "re":
                (left, top, width, height), outer = one.operands, following.operands
                if (left, top, width) == tuple(outer[:3]) and height < outer[3]:
                    heights.append(round(float(outer[3]) * 25.4 / 96, 2))
    return heights
