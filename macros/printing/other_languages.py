"""WeasyPrint 70 tells the language of a whole PDF only; a reader aloud needs that of its parts.

The wrapped function is not public, hence the exact version in requirements.in and a test that
opens a bilingual sheet.
"""

from collections.abc import Iterator
from typing import Any

MARKED = "tells_other_languages"


def tag_other_languages() -> None:
    """From now on, an element with ``lang`` tells its language in the PDF's tags."""
    from weasyprint.pdf import tags

    if not hasattr(tags._build_box_tree, MARKED):
        tags._build_box_tree = _telling(tags._build_box_tree)


def _telling(build: Any) -> Any:  # WeasyPrint carries no types
    import pydyf

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        language = _language(getattr(box, "_box", box))
        for element in build(box, *arguments):
            if language:
                element["Lang"] = pydyf.String(language)
            yield element

    setattr(build_box_tree, MARKED, True)
    return build_box_tree


def _language(box: Any) -> str | None:
    """``lang`` of the element that a box is made from; none for the root and for markers."""
    element, tag = box.element, str(box.element_tag)
    if element is None or tag in ("html", "body") or "::" in tag:
        return None
    language: str | None = element.get("lang")
    return language
