"""The benchmarks themselves: same pages for everyone, honest verdicts, a history without names."""

import csv
import dataclasses
import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.goals import LARGE, SMALL, Run, goals
from tests.bench.history import FIELDS, FILE, machine, remember
from tests.bench.measuring import Cost, Failed, cost_of
from tests.bench.ours import Built
from tests.bench.pages import pages_of, write_hugo, write_markdown
from tests.bench.profile import told, watched
from tests.bench.reading import seconds_to_read
from tests.bench.rivals import RIVALS, NotInstalled, RivalCost, run_rival
from tests.bench.table import reasons, tables
from tests.conftest import PROJECT
from tests.html_page import html_page


def a_run(seconds_at_large: float = 22.0, reload_at_large: float = 0.9) -> Run:
    """A run with these figures."""
    here = Path()

    def built(practices: int, seconds: float) -> Built:
        cost = Cost(seconds, 150.0, seconds)
        return Built(practices, here, here, cost, cost, cost, 1_000 + 2 * practices, 1_000_000)

    hugo = next(rival for rival in RIVALS if rival.name == "hugo")
    return Run(
        base=built(0, 4.0),
        sizes={SMALL: built(SMALL, 5.8), LARGE: built(LARGE, seconds_at_large)},
        reload={SMALL: 0.5, LARGE: reload_at_large},
        rivals={(LARGE, "hugo"): RivalCost(hugo, Cost(20.0, 1500.0, 20.0), 21_000)},
        real_handbook=None,
        reading={LARGE: 4.0},
    )


def verdicts(run: Run) -> dict[str, str]:
    return {goal.name: goal.verdict for goal in goals(run)}


def test_goals_are_judged_by_what_was_measured() -> None:
    found = verdicts(a_run())
    assert found["CPU a page at 10,000 × 2"] == "met"  # (22 - 4) s / 20,000 pages
    assert found["ms a page at 10,000 to 1,000"] == "met"
    assert found["CPU to Hugo's, 10,000 practices"] == "NOT MET"
    assert found["CPU to plain Material's"] == "not measured"
    assert found["real handbook, rest kept"] == "not measured"
    assert found["edit to reload at 10,000"] == "met"


def test_what_is_slower_is_told() -> None:
    found = verdicts(a_run(seconds_at_large=30.0, reload_at_large=1.1))
    assert found["CPU a page at 10,000 × 2"] == "NOT MET"
    assert found["ms a page at 10,000 to 1,000"] == "NOT MET"
    assert found["edit to reload at 10,000"] == "NOT MET"
    assert "NOT MET" in tables(a_run(seconds_at_large=30.0))


def test_every_goal_that_is_missed_has_its_reason() -> None:
    run = a_run(seconds_at_large=90.0, reload_at_large=5.0)
    missed = [goal for goal in goals(run) if goal.verdict == "NOT MET"]
    lines = reasons(run).splitlines()
    assert [line.partition(":")[0] for line in lines] == [goal.name for goal in missed]
    assert all(goal.limit for goal in goals(run))


def test_a_profile_names_functions_and_whose_they_are(tmp_path: Path) -> None:
    profile = watched("check", 0, tmp_path)
    owners = dict(profile.by_owner)
    assert {"macros/reading", "macros/writing", "jinja2", "built into Python"} <= owners.keys()
    assert sum(owners.values()) == pytest.approx(profile.seconds)
    lines = list(told(profile))
    assert len(lines) > 30
    assert not any(str(PROJECT) in line for line in lines)


def test_reading_is_measured(tmp_path: Path) -> None:
    assert 0 < seconds_to_read(20, tmp_path) < 60


def test_a_short_run_leaves_goals_open() -> None:
    run = dataclasses.replace(a_run(), sizes={}, reload={}, rivals={}, reading={})
    assert set(verdicts(run).values()) == {"not measured"}
    assert "practices" in tables(run)


MACHINE = re.compile(r"\d+ cores[\w ,]*(, Python [\d.]+)?")


def test_the_history_names_no_machine_and_no_place(tmp_path: Path) -> None:
    remember(a_run(), tmp_path / "history.csv")
    remember(a_run(), tmp_path / "history.csv")
    for file in filter(Path.exists, (tmp_path / "history.csv", FILE)):
        text = file.read_text("utf-8")
        lines = list(csv.DictReader(text.splitlines()))
        assert lines
        assert all(tuple(line) == FIELDS for line in lines)
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", line["day"]) for line in lines)
        assert {"build", "check", "hugo"} <= {line["what"] for line in lines}
        # A name or a place would have a hyphen, a dot of its own, or a slash.
        assert all(MACHINE.fullmatch(line["machine"]) for line in lines)
    assert str(os.cpu_count()) in machine()
    assert socket.gethostname() not in machine().replace(",", "").split()


def test_processor_time_counts_children_and_failures_are_told() -> None:
    work = "sum(i * i for i in range(3_000_000))"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', '{work}'], check=True)"
    idle = cost_of([sys.executable, "-c", "pass"])
    busy = cost_of([sys.executable, "-c", child])
    assert busy.seconds > idle.seconds * 2
    with pytest.raises(Failed, match="no such thing"):
        cost_of([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_peak_memory_is_the_commands_own() -> None:
    """Asked of a small process, as the bench is: these tests themselves hold hundreds of MB."""
    asked = "import sys; from tests.bench.measuring import cost_of; " + (
        "print(*(cost_of([sys.executable, '-c', text]).peak_mb for text in sys.argv[1:]))"
    )
    command = [sys.executable, "-c", asked, "pass", "bytearray(300_000_000)"]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    small, large = map(float, done.stdout.split())
    assert 1 < small < 100
    assert 280 < large - small < 320


def test_others_get_the_same_pages(site: Path, tmp_path: Path) -> None:
    pages = {page.address: page for page in pages_of(site)}
    assert len(pages) > 800
    assert write_markdown(site, tmp_path / "docs") == len(pages)
    assert write_hugo(site, tmp_path / "hugo") == len(pages)
    for address in ("practices/dum-23-bytu", "pl/practices/dum-23-bytu", "practices", "about"):
        article = pages[address].article
        assert pages[address].title in html_page(site / address).text
        markdown = (tmp_path / "docs" / address / "index.md").read_text("utf-8")
        content = (tmp_path / "hugo" / "content" / f"{address}.html").read_text("utf-8")
        assert article in markdown
        assert article in content
        head, _ = json.JSONDecoder().raw_decode(content)
        layout = (tmp_path / "hugo/layouts/_default" / f"{head['layout']}.html").read_text("utf-8")
        assert "{{ .Content }}" in layout
        assert "{{ .Title }}" in layout
        assert article not in layout


def test_a_generator_that_cannot_be_had_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    hugo = next(rival for rival in RIVALS if rival.name == "hugo")
    with pytest.raises(NotInstalled, match="hugo"):
        run_rival(hugo, site, tmp_path / "rival", 1)


@pytest.mark.parametrize(("name", "value"), [("SIZES", "many"), ("SIZES", "0"), ("RIVALS", "x")])
def test_wrong_wishes_are_refused(name: str, value: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench"],
        cwd=PROJECT,
        env={**os.environ, name: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert name in done.stderr
