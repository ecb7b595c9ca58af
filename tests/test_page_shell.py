"""Pages put into a shell are, byte for byte, those that the site generator makes itself.

Where prose links to an entry as to a file, the generator makes its page; so one project is
built twice, with such links and without.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from macros.model.translation import fingerprint
from macros.publishing.plain_html import plain_facts
from tests.conftest import run
from tests.small_project import PRACTICE, SOURCE, small_project, write_entry

HARD = "Dům & <b>\"dvůr\"</b> 'x' {{ y }} {% z %} {# c #} %s %(a)s \\1 Xq7TITLEq žluťoučký 23 %"
LONG = "Dlouhý text o domě, ve kterém se lidé scházejí. "


def practice(**changes: Any) -> dict[str, Any]:
    """Any: what a YAML file can hold."""
    return {**PRACTICE, **changes}


PRACTICES = {
    "a-prvni": practice(),
    "b-znaky": practice(
        title={"cs": HARD, "pl": HARD[::-1]},
        summary={"cs": HARD, "pl": HARD},
        situation={"cs": HARD + "\n\n* a\n* b", "pl": HARD},
    ),
    "c-bez-prekladu": practice(title={"cs": "Jen česky"}, summary={"cs": "Jen „česky“."}),
    "d-prejmenovany": practice(former_ids=["d-drive"]),
    "e-zastaraly": practice(situation={"cs": "Nové znění.", "pl": "Stare brzmienie."}),
    "f-dlouhy": practice(
        title={"cs": (LONG * 3)[:118], "pl": "x" * 119},
        situation={"cs": LONG * 80, "pl": LONG * 80},
        steps=[{"text": {"cs": LONG * n, "pl": LONG}} for n in range(1, 12)],
        tips=[{"cs": HARD, "pl": HARD}] * 8,
    ),
    "z-posledni": practice(title={"cs": "Poslední", "pl": "Ostatni"}),
}
STALE = {"pl": {"situation": fingerprint("Staré znění.")}}
PATHS = [f"practices/{id}" for id in PRACTICES] + ["goals/sousedstvi", "sources/zdroj"]
OTHER_PATHS = ["practices/d-drive", "practices/y-stazeny", "sources/bez-obsahu"]


def project(folder: Path, prose: str) -> Path:
    made = small_project(folder, PRACTICES, prose)
    write_entry(made, "translations/practices", "e-zastaraly", STALE)
    gone = {"status": "withdrawn", "updated": "2026-03-03", "reason": {"cs": HARD}}
    write_entry(made, "practices", "y-stazeny", gone)
    write_entry(made, "sources", "bez-obsahu", {**SOURCE, "publisher": HARD})
    return made


@pytest.mark.parametrize(
    "settings",
    [
        {"PARTS": "pages"},
        {},
        {"PARTS": "pages", "SITE_URL": "https://example.org/"},
        {
            "PARTS": "pages",
            "SITE_URL": "https://example.org/nad/prirucka/",
            "REPO_URL": "https://gitlab.example.org/spolu/razem",
        },
        {"REPO_URL": "https://example.org/spolu/razem?a=1&b='2'"},
    ],
    ids=["pages", "whole", "address", "subfolder and repository", "repository"],
)
def test_a_shell_gives_what_the_generator_gives(settings: dict[str, str], tmp_path: Path) -> None:
    linked = "[x](entry:source/bez-obsahu) " + " ".join(
        f"[x]({path}/index.md)" for path in [*PATHS, *OTHER_PATHS]
    )
    sites = []
    for name, prose in (("shell", "[x](entry:source/bez-obsahu)"), ("generator", linked)):
        folder = project(tmp_path / name, prose)
        built = run(["build"], folder, **settings)
        assert built.status == 0, built.errors
        assert "one by one" not in built.errors
        sites.append(folder / "site")
    shell, generator = sites
    for language in ("", "pl"):
        for path in [*PATHS, *OTHER_PATHS]:
            page = Path(language, path, "index.html")
            assert (shell / page).read_bytes() == (generator / page).read_bytes(), page
    for written in shell.rglob("*.html"):
        text = written.read_text("utf-8")
        assert "q7X" not in text
        assert "xq7" not in text


@pytest.mark.parametrize(
    ("theirs", "ours", "told"),
    [
        ("{{ head.title | e }} –", "{{ head.title | upper | e }} –", "in an unknown way"),
        ("{{ head.title | e }} –", "{{ head.title | truncate(90) | e }} –", "in an unknown way"),
        (
            "{{ head.description | e }}",
            "{{ head.description | e }}{{ page.url | length }}",
            "comes out differently",
        ),
    ],
    ids=["capitals", "shortened", "depends on the page"],
)
def test_what_a_shell_cannot_do_is_done_one_by_one(
    theirs: str, ours: str, told: str, tmp_path: Path
) -> None:
    sites = []
    for name, prose in (("shell", ""), ("generator", f"[x]({PATHS[0]}/index.md)")):
        folder = small_project(tmp_path / name, {"a-prvni": PRACTICES["a-prvni"]}, prose)
        frame = folder / "overrides/main.html"
        text = frame.read_text("utf-8")
        assert theirs in text
        frame.write_text(text.replace(theirs, ours), "utf-8")
        built = run(["build"], folder, PARTS="pages")
        assert built.status == 0, built.errors
        assert told in built.errors
        assert "slower" in built.errors
        sites.append(folder / "site")
    page = Path(PATHS[0], "index.html")
    assert (sites[0] / page).read_bytes() == (sites[1] / page).read_bytes()


def test_articles_of_entries_are_looked_at_without_a_parser(site: Path) -> None:
    """Else every page would be read a second time when the site is finished."""
    articles = [
        re.search(r"<article[^>]*>(.*)</article>", page.read_text("utf-8"), re.DOTALL)
        for page in site.glob("practices/*/index.html")
    ]
    assert len(articles) > 20
    assert all(found and plain_facts(found[1]) for found in articles)
