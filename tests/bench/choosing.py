"""What choosing in the catalogue costs a reader: bytes, and the wait on a slow processor."""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page, Response

from .searching import browsed

SLOWER = 4
"""Times that the processor is slowed down."""
PAGES = ("catalogue", "practices", "pl/catalogue", "pl/practices")
WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
MEASURED = 40
"""Boxes that are ticked, spread over all facets."""
CHOOSE = """async (place) => {
    const box = document.querySelectorAll(".facets input")[place];
    if (box.disabled) return false;
    box.click();
    await new Promise((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(0);
    });
    document.querySelector(".catalogue .cards").getBoundingClientRect();
    return true;
}"""


@dataclass(frozen=True)
class ChoosingCost:
    """What the catalogue of one site costs."""

    bytes: int
    """Compressed, without fonts: the page, and the rows that it loads for the first choice."""
    milliseconds: float
    """From a tick to the list, laid out, with the processor slowed down: the median."""
    worst_milliseconds: float


def choosing_cost(site: Path) -> ChoosingCost:
    """Open the pages to choose on, and choose; the heaviest page and the slowest choice count."""
    weights: list[int] = []
    waits: list[float] = []
    with browsed(site) as (page, address):
        for path in PAGES:
            weights.append(_weight(page, f"{address}/{path}/"))
            waits += _waits(page)
    return ChoosingCost(max(weights), statistics.median(waits), max(waits))


def _waits(page: Page) -> Iterator[float]:
    """Milliseconds that the page works on each choice; by the clock others' work would count."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    boxes = page.locator(".facets input").count()
    for place in range(0, boxes, max(1, boxes // MEASURED)):
        for _ in ("ticked", "taken back"):
            before = _worked(session)
            if page.evaluate(CHOOSE, place):
                yield (_worked(session) - before) * 1000
    session.detach()


def _worked(session: CDPSession) -> float:
    """Processor seconds that scripts, styles and layout have taken so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return sum(float(one["value"]) for one in metrics if one["name"] in WORK)


def _weight(page: Page, address: str) -> int:
    """Bytes of the page and of the rows that it loads for the first choice.

    Cards that the page does not have come apart, where one is shown. They are loaded here too, so
    that no choice waits for them.
    """
    arrived: list[Response] = []

    def keep(one: Response) -> None:
        arrived.append(one)

    page.on("response", keep)
    page.goto(address, wait_until="networkidle")
    box = page.locator(".facets input").first
    box.click()
    page.locator(".catalogue__chosen button").wait_for()
    page.remove_listener("response", keep)
    page.locator(".catalogue__tools input").fill("a")
    page.wait_for_url("**words=a")
    page.wait_for_load_state("networkidle")
    page.locator(".catalogue__tools input").fill("")
    box.click()
    page.wait_for_url(address)
    apart = (".woff2", "-cards.json")
    sent = [one for one in arrived if not one.url.endswith(apart)]
    return sum(int(one.headers["content-length"]) for one in sent)
