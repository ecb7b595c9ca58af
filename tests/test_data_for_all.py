"""What is downloaded says exactly what the entries say, in every format."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from macros.data_files import data_files
from macros.handbook import Handbook
from macros.inspection import read_handbook
from macros.model.kinds import KINDS
from macros.open_data.columns import SEPARATOR, columns
from macros.open_data.csv_table import FORMULA, csv_text
from macros.options import options
from tests.conftest import PROJECT, run
from tests.html_page import html_page
from tests.small_project import PRACTICE, small_project

FOLDERS = {kind.folder: kind for kind in KINDS.values()}


@cache
def handbook() -> Handbook:
    """The real one, as a build reads it."""
    return read_handbook(options(PROJECT, {}))


# Any: JSON.
def entries_of(site: Path, folder: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads((site / f"data/{folder}.json").read_text("utf-8"))
    return entries


def expected_cell(entry: dict[str, Any], name: str) -> object:
    """What a column must hold, found from the entry's JSON alone."""
    value: Any = entry
    for part in name.split("."):
        if value is None or (isinstance(value, dict) and part not in value):
            return None
        value = value[part]
    if isinstance(value, list | dict):
        return value or None
    return value


def same(cell: object, expected: object) -> bool:
    """Whether a cell, as text or as a value, says what the entry says."""
    if isinstance(expected, list | dict):
        if isinstance(expected, list) and all(isinstance(one, str) for one in expected):
            joined = str(cell).split(SEPARATOR)
            return joined == expected or str(cell) == json.dumps(expected, ensure_ascii=False)
        return str(json.loads(str(cell))) == str(expected)
    if isinstance(expected, bool):
        return cell in (expected, str(expected).lower())
    return cell == expected or (expected is not None and str(cell) == str(expected))


@pytest.mark.parametrize("folder", FOLDERS)
def test_json_csv_and_xlsx_say_the_same(folder: str, site: Path) -> None:
    entries = entries_of(site, folder)
    assert len(entries) == len(handbook().catalogue.entries(FOLDERS[folder].name))
    raw = (site / f"data/{folder}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\r\n")
    with (site / f"data/{folder}.csv").open(encoding="utf-8-sig", newline="") as file:
        names, *rows = csv.reader(file)
    sheet = openpyxl.load_workbook(site / f"data/{folder}.xlsx").worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    assert list(lines[0]) == names
    assert len(rows) == len(entries) == len(lines) - 1
    for entry, row, line in zip(entries, rows, lines[1:], strict=True):
        for name, text, value in zip(names, row, line, strict=True):
            expected = expected_cell(entry, name)
            from_csv = text.removeprefix("'") or None
            assert same(from_csv, expected), (entry["id"], name)
            assert same(value, expected), (entry["id"], name)


