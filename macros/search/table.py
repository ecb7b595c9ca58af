"""The same index as one table in a classic script, for a copy that is opened from a disk.

A page opened as a file may neither fetch nor start WebAssembly; the planner is the same.
"""

from collections.abc import Iterable, Mapping, Sequence

from .codes import Codes
from .record import Record
from .stems import Stems
from .word_lists import as_json

GLOBAL = "handbookIndexes"


def table(records: Sequence[Record], stems: Stems) -> Mapping[str, object]:
    """Words in code -> the numbers of their records by weight; and a card for each record."""
    found: dict[str, dict[int, list[int]]] = {}
    codes = Codes(stems)
    for number, record in enumerate(records):
        for weight, words in codes.by_weight(record).items():
            for word in words:
                found.setdefault(word, {}).setdefault(weight, []).append(number)
    return {"words": dict(sorted(found.items())), "cards": [record.card for record in records]}


def classic_script(
    language: str,
    records: Sequence[Record],
    stems: Stems,
    words: Mapping[str, object],
    spellings: Mapping[str, Iterable[str]],
) -> bytes:
    """A script that lays the whole index of a language where `table.js` looks for it."""
    whole = {**table(records, stems), "about": words, "spellings": spellings}
    place = f'(self.{GLOBAL} ||= {{}})["{language}"]'
    return f"{place} = ".encode() + as_json(whole) + b";\n"
