"""Pagefind as an index in pieces: it is fed with our stems, and tells which record has which."""

import subprocess
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from .codes import MOST, Codes, coded_share
from .lean_index import DIGITS, SIGNATURE, numbered, with_one_place_a_word
from .record import Record
from .stems import Stems
from .word_lists import as_json

NO_LANGUAGE = "zz"
"""Pagefind's own stems and stop words stay out of it."""
KEPT = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "*.pf_meta", "index/*")
CARDS = "cards"
KINDS = "kinds.json"
PIECE, ALL_PAGES = ".pf_index", ".pf_meta"
PAGE = f'<html lang="{NO_LANGUAGE}"><body data-pagefind-body>{{}}<p>{{}}</p></body></html>'
PART = '<p data-pagefind-weight="{}">{}</p>'
TELLS_PAGE = SIGNATURE + b'{"url":"/'
GZIP, BEGINNING = 31, 64
"""How zlib calls gzip; bytes of a file that are enough to tell its page."""
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
    """For each page of several records: their numbers one after the other."""
    records: int


def indexed(records: Sequence[Record], stems: Stems) -> Index:
    """The index of all records. Raises PagefindFailed."""
    codes, seen = Codes(stems), Counter[str]()
    with TemporaryDirectory(prefix="handbook-") as place:
        pages, out = Path(place, "pages"), Path(place, "out")
        pages.mkdir()
        for number, record in enumerate(records):
            words = list(_shared_out(codes.by_weight(record), seen))
            (pages / f"{number:06}.html").write_bytes(_page(words))
        _run(pages, out)
        found = [file for pattern in KEPT for file in sorted(out.glob(pattern))]
        made = {file.relative_to(out).as_posix(): file.read_bytes() for file in found}
        told = {one.stem: records[_number(one)] for one in (out / "fragment").iterdir()}
    files, names = _in_fewer_bytes(made)
    if names.keys() != told.keys():
        raise PagefindFailed(f"Pagefind names {len(names)} of {len(told)} pages as known here")
    named: dict[str, list[str]] = {}
    kinds: dict[str, list[str]] = {}
    for theirs, name in names.items():
        record = told[theirs]
        files[f"{CARDS}/{name}.json"] = as_json(record.card)
        named.setdefault(record.address, []).append(name[-DIGITS:])
        kinds.setdefault(record.kind, []).append(name[-DIGITS:])
    shares = {word: -(-pages // MOST) for word, pages in sorted(seen.items()) if pages > MOST}
    files[KINDS] = as_json(_by_kind(kinds))
    sections = ["".join(names) for _, names in sorted(named.items()) if len(names) > 1]
    return Index(files, shares, sections, len(records))


def _in_fewer_bytes(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], Mapping[str, str]]:
    """The files as browsers get them; Pagefind's name of each page -> ours, in its order."""
    made, names, taken = dict(files), dict[str, str](), Counter[str]()
    for path, content in files.items():
        if path.endswith(PIECE):
            made[path] = with_one_place_a_word(content, taken)
        elif path.endswith(ALL_PAGES):
            made[path], names = numbered(path, content)
    return made, names


def _by_kind(numbers: Mapping[str, list[str]]) -> Mapping[str, object]:
    """Kind -> its records' numbers in one text; of the kind that most are of no more than that."""
    most = max(numbers, key=lambda kind: len(numbers[kind]), default="")
    others = {kind: "".join(those) for kind, those in sorted(numbers.items()) if kind != most}
    return {"most": most, "others": others}


def _shared_out(
    words: Mapping[int, Sequence[str]], seen: Counter[str]
) -> Iterator[tuple[int, list[str]]]:
    """A record's words by weight, each in the share that its number of pages so far leads to."""
    for weight, coded in words.items():
        before = [seen.get(word, 0) for word in coded]
        yield (
            weight,
            [
                coded_share(word, pages // MOST) if pages >= MOST else word
                for word, pages in zip(coded, before, strict=True)
            ],
        )
        seen.update(coded)


def _page(words: Sequence[tuple[int, list[str]]]) -> bytes:
    """A page for Pagefind: a paragraph for each weight.

    Its list of pages holds the number of each page's words. Full stops, which it counts and does
    not index, round them up: few different numbers take few bytes.
    """
    parts = [PART.format(weight, " ".join(coded)) for weight, coded in words if coded]
    count = sum(len(coded) for _, coded in words)
    return PAGE.format("".join(parts), FILLING * (-count % ROUND)).encode(
        "ascii", "xmlcharrefreplace"
    )


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


def _number(fragment: Path) -> int:
    """Which of our pages a piece of Pagefind's was made from; it begins by telling that."""
    with fragment.open("rb", buffering=0) as packed:
        told = zlib.decompressobj(GZIP).decompress(packed.read(), BEGINNING)
    return int(told.removeprefix(TELLS_PAGE).partition(b".")[0])
