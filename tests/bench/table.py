"""The run as a reader at the terminal sees it."""

from collections.abc import Iterator, Sequence

from .choosing import SLOWER
from .goals import SMALL, Run, goals
from .rivals import RIVALS


def tables(run: Run) -> str:
    """All tables, with a blank line between them."""
    parts = (_ours(run), _rivals(run), _searches(run), _choosing(run), _goals(run))
    return "\n\n".join("\n".join(_aligned(rows)) for rows in parts if len(rows) > 1)


def _ours(run: Run) -> list[Sequence[str]]:
    head = ("practices", "pages", "CPU s", "ms a page", "peak MB", "output MB")
    rows: list[Sequence[str]] = [(*head, "nothing new, s", "check s", "reload s")]
    for size, built in {0: run.base, **run.sizes}.items():
        rows.append(
            (
                f"{size:,}",
                f"{built.pages:,}",
                f"{built.build.seconds:.1f}",
                f"{run.ms_a_page(size):.2f}" if size else "",
                f"{built.build.peak_mb:.0f}",
                f"{built.bytes / 1e6:,.0f}",
                f"{built.again.seconds:.1f}",
                f"{built.check.seconds:.1f}",
                f"{run.reload[size]:.2f}" if size in run.reload else "",
            )
        )
    return rows


def _rivals(run: Run) -> list[Sequence[str]]:
    head = ("practices", "generator", "pages", "CPU s", "ms a page", "peak MB", "ours to it")
    rows: list[Sequence[str]] = [head]
    titles = {rival.name: rival.title for rival in RIVALS}
    for (size, name), one in sorted(run.rivals.items(), key=lambda item: item[0][0]):
        ours = run.sizes[size].build.seconds
        rows.append(
            (
                f"{size:,}",
                titles[name],
                f"{one.pages:,}",
                f"{one.cost.seconds:.1f}",
                f"{one.cost.seconds / one.pages * 1000:.2f}",
                f"{one.cost.peak_mb:.0f}",
                f"{ours / one.cost.seconds:.2f} ×",
            )
        )
    return rows


def _searches(run: Run) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [
        (
            "pages to search",
            "index CPU s",
            "ms a page",
            "peak MB",
            "first KB",
            "answer s",
            "worst s",
        )
    ]
    real = (run.real_search,) if run.real_search else ()
    for one in (*real, *run.searches.values()):
        rows.append(
            (
                f"{one.pages:,} × 2",
                f"{one.index_seconds:.1f}",
                f"{one.index_seconds / one.pages / 2 * 1000:.2f}",
                f"{one.index_mb:.0f}",
                f"{one.first_bytes / 1000:.0f}",
                f"{one.answer_seconds:.2f}",
                f"{one.worst_answer_seconds:.2f}",
            )
        )
    return rows


def _choosing(run: Run) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [("catalogue", "page and rows KB", "choice ms", "worst ms")]
    one = run.choosing
    if one is not None:
        waits = (f"{one.milliseconds:.0f}", f"{one.worst_milliseconds:.0f}")
        rows.append((f"{SMALL:,}, {SLOWER} × slower", f"{one.bytes / 1000:.1f}", *waits))
    return rows


def _goals(run: Run) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = [("goal", "at most", "measured", "")]
    for goal in goals(run):
        shown = "" if goal.measured is None else f"{goal.measured:.2f} {goal.unit}"
        rows.append((goal.name, f"{goal.most:g} {goal.unit}", shown, goal.verdict))
    return rows


def reasons(run: Run) -> str:
    """Why each goal that was not met was not, and what its limit is."""
    missed = [goal for goal in goals(run) if goal.verdict == "NOT MET"]
    return "\n".join(f"{goal.name}: {goal.limit}." for goal in missed)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns side by side: words to the left, numbers to the right."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    words = [not any(cell[:1].isdigit() for cell in column[1:]) for column in columns]
    for row in rows:
        cells = (
            cell.ljust(width) if left else cell.rjust(width)
            for cell, width, left in zip(row, widths, words, strict=True)
        )
        yield "  ".join(cells).rstrip()
