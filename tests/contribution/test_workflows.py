"""What runs at GitHub and GitLab: looked over without either of them."""

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
PINNED = re.compile(r"uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+")
INJECTABLE = re.compile(r"\$\{\{\s*github\.(event\.(?!pull_request\.(number|base\.sha))|head_ref)")


# Any: YAML of no fixed form.
def read(path: Path) -> dict[str, Any]:
    """PyYAML takes the key ``on`` for true; nobody asks for it here."""
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sysconfig.get_path("scripts")) / "zizmor"
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona", "regular", PROJECT / ".github"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_may_do_nothing_but_what_each_job_names(path: Path) -> None:
    text, workflow = path.read_text("utf-8"), read(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert not INJECTABLE.search(text)
    for line in text.splitlines():
        if "uses:" in line:
            assert PINNED.search(line), line
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 40
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_contribution_is_never_the_folder_that_commands_run_in() -> None:
    job = read(PROJECT / ".github/workflows/contribution.yml")["jobs"]["review"]
    assert job["permissions"] == {"contents": "read"}
    base, contribution = (
        step["with"] for step in job["steps"] if "checkout" in step.get("uses", "")
    )
    assert base["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert contribution["path"] == "contribution"
    commands = [step for step in job["steps"] if "run" in step]
    assert {step.get("working-directory", "base") for step in commands} == {"base"}


def test_both_hosts_call_the_same_review() -> None:
    command = re.compile(r"\.venv/bin/python -m macros review\s+--from")
    for name in (".github/workflows/contribution.yml", ".gitlab-ci.yml"):
        assert command.search((PROJECT / name).read_text("utf-8")), name
    gitlab = read(PROJECT / ".gitlab-ci.yml")
    assert "git worktree add --detach /tmp/base FETCH_HEAD" in gitlab["review"]["script"]
    assert gitlab["pages"]["artifacts"]["paths"] == ["public"]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_speak_three_languages_and_say_that_they_are_public(path: Path) -> None:
    form = read(path)
    if path.name == "config.yml":
        return
    assert form["name"].count(" · ") == 2
    assert form["description"].count(" · ") == 2
    first = form["body"][0]["attributes"]["value"]
    assert all(words in first for words in ("je veřejné", "jest publiczne", "is public"))
    for field in form["body"][1:]:
        label = field["attributes"]["label"]
        assert label.count(" · ") == 2, label


def test_every_part_of_the_repository_has_an_owner() -> None:
    lines = (PROJECT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    assert all(owner.startswith("@") for rule in rules for owner in rule[1:])
    for path, *_ in rules[1:]:
        assert (PROJECT / path.strip("/")).exists(), path
