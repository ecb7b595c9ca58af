"""How much processor time 10,000 practices cost: ``python -m tests.reading.bench_reading``.

Measured is all that reading does: listing, opening and checking the files, YAML,
validation, references and links. The aim is under five seconds on one core.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from macros.reading.entries import read_data

from .handbook_case import BASE

COUNT = 10_000
AIM = 5.0
PRACTICE = """\
source_language: cs
updated: 2026-03-01
title: {cs: "Lidé z domu NUMBER si zavedli schůze", pl: "Mieszkańcy wprowadzili zebrania"}
summary:
  cs: |-
    Lidé z domu se začali scházet. Dohodli se na úklidu a na tom, kdo bude mluvit s majitelem.
  pl: Mieszkańcy zaczęli się spotykać.
country: cz
place:
  label: {cs: Krnov, pl: Krnov}
  precision: town
period: {start: 2017-03, end: 2019, ongoing: false}
units: {floors: 5, flats: 23}
organisations: [spolek]
goals: [sousedstvi]
themes: [housing, cleaning]
participants:
  - who: {cs: "obyvatelé domu", pl: "mieszkańcy domu"}
    count: 40
situation:
  cs: |-
    Dům byl v roce 2017 ve špatném stavu. Lidé se neznali a báli se chodit po schodech večer.
    Nikdo se nestaral o odpadky a majitel domu neodpovídal na dopisy ani na telefon.
  pl: "Dom był w złym stanie. Ludzie się nie znali."
steps:
  - title: {cs: "První schůze", pl: "Pierwsze zebranie"}
    text: {cs: "Pracovnice obešla byty a pozvala lidi. Viz [cíl](entry:sousedstvi)."}
  - title: {cs: "Pravidla"}
    text: {cs: "Lidé sepsali pravidla úklidu a vybrali dva zástupce."}
results: {cs: "Schůze se konají každý měsíc a vede je nájemník.", pl: "Zebrania odbywają się."}
evidence: self_reported
limits: null
sources: [zdroj]
consent:
  basis: published_source
  scope: [text]
  anonymised: true
"""


def main() -> int:
    """Prints the figure; returns 1 when the aim is missed."""
    folder = Path(tempfile.mkdtemp())
    try:
        return measure(folder / "book")
    finally:
        shutil.rmtree(folder)


def measure(folder: Path) -> int:
    shutil.copytree(BASE, folder)
    for number in range(COUNT):
        path = folder / "data" / "practices" / f"dum-{number}.yml"
        path.write_text(PRACTICE.replace("NUMBER", str(number)), "utf-8")
    started = time.process_time()
    data = read_data(folder / "data", ("cs", "pl"), project_root=folder)
    seconds = time.process_time() - started
    assert not data.problems, data.problems[:3]
    assert len(data.records) >= COUNT
    size = len(PRACTICE.encode())
    print(f"{COUNT} practices of {size} bytes: {seconds:.2f} s of CPU (aim: {AIM} s)")
    return 0 if seconds < AIM else 1


if __name__ == "__main__":
    sys.exit(main())
