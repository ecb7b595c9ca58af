"""Sheets are made anew only where they changed, alike every time, and not where nothing can be."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from macros.cache import Cache
from macros.handbook import Handbook
from macros.inspection import read_handbook
from macros.model import text as model_text
from macros.model.worksheet import Worksheet
from macros.options import options
from macros.printing.sheet_press import SheetFile, SheetPress, covered
from macros.writing.writer import Writer
from tests.conftest import PROJECT

from .pdf_file import text_of

CHANGED, LEFT = "volba-priorit", "pravidla-skupiny"
FILES = 10
"""That are made of one sheet in two languages."""
SITE_URL = "https://handbook.example.org/book/"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return read_handbook(options(PROJECT, {}))


def sheet_of(handbook: Handbook, id: str) -> Worksheet:
    sheet = handbook.catalogue.entry("worksheet", id)
    assert isinstance(sheet, Worksheet)
    return sheet


def files_of(
    handbook: Handbook, cache: Cache, *ids: str, writers: Mapping[str, Writer] | None = None
) -> dict[str, SheetFile]:
    press = SheetPress(PROJECT, writers or handbook.writers, cache)
    return {file.path: file for file in press.files([sheet_of(handbook, id) for id in ids])}


def with_other_purpose(handbook: Handbook, id: str) -> Handbook:
    """The same handbook in which one sheet says something else."""
    purpose = model_text.text_of({"cs": "Něco jiného.", "pl": "Coś innego."})
    sheets = dict(handbook.catalogue.by_kind["worksheet"])
    sheets[id] = sheet_of(handbook, id).model_copy(update={"purpose": purpose})
    catalogue = replace(
        handbook.catalogue, by_kind={**handbook.catalogue.by_kind, "worksheet": sheets}
    )
    writers = {
        language: replace(writer, library=catalogue)
        for language, writer in handbook.writers.items()
    }
    return replace(handbook, catalogue=catalogue, writers=writers)


def test_only_the_sheet_that_changed_is_made_anew(handbook: Handbook, tmp_path: Path) -> None:
    first = Cache(tmp_path)
    made = files_of(handbook, first, CHANGED, LEFT)
    assert (first.found, first.made) == (0, 2 * FILES)
    second = Cache(tmp_path)
    again = files_of(handbook, second, CHANGED, LEFT)
    assert (second.found, second.made) == (2 * FILES, 0)
    assert again == made
    third = Cache(tmp_path)
    files_of(with_other_purpose(handbook, CHANGED), third, CHANGED, LEFT)
    assert (third.found, third.made) == (FILES, FILES)


LOADED = """
import sys
import macros.printing.other_languages, macros.printing.sheet_press
print(*(one.__file__ for name, one in sys.modules.items() if name.startswith("macros.printing.")))
"""


def test_a_change_of_the_book_s_programs_leaves_sheets_as_they_are() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = {Path(file).name for file in told.stdout.split()}
    files = {file.name for file in covered(PROJECT)}
    assert "sheet_press.py" in loaded
    assert loaded <= files, "what sheets are made with"
    assert {name for name in files if name.startswith(("book", "epub"))} == set()


def test_files_made_twice_have_the_same_bytes(handbook: Handbook) -> None:
    once = files_of(handbook, Cache(None), CHANGED)
    files_of(handbook, Cache(None), LEFT)
    twice = files_of(handbook, Cache(None), CHANGED)
    assert len(once) == FILES
    for path, file in once.items():
        assert twice[path].made.content == file.made.content, path


def test_the_address_and_its_code_stand_on_paper_where_there_is_one(
    handbook: Handbook, tmp_path: Path
) -> None:
    writers = {
        language: replace(writer, site_url=SITE_URL)
        for language, writer in handbook.writers.items()
    }
    with_address = files_of(handbook, Cache(None), CHANGED, writers=writers)
    without = files_of(handbook, Cache(None), CHANGED)
    path = f"worksheets/{CHANGED}/w05-bilingual-cs-pl.pdf"
    file = tmp_path / "sheet.pdf"
    file.write_bytes(with_address[path].made.content)
    said = text_of(file)[0].replace(" ", "")
    assert f"{SITE_URL}worksheets/{CHANGED}/" in said
    assert f"{SITE_URL}pl/worksheets/{CHANGED}/" in said
    file.write_bytes(without[path].made.content)
    assert "https://" not in text_of(file)[0]


WITHOUT_PANGO = """
from macros.editions import with_editions
from macros.inspection import read_handbook
from macros.options import options, project_folder
from macros.progress import Progress
made = with_editions(read_handbook(options(project_folder())), Progress())
print(sorted({path.rpartition(".")[2] for path in made.printed}))
"""


def test_without_pango_documents_are_made_and_the_rest_is_told(tmp_path: Path) -> None:
    """The library stands there, but fails as it does where Pango is missing."""
    missing = tmp_path / "missing" / "weasyprint.py"
    missing.parent.mkdir()
    missing.write_text('raise OSError("cannot load library libpango-1.0-0")\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PANGO],
        env={
            **os.environ,
            "PYTHONPATH": str(missing.parent),
            "CACHE": str(tmp_path / "cache"),
            "LC_ALL": "C.UTF-8",
        },
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "['docx']"
    assert "no Pango" in done.stderr
    assert "libpango-1.0-0" in done.stderr or "brew install pango" in done.stderr
