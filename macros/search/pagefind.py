"""Pagefind as an index in pieces: it is fed with our stems, and tells which record has which."""

import gzip
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from pagefind_bin import get_executable

from .codes import words_by_weight
from .record import Record
from .stems import Stems

NO_LANGUAGE = "zz"
"""Pagefind's own stems and stop words stay out of it."""
KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "*.pf_meta", "index/*")
CARDS = "cards"
SIGNATURE = b"pagefind_dcd"


class PagefindFailed(Exception):
    """The index could not be made; the message is Pagefind's own."""


def indexed(records: Sequence[Record], stems: Stems) -> dict[str, bytes]:
    """Path -> bytes of everything the browser needs. Raises PagefindFailed."""
    with TemporaryDirectory(prefix="handbook-") as place:
        pages, out = Path(place, "pages"), Path(place, "out")
        pages.mkdir()
        for number, record in enumerate(records):
            (pages / f"{number}.html").write_bytes(_page(words_by_weight(record, stems)))
        _run(pages, out)
        found = [file for pattern in KEPT for file in sorted(out.glob(pattern))]
        files = {file.relative_to(out).as_posix(): file.read_bytes() for file in found}
        for fragment in sorted((out / "fragment").iterdir()):
            record = records[_number(fragment.read_bytes())]
            card = json.dumps(record.card, ensure_ascii=False, separators=(",", ":"))
            files[f"{CARDS}/{fragment.stem}.json"] = card.encode("utf-8")
    return files


def _page(words: Mapping[int, Sequence[str]]) -> bytes:
    """A page for Pagefind: a paragraph for each weight."""
    root = etree.Element("html", lang=NO_LANGUAGE)
    body = etree.SubElement(root, "body", {"data-pagefind-body": ""})
    for weight, coded in words.items():
        if coded:
            part = etree.SubElement(body, "p", {"data-pagefind-weight": str(weight)})
            part.text = " ".join(coded)
    page: bytes = etree.tostring(root, method="html")
    return page


def _run(pages: Path, out: Path) -> None:
    command = [str(get_executable()), "--site", str(pages), "--output-path", str(out)]
    done = subprocess.run(
        [*command, "--force-language", NO_LANGUAGE, "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or not (out / "pagefind-entry.json").is_file():
        raise PagefindFailed(f"Pagefind: {done.stderr.strip() or done.stdout.strip()}")


def _number(fragment: bytes) -> int:
    """Which of our pages a piece of the index was made from."""
    told = json.loads(gzip.decompress(fragment).removeprefix(SIGNATURE))
    return int(told["url"].strip("/").removesuffix(".html"))
