"""Every target survives a number of inputs; `python -m tests.fuzz` tries more."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .targets import TARGETS, Target

EXAMPLES = {"loader": 150, "photographs": 40}
OTHERS = 300
"""What fits into some seconds on a slow machine."""


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_target_survives(target: Target) -> None:
    @settings(
        max_examples=EXAMPLES.get(target.name, OTHERS),
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def survives(data: st.DataObject) -> None:
        target.survives(data.draw(target.draws))

    survives()
