"""What does not fit on paper is told before anything is printed, with its place."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.editions import with_editions
from macros.handbook import ProblemsFound
from macros.inspection import read_handbook
from macros.options import options
from macros.printing.letter_widths import BOLD, REGULAR
from macros.printing.typeface import FACES, FOLDER
from macros.progress import Progress
from tests.conftest import KEPT, PROJECT, run

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "misfits.yml").read_text("utf-8")
)
LONG = "volba-priorit"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the data with all faults in it."""
    data = tmp_path_factory.mktemp("misfits") / "data"
    shutil.copytree(PROJECT / "data", data)
    for case in CASES:
        path = data.parent / case["file"]
        right = path.read_text("utf-8")
        assert case["replace"] in right, "the case no longer fits the file"
        path.write_text(right.replace(case["replace"], case["by"], 1), "utf-8")
    return data


def place_of(data: Path, case: dict[str, Any]) -> tuple[str, int, int]:
    """Where the fault is: file, line, column, both counted from one."""
    path = data.parent / case["file"]
    before = path.read_text("utf-8").partition(case["at"])[0]
    return str(path), before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1


def test_each_misfit_is_told_with_its_place(broken: Path) -> None:
    checked = run(["check", "--format", "json"], PROJECT, DATA=str(broken))
    told = {
        (one["path"], one["line"], one["column"], one["code"])
        for one in json.loads(checked.output)
        if one["code"].startswith("SHEET_")
    }
    assert told == {(*place_of(broken, case), case["code"]) for case in CASES}


@pytest.mark.parametrize("language", ["cs", "pl", "en"])
def test_misfits_are_told_in_words(broken: Path, language: str) -> None:
    checked = run(["check", "--lang", language], PROJECT, DATA=str(broken))
    assert checked.status == 1
    lines = [line for line in checked.output.splitlines() if " SHEET_" in line]
    assert len(lines) == len(CASES)
    assert not any("{" in line for line in lines)


def test_a_sheet_of_three_pages_stops_the_build(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(PROJECT / "data", data)
    path = data / "worksheets" / f"{LONG}.yml"
    right = path.read_text("utf-8")
    path.write_text(right.replace("rows: 8", "rows: 40").replace("rows: 2", "rows: 40"), "utf-8")
    chosen = options(PROJECT, {"DATA": str(data), "CACHE": str(KEPT)})
    with pytest.raises(ProblemsFound) as found:
        with_editions(read_handbook(chosen), Progress())
    problems = found.value.problems
    assert {problem.code for problem in problems} == {"SHEET_TOO_LONG"}
    assert {problem.path for problem in problems} == {str(path)}
    told = {problem.values["name"]: problem.values["most"] for problem in problems}
    assert told["w05-print-cs.pdf"] == told["w05-bilingual-cs-pl.pdf"] == "2"


@pytest.mark.parametrize(("face", "widths"), [(FACES[0], REGULAR), (FACES[1], BOLD)])
def test_letters_are_as_wide_as_in_the_typeface(face: str, widths: dict[int, str]) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(PROJECT / FOLDER / face)
    names, advances = font.getBestCmap(), font["hmtx"]
    units = font["head"].unitsPerEm
    for width, letters in widths.items():
        for letter in letters:
            assert advances[names[ord(letter)]][0] * 1000 // units == width, letter
