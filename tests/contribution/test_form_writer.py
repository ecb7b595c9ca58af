"""What the form writes reads back exactly."""

import json
import unicodedata
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from macros.model.kinds import KINDS
from macros.reading.characters import CODES
from macros.reading.document import read_document_text
from tests.contribution.in_node import asked
from tests.contribution.real_entries import entries_of

# Any below: whatever a YAML file can hold.
TRAPS = (
    "no", "yes", "17:30", "17:30\n18:00", "null", "~", "1e3", "0x1F", "012", "2024-01-01", "- a",
    "a: b", "#1", "a #b", " a", "a ", "a\n", "\na", "a\n\n b", "a\n b\n  c", "a \nb", "'", '"',
    "\\",
    "{a", "[a", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "---", "...", "a\n---\nb", "a\tb",
    "a\n\tb", "x" * 300, "x " * 200 + "x", "\u00a0a", "a\u00a0", "\U0001f600", "Žluťoučký kůň", "",
    "=", "<<", "?", "? a", ":", "a:", "-", "a\n#b", "a\n: b", "\u2028", "\u0085", "\ufeffa",
)  # fmt: skip


def made_up(count: int) -> list[str]:
    """Texts that hypothesis makes, the same in every run."""
    texts: list[str] = []
    signs = st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n:#-'\"|>\t{}[]&*!%")

    @seed(10)
    @settings(max_examples=count, database=None, phases=[Phase.generate])
    @given(st.text(signs, max_size=160))
    def keep(text: str) -> None:
        texts.append(text)

    keep()
    return texts


def everywhere(text: str) -> dict[str, Any]:
    """An entry that has the text at every sort of place."""
    return {
        "title": {"cs": text},
        "tips": [{"cs": text}],
        "steps": [{"text": {"pl": text}, "title": {"cs": text}}],
        "original_title": text,
        "values": [1, 2.5, True, None],
    }


def test_what_the_form_writes_reads_back_exactly(tmp_path: Path) -> None:
    texts = [*TRAPS, *made_up(400)]
    real = (one for kind in KINDS.values() if kind.address for one in entries_of(kind.folder))
    entries = [*map(everywhere, texts), *real]
    written = asked([{"ask": "yaml", "data": entry} for entry in entries], tmp_path)
    for entry, text in zip(entries, written, strict=True):
        document = read_document_text(text, "x.yml")
        told = {one.code for one in document.problems}
        assert told <= set(CODES), (entry, text)
        if not told:
            assert json.loads(json.dumps(document.data)) == _composed(entry), text


def _composed(value: Any) -> Any:
    """Accents as the reader composes them."""
    return json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))
