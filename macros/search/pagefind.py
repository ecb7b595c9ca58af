"""Pagefind as an index in pieces: it is fed with our stems, and tells which record has which."""

import gzip
import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from pagefind_bin import get_executable

from .codes import MOST, coded_share, words_by_weight
from .record import Record
from .stems import Stems
from .word_lists import as_json

NO_LANGUAGE = "zz"
"""Pagefind's own stems and stop words stay out of it."""
KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "*.pf_meta", "index/*")
CARDS = "cards"
KINDS = "kinds.json"
SIGNATURE = b"pagefind_dcd"
FILLING = ". "
ROUND = 64


class PagefindFailed(Exception):
    """The index could not be made; the message is Pagefind's own."""


@dataclass(frozen=True, slots=True)
class Index:
    """What Pagefind has made."""

    files: dict[str, bytes]
    """Path -> bytes of everything the browser needs."""
    shares: dict[str, int]
    """Words that come on many pages -> into how many words they are shared out."""
    sections: list[str]
    """For each page of several records: their names one after the other."""
    records: int


def indexed(records: Sequence[Record], stems: Stems) -> Index:
    """The index of all records. Raises PagefindFailed."""
    seen: Counter[str] = Counter()
    named: dict[str, list[str]] = {}
    kinds: dict[str, list[str]] = {}
    with TemporaryDirectory(prefix="handbook-") as place:
        pages, out = Path(place, "pages"), Path(place, "out")
        pages.mkdir()
        for number, record in enumerate(records):
            words = words_by_weight(record, stems)
            (pages / f"{number:06}.html").write_bytes(_page(list(_shared_out(words, seen))))
        _run(pages, out)
        found = [file for pattern in KEPT for file in sorted(out.glob(pattern))]
        files = {file.relative_to(out).as_posix(): file.read_bytes() for file in found}
        for fragment in sorted((out / "fragment").iterdir()):
            record = records[_number(fragment.read_bytes())]
            files[f"{CARDS}/{fragment.stem}.json"] = as_json(record.card)
            name = fragment.stem.removeprefix(f"{NO_LANGUAGE}_")
            named.setdefault(record.address, []).append(name)
            kinds.setdefault(record.kind, []).append(name)
    shares = {word: -(-pages // MOST) for word, pages in sorted(seen.items()) if pages > MOST}
    files[KINDS] = as_json(_by_kind(kinds))
    sections = ["".join(names) for _, names in sorted(named.items()) if len(names) > 1]
    return Index(files, shares, sections, len(records))


def _by_kind(names: Mapping[str, list[str]]) -> Mapping[str, object]:
    """Kind -> its records' names in one text; of the kind that most are of no more than that."""
    most = max(names, key=lambda kind: len(names[kind]), default="")
    others = {kind: "".join(those) for kind, those in sorted(names.items()) if kind != most}
    return {"most": most, "others": others}


def _shared_out(
    words: Mapping[int, Sequence[str]], seen: Counter[str]
) -> Iterator[tuple[int, list[str]]]:
    """A record's words by weight, each in the share that its number of pages so far leads to."""
    for weight, coded in words.items():
        yield weight, [coded_share(word, seen[word] // MOST) for word in coded]
        seen.update(coded)


def _page(words: Sequence[tuple[int, list[str]]]) -> bytes:
    """A page for Pagefind: a paragraph for each weight.

    Its list of pages holds the number of each page's words. Full stops, which it counts and does
    not index, round them up: few different numbers take few bytes.
    """
    root = etree.Element("html", lang=NO_LANGUAGE)
    body = etree.SubElement(root, "body", {"data-pagefind-body": ""})
    for weight, coded in words:
        if coded:
            part = etree.SubElement(body, "p", {"data-pagefind-weight": str(weight)})
            part.text = " ".join(coded)
    count = sum(len(coded) for _, coded in words)
    etree.SubElement(body, "p").text = FILLING * (-count % ROUND)
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
