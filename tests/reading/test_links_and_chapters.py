"""Links to entries with their true place, pages of prose with their headings, settings."""

from pathlib import Path

from macros.reading.chapter_file import Heading
from macros.reading.links import link_targets

from .handbook_case import PRACTICE, laid_over_base, read_handbook


def test_links_in_entries_have_their_true_line(tmp_path: Path) -> None:
    folder = laid_over_base(None, [], tmp_path / "book")
    text = PRACTICE.read_text("utf-8").replace(
        "situation: null\nresults: null\n",
        "situation:\n"
        "  cs: |-\n"
        "    První řádek entry:neni.\n"
        "\n"
        "    Druhý [odkaz](entry:spolek#misto) a [týž](entry:spolek#misto).\n"
        '  pl: "Jest [dom](entry:dum \\"t\\") tu"\n'
        "results:\n"
        "  cs: >-\n"
        "    Viz [cíl][c] a <entry:zdroj>\n"
        "\n"
        "    [c]: entry:sousedstvi\n",
    )
    (folder / "data/practices/dum.yml").write_text(text, "utf-8")
    handbook = read_handbook(folder)
    assert handbook.problems == []
    record = next(record for record in handbook.data.records if record.kind == "practice")
    assert [(link.target, link.line, link.column) for link in record.links] == [
        ("spolek#misto", 10, 19),
        ("spolek#misto", 10, 47),
        ("dum", 11, 19),
        ("zdroj", 14, 21),
        ("sousedstvi", 16, 10),
    ]
    assert {link.path for link in record.links} == {"data/practices/dum.yml"}
    assert ("source", "zdroj") in record.references


def test_only_links_are_links() -> None:
    text = "entry:a [b](entry:b) `[c](https://x/entry:c)` [d]( <entry:d> ) ![e](entry:)"
    assert [target for _, target in link_targets(text)] == ["b", "d", ""]


def test_page_has_headings_and_links_with_lines_of_the_file(tmp_path: Path) -> None:
    folder = laid_over_base(None, [], tmp_path / "book")
    path = folder / "docs/cs/index.md"
    path.write_text(
        path.read_text("utf-8")
        + "\n## Cíl práce { #goal .wide }\n\n```md\n# Ne\n[x](entry:ne)\n```\n"
        + "Viz [zdroj](entry:zdroj). {{ no_claim() }}\n\n### Bez kotvy ###\n",
        "utf-8",
    )
    handbook = read_handbook(folder)
    assert handbook.problems == []
    page = next(page for page in handbook.prose.pages if page.language == "cs")
    assert page.name == "index"
    assert page.chapter.title == "Úvod"
    assert page.body_line == 5
    assert page.headings == (
        Heading(1, "Úvod", None, 6),
        Heading(2, "Cíl práce", "goal", 8),
        Heading(3, "Bez kotvy", None, 16),
    )
    assert [(link.target, link.line, link.column) for link in page.links] == [("zdroj", 14, 13)]


def test_missing_counterpart_is_only_a_warning(tmp_path: Path) -> None:
    made = [{"path": "docs/pl/index.md", "as": "nothing"}]
    handbook = read_handbook(laid_over_base(None, made, tmp_path / "book"))
    assert [problem.severity for problem in handbook.problems] == ["warning"]


def test_default_language_comes_first_and_tags_are_not_run(tmp_path: Path) -> None:
    handbook = read_handbook(laid_over_base(None, [], tmp_path / "book"))
    assert handbook.settings.languages == ("cs", "pl")


def test_symlinked_folder_is_refused(tmp_path: Path) -> None:
    folder = laid_over_base(None, [], tmp_path / "book")
    (folder / "data/terms").symlink_to(folder / "data/goals")
    told = [(problem.path, problem.code) for problem in read_handbook(folder).problems]
    assert told == [("data/terms", "SYMLINK")]


def test_file_name_in_no_encoding_can_be_told(tmp_path: Path) -> None:
    folder = laid_over_base(None, [], tmp_path / "book")
    name = b"d\xf9m.yml".decode("utf-8", "surrogateescape")
    (folder / "data/practices" / name).write_bytes(PRACTICE.read_bytes())
    (problem,) = read_handbook(folder).problems
    assert (problem.path, problem.code) == ("data/practices/d?m.yml", "BAD_FILE_NAME")
    assert str(problem).encode()
