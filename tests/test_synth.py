"""Made-up collections: valid, varied, the same for a seed, and never part of a real site."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT, Run, run
from tests.test_site import contents

PRACTICES, PROJECTS = 60, 6


def synth(out: Path, practices: int = PRACTICES, seed: int = 1) -> Run:
    wanted = ["--practices", str(practices), "--projects", str(PROJECTS), "--seed", str(seed)]
    return run(["synth", *wanted, "--out", str(out)], PROJECT)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("synth") / "data"
    done = synth(out)
    assert done.status == 0, done.errors
    return out


def made(collection: Path, folder: str) -> dict[str, dict[str, Any]]:
    """Id -> fields of the made-up entries of a folder."""
    return {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in sorted((collection / folder).glob("synth-*.yml"))
    }


def test_as_many_as_asked_for_stand_beside_the_real_ones(collection: Path) -> None:
    for folder, count in (("practices", PRACTICES), ("projects", PROJECTS)):
        real = {path.name for path in (PROJECT / "data" / folder).glob("*.yml")}
        found = {path.name for path in (collection / folder).glob("*.yml")}
        assert real < found
        assert len(found - real) == count


def test_check_finds_nothing_wrong(collection: Path) -> None:
    checked = run(["check", "--format", "json"], PROJECT, DATA=str(collection))
    assert json.loads(checked.output) == []
    assert checked.status == 0


def test_a_seed_always_makes_the_same(collection: Path, tmp_path: Path) -> None:
    assert synth(tmp_path / "again").status == 0
    assert synth(tmp_path / "other", seed=2).status == 0
    assert contents(tmp_path / "again") == contents(collection)
    assert made(tmp_path / "other", "practices") != made(collection, "practices")


def test_a_larger_collection_is_a_smaller_one_with_more(collection: Path, tmp_path: Path) -> None:
    assert synth(tmp_path / "few", practices=20).status == 0
    few = made(tmp_path / "few", "practices")
    many = made(collection, "practices")
    assert len(few) == 20
    assert {id: many[id] for id in few} == few


def test_entries_are_as_different_as_real_ones(collection: Path) -> None:
    practices = list(made(collection, "practices").values())
    texts = [json.dumps(one, default=str) for one in practices]
    assert len({one["summary"].get("cs", one["summary"].get("pl")) for one in practices}) > 40
    assert min(map(len, texts)) * 3 < max(map(len, texts))
    assert {one["status"] for one in practices} == {"stub", "complete"}
    assert {one["source_language"] for one in practices} == {"cs", "pl"}
    assert any(one["title"].keys() == {"cs"} for one in practices)
    assert any(one["title"].keys() == {"pl"} for one in practices)
    assert all(any(one[field] is None for one in practices) for field in ("period", "limits"))
    assert any("entry:practice/synth-" in text for text in texts)
    assert any("\\n- " in text for text in texts)


def test_some_translations_are_recorded_and_some_are_out_of_date(
    collection: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    built = run(["build"], PROJECT, DATA=str(collection), SITE=str(site), PARTS="pages")
    assert built.status == 0, built.errors
    status = json.loads((site / "data/status.json").read_text("utf-8"))
    states = [one for one in status["entries"] if one["id"].startswith("synth-practice-")]
    for state in ("stale", "missing", "unrecorded"):
        having = [one for one in states if any(one[state].values())]
        assert 0 < len(having) < len(states), state
    assert "MADE-UP DATA" in built.output
    heads = [path.read_text("utf-8") for path in site.rglob("practices/*/index.html")]
    assert len(heads) > 2 * PRACTICES
    assert all(re.search("ZKOUŠKA: vymyšlená|PRÓBA: zmyślone", head) for head in heads)


@pytest.mark.parametrize("inside", ["data", "data/new", "docs/cs/new", "macros/new", "site/new"])
def test_real_folders_are_refused(inside: str) -> None:
    out = PROJECT / inside
    before = out.exists()
    done = synth(out, practices=1)
    assert done.status == 2
    assert str(out) in done.errors
    assert out.exists() == before


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", "utf-8")
    assert synth(tmp_path, practices=1).status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert synth(tmp_path / "mine.txt", practices=1).status == 2


def test_made_up_data_are_not_made_from_again(collection: Path, tmp_path: Path) -> None:
    done = run(["synth", "--out", str(tmp_path / "more")], PROJECT, DATA=str(collection))
    assert done.status == 2
    assert not (tmp_path / "more").exists()


@pytest.mark.parametrize("arguments", [[], ["--out", "x", "--practices", "-1"], ["--wrong"]])
def test_wrong_use_is_told(arguments: list[str]) -> None:
    assert run(["synth", *arguments], PROJECT).status == 2


def test_a_made_up_entry_among_real_ones_stops_the_build(collection: Path, copy: Path) -> None:
    stray = next((collection / "sources").glob("synth-*.yml"))
    shutil.copy(stray, copy / "data/sources")
    built = run(["build"], copy, PARTS="pages")
    assert built.status == 1
    assert f"data/sources/{stray.name}:1:1: SYNTHETIC_ENTRY" in built.errors
    assert not (copy / "site").exists()


def test_a_whole_collection_in_place_of_the_data_stops_the_build(
    collection: Path, copy: Path
) -> None:
    shutil.copytree(collection, copy / "data", dirs_exist_ok=True)
    built = run(["build"], copy, PARTS="pages", LANG="cs_CZ.UTF-8")
    assert built.status == 1
    assert "data/synthetic.yml:1:1: SYNTHETIC_DATA" in built.errors
    assert built.errors.count("SYNTHETIC_ENTRY") > PRACTICES
    assert not (copy / "site").exists()


def test_the_real_site_holds_nothing_made_up(site: Path) -> None:
    names = [path.name for path in site.rglob("*") if path.name.startswith("synth")]
    assert names == []
    assert not re.search("synth-|zmyślone dane", (site / "index.html").read_text("utf-8"))
