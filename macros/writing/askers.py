"""Readers' questions by who asks them: the first thing a reader is asked on the home page."""

from collections.abc import Iterable

from ..model.question import Question

ASKERS = {
    "worker": ("worker",),
    "leader": ("leader",),
    "coordinator": ("coordinator",),
    "decision": ("municipality", "landlord", "funder"),
}
"""Group of readers -> the audiences in it; the others are one group more."""
OTHERS = "others"


def by_asker(questions: Iterable[Question]) -> list[tuple[str, tuple[Question, ...]]]:
    """The questions of each group, in the order given; each stands once, with whom it names first.

    A group without questions is left out.
    """
    group_of = {audience: group for group, audiences in ASKERS.items() for audience in audiences}
    groups: dict[str, list[Question]] = {group: [] for group in (*ASKERS, OTHERS)}
    for question in questions:
        first = next(iter(question.audience), "")
        groups[group_of.get(first, OTHERS)].append(question)
    return [(group, tuple(asked)) for group, asked in groups.items() if asked]
