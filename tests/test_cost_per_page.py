"""One more page costs the same in a large handbook as in a small one.

Compared are ratios of processor time, the least of several runs each, so that it does not
matter how fast the machine is nor what else it does.
"""

import shutil
from pathlib import Path

from tests.bench.measuring import pages_in
from tests.bench.ours import build_once, collection

FEW, MANY = 500, 2_000
"""Practices of the two handbooks."""
MORE = 1.25
"""A page among many may cost a quarter more than one among few."""
ROUNDS = 2
LAST_ROUND = 4


def test_a_page_among_many_costs_what_it_costs_among_few(tmp_path: Path) -> None:
    sizes = (0, FEW, MANY)
    data = {size: collection(size, tmp_path / f"data-{size}") for size in sizes}
    least = dict.fromkeys(sizes, float("inf"))
    pages = {}
    told = ""
    for number in range(1, LAST_ROUND + 1):
        for size in sizes:
            shutil.rmtree(tmp_path / "cache", ignore_errors=True)
            cost = build_once(data[size], tmp_path / "site", tmp_path / "cache")
            least[size] = min(least[size], cost.seconds)
            pages[size] = pages_in((tmp_path / "site").resolve())
        few, many = (
            (least[size] - least[0]) / (pages[size] - pages[0]) * 1000 for size in (FEW, MANY)
        )
        told = f"{few:.2f} ms a page at {FEW}, {many:.2f} at {MANY}"
        if number >= ROUNDS and 0 < many <= few * MORE:
            return
    raise AssertionError(told)
