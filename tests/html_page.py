"""A finished page as tests look at it: its live tags, its text, its links."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input"}
VOID |= {"link", "meta", "source", "track", "wbr"}


@dataclass(frozen=True)
class Tag:
    """A start tag that a browser would act upon."""

    name: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    """Names and #ids of the tags around it."""


@dataclass
class HtmlPage:
    """Tags and visible text of a page; ``article`` is the text inside <article>."""

    tags: list[Tag] = field(default_factory=list)
    text: str = ""
    article: str = ""

    def found(self, tag_name: str, /, **attributes: str) -> list[Tag]:
        """Tags of a name whose attributes have these values; ``_`` stands for a hyphen."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            tag
            for tag in self.tags
            if tag.name == tag_name
            and all(tag.attributes.get(key) == value for key, value in wanted.items())
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = HtmlPage()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags.append(Tag(tag, attributes, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.page.text += data
            if "article" in self.open:
                self.page.article += data


@cache
def _read(path: Path, _: int) -> HtmlPage:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader.page


def html_page(path: Path) -> HtmlPage:
    """The page in a file; a folder stands for its index.html."""
    file = path / "index.html" if path.is_dir() else path
    return _read(file, file.stat().st_mtime_ns)


def words(text: str) -> str:
    """Text with all spaces, the non-breaking ones too, as single ordinary ones."""
    return " ".join(text.split())