@pytest.mark.parametrize("folder", FOLDERS)
def test_entries_validate_against_the_published_schema(folder: str, site: Path) -> None:
    name = FOLDERS[folder].name
    schema = json.loads((site / f"data/schema/{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    faults = [
        (entry["id"], fault.json_path, fault.message)
        for entry in entries_of(site, folder)
        for fault in Draft202012Validator(schema).iter_errors(entry)
    ]
    assert faults == []
    wrong = {**entries_of(site, folder)[0], "unknown_field": 1}
    assert not Draft202012Validator(schema).is_valid(wrong)
    whole = json.loads((site / "data/catalogue.json").read_text("utf-8"))["entries"]
    told = [one for one in whole if one["kind"] == name]
    assert len(told) == len(entries_of(site, folder))
    assert [one["id"] for one in told if not Draft202012Validator(schema).is_valid(one)] == []


def test_the_catalogue_validates_against_its_published_schema(site: Path) -> None:
    """With nothing but the one file: the schemas of all kinds lie in it."""
    schema = json.loads((site / "data/schema/catalogue.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    whole = json.loads((site / "data/catalogue.json").read_text("utf-8"))
    faults = [(fault.json_path, fault.message) for fault in validator.iter_errors(whole)]
    assert faults == []
    for entry in whole["entries"]:
        for field, value in (("kind", "x"), ("url", {}), ("updated", 1), ("unknown_field", 1)):
            broken = {**whole, "entries": [{**entry, field: value}]}
            assert not validator.is_valid(broken), (entry["id"], field)
    ids = {schema["$id"], *(part["$id"] for part in schema["$defs"].values())}
    assert {site / id[1:] for id in ids if "handbook" not in id} == set(
        (site / "data/schema").iterdir()
    )


def test_every_address_in_the_catalogue_leads_to_its_entry(site: Path) -> None:
    whole = json.loads((site / "data/catalogue.json").read_text("utf-8"))
    for entry in whole["entries"]:
        for language, url in entry["url"].items():
            path, _, anchor = url.partition("#")
            page = html_page(site / path[1:])
            assert not anchor or [tag for tag in page.tags if tag.attributes.get("id") == anchor], (
                url
            )
            assert (language == "pl") == url.startswith("/pl/")
            assert anchor or KINDS.get(entry["kind"], KINDS["term"]).address is not None


def test_the_catalogue_has_every_entry_with_its_own_fields(site: Path) -> None:
    whole = json.loads((site / "data/catalogue.json").read_text("utf-8"))
    entries = {(one["kind"], one["id"]): one for one in whole["entries"]}
    for folder, kind in FOLDERS.items():
        for entry in entries_of(site, folder):
            told = entries[kind.name, entry["id"]]
            own = {name: value for name, value in entry.items() if name != "summary"}
            own.setdefault("title", told["title"])
            assert {name: told[name] for name in own} == own
            assert set(told["summary"]) >= {entry["source_language"]} or kind.name == "source"
            assert all(0 < len(one) <= 280 for one in told["summary"].values())


def test_what_a_spreadsheet_would_run_is_told_as_text() -> None:
    cells = ["=1+1", "+420", "-5", "@SUM", "\tx", "'quoted", "plain", None, True, -5]
    lines = "".join(csv_text(["a"], [[cell] for cell in cells])).removeprefix("\ufeff")
    rows = list(csv.reader(lines.splitlines(keepends=True)))
    written = [row[0] if row else "" for row in rows[1:]]
    assert written == [
        *("'=1+1", "'+420", "'-5", "'@SUM", "'\tx", "''quoted"),
        *("plain", "", "true", "-5"),
    ]
    assert not any(text.startswith(FORMULA[:4]) for text in written[:-1])


def test_a_formula_in_an_entry_stays_a_text_in_every_table(tmp_path: Path) -> None:
    formula = "=HYPERLINK(1)"
    practice = {**PRACTICE, "title": {"cs": formula, "pl": formula}}
    project = small_project(tmp_path / "project", {"dum": practice})
    built = run(["build"], project, PARTS="pages")
    assert built.status == 0, built.errors
    with (project / "site/data/practices.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["title.cs"] == f"'{formula}"
    sheet = openpyxl.load_workbook(project / "site/data/practices.xlsx").worksheets[0]
    place = [cell.value for cell in sheet[1]].index("title.cs")
    cell = sheet[2][place]
    assert (cell.value, cell.data_type) == (formula, "s")


def test_every_file_is_the_same_in_every_build(site: Path) -> None:
    for path, pieces in data_files(handbook()):
        if not path.endswith(("catalogue.json", "feed.xml")):  # the site has printed files too
            assert b"".join(pieces) == (site / path).read_bytes(), path


def test_columns_depend_on_the_model_only() -> None:
    names = [column.name for column in columns(KINDS["practice"].model, ("cs", "pl"))]
    assert len(names) == len(set(names))
    assert {"id", "title.cs", "title.pl", "place.label.cs", "consent.basis", "steps"} <= set(names)
