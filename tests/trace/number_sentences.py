"""``python tests/trace/number_sentences.py FILE…``: a seed document, sentence by sentence.

The seeds themselves are not in this repository; seeds.yml beside this file names their
sentences by these numbers. A heading, an item of a list and a sentence count as one each.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ABBREVIATIONS = ("Reg.", "č.", "Mgr.", "Ing.", "L.", "soc.", "proc.", "viz.")
_END = re.compile(r"[.!?…][”“\"]?\s+(?=(?:[–„“\"]\s*)?(\w))")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a document, in their order."""
    for line in text.splitlines():
        begin = 0
        for end in _END.finditer(line):
            begins_anew = end[1].isupper() or end[1].isdigit()
            if begins_anew and line[: end.end()].split()[-1] not in ABBREVIATIONS:
                yield line[begin : end.end()].strip()
                begin = end.end()
        if re.search(r"\w", line[begin:]):
            yield line[begin:].strip()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"== {name}")
        for number, sentence in enumerate(sentences(Path(name).read_text("utf-8")), 1):
            print(f"{number:3} {sentence}")
