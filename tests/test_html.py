"""Every page is valid HTML: the W3C's checker finds no error."""

import json
import subprocess
from pathlib import Path

from tests.conftest import LONG, PROJECT

CHECKER = PROJECT / "node_modules/vnu-jar/build/dist/vnu.jar"
OPTIONS = ("--skip-non-html", "--errors-only", "--format", "json")


def test_every_page_is_valid_html(site: Path) -> None:
    assert CHECKER.is_file(), "this test needs vnu; get it with: sh setup/npm_packages.sh"
    done = subprocess.run(
        ["java", "-jar", str(CHECKER), *OPTIONS, str(site.resolve())],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG,
    )
    told = json.loads(done.stderr)["messages"]
    found = sorted({f"{one['message']} {one['url'].rpartition('/site/')[2]}" for one in told})
    assert found[:20] == []
