"""The book for e-readers, by pandoc from the same document as the PDF."""

import os
import subprocess
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from .book_article import Element, as_html

NOT_FOR_READERS = (
    "book__cover",  # pandoc makes a title page
    "book__contents",  # and a table of contents
    "paper__foot",
)
NOT_ALLOWED = ("aria-", "data-", "scope")
"""What the attributes begin with that pandoc would carry to places where they must not stand."""
STYLES = Path(__file__).parent / "styles" / "epub.css"


class PandocFailed(Exception):
    """Pandoc stopped or warned; the message is what it said."""


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself."""

    language: str
    title: str
    author: str
    rights: str
    day: str
    epoch: str
    """Seconds since 1970 of that day: the file must not know when it was really made."""

    @property
    def identifier(self) -> str:
        """The same for every edition of this handbook in this language."""
        return uuid.uuid5(uuid.NAMESPACE_URL, f"{self.title} ({self.language})").urn


def epub(html: str, about: About) -> bytes:
    """The finished file. Raises PandocFailed."""
    import pypandoc

    facts = {
        "lang": about.language,
        "title": about.title,
        "author": about.author,
        "rights": about.rights,
        "date": about.day,
        "identifier": about.identifier,
    }
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "book.epub")
        command = [
            pypandoc.get_pandoc_path(),
            "--from=html",
            "--to=epub3",
            f"--output={target}",
            "--split-level=1",
            "--toc",
            "--toc-depth=2",
            f"--css={STYLES}",
            *(f"--metadata={name}:{value}" for name, value in facts.items()),
        ]
        done = subprocess.run(
            command,
            input=_for_readers(html).encode("utf-8"),
            capture_output=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": about.epoch},
            check=False,
        )
        said = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode or said:
            raise PandocFailed(said or f"pandoc ended with {done.returncode}")
        return target.read_bytes()


def _for_readers(html: str) -> str:
    """The document without what stands on paper only."""
    root = lxml.html.document_fromstring(html)
    for name in NOT_FOR_READERS:
        for one in root.find_class(name):
            one.drop_tree()
    for one in list(root.iter("section")):
        _unwrap(one)
    for one in root.iter(lxml.etree.Element):
        for attribute in [name for name in one.attrib if name.startswith(NOT_ALLOWED)]:
            del one.attrib[attribute]
    return as_html(root)


def _unwrap(section: Element) -> None:
    """Pandoc makes sections of its own, one file for each chapter, and takes headings for it."""
    heading = next(section.iter("h1", "h2", "h3", "h4"), None)
    if heading is not None and "id" in section.attrib:
        heading.set("id", section.get("id"))
    section.drop_tag()
