"""What reading alone costs, without words to show: one plain practice many times over.

Measured is all that reading does: listing, opening and checking the files, YAML,
validation, references and links.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from macros.reading.entries import read_data
from tests.reading.handbook_case import BASE

from .measuring import PROJECT, Failed, environment

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


def seconds_to_read(count: int, folder: Path) -> float:
    """Processor time for so many practices, measured in a process of its own. Raises Failed."""
    command = [sys.executable, "-m", "tests.bench.reading", str(count), str(folder / "read")]
    done = subprocess.run(
        command, cwd=PROJECT, env=environment(), capture_output=True, text=True, check=False
    )
    shutil.rmtree(folder / "read", ignore_errors=True)
    if done.returncode:
        raise Failed(done.stderr[-2000:])
    return float(done.stdout)


def measured(count: int, folder: Path) -> float:
    """Write the practices, read them, and say what that took."""
    shutil.copytree(BASE, folder)
    for number in range(count):
        path = folder / "data" / "practices" / f"dum-{number}.yml"
        path.write_text(PRACTICE.replace("NUMBER", str(number)), "utf-8")
    started = time.process_time()
    data = read_data(folder / "data", ("cs", "pl"), project_root=folder)
    seconds = time.process_time() - started
    assert not data.problems, data.problems[:3]
    assert len(data.records) >= count
    return seconds


if __name__ == "__main__":
    print(measured(int(sys.argv[1]), Path(sys.argv[2])))
