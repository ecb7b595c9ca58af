"""A step that takes long says how far it is; one that does not is only named."""

import io

from macros.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def gone_through(output: io.StringIO, seconds_an_item: float) -> str:
    clock = iter(number * seconds_an_item for number in range(10_000))
    progress = Progress(output, lambda: next(clock))
    progress.step("Writing")
    assert list(progress.through(range(100))) == list(range(100))
    progress.end()
    return output.getvalue()


def test_a_quick_step_is_only_named() -> None:
    assert gone_through(io.StringIO(), 0.01) == "Writing ...\n"


def test_a_slow_step_counts_and_tells_the_time_left() -> None:
    lines = gone_through(io.StringIO(), 1.0).splitlines()
    assert lines[0] == "Writing ..."
    assert lines[1] == "Writing: 1 of 100, 198 s left"
    assert lines[2] == "Writing: 6 of 100, 110 s left"
    assert 10 < len(lines) < 25


def test_a_terminal_is_written_over() -> None:
    shown = gone_through(Terminal(), 1.0)
    assert shown.count("\n") == 1
    assert shown.rsplit("\r", 2)[1].strip() == ""


def test_steps_of_one_name_are_taken_together() -> None:
    clock = iter(range(100))
    progress = Progress(io.StringIO(), lambda: float(next(clock)))
    for name in ("a", "b", "a"):
        progress.step(name)
    progress.end()
    assert progress.steps == {"a": 2.0, "b": 1.0}
