"""What pages may load and do: said in every page, by header files, and by a real nginx."""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.assets.policy import headers, policy
from tests.conftest import LONG

SHOW = Callable[[Path], str]
META = f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
SCRIPT = re.compile(r"<script\b([^>]*)>")
FORBIDDEN = re.compile(r'<[^>]+\s(style|on[a-z]+)="')
NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")


def test_every_page_says_it_before_anything_is_loaded(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 900
    for path in pages:
        text = path.read_text("utf-8")
        place = text.find(META)
        assert 0 < place < min(text.index("<link"), text.index("<script")), path
    assert "unsafe-inline" not in META
    assert "unsafe-eval" not in META.replace("'wasm-unsafe-eval'", "")


def test_no_page_holds_what_it_forbids(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        for attributes in SCRIPT.findall(text):
            assert "src=" in attributes or 'type="application/' in attributes, path
        assert not FORBIDDEN.search(text), path
        assert "<style" not in text, path


def test_a_script_in_a_page_does_not_run(site: Path, served: SHOW, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(served(site) + "/status/")
    ran = page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          return window.ran ?? false;
        }"""
    )
    page.close()
    assert ran is False


def test_the_header_file_says_the_same_and_more(site: Path) -> None:
    lines = (site / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    for name, value in headers().items():
        assert f"  {name}: {value}" in lines
    assert headers()["Content-Security-Policy"].startswith(policy())
    assert "frame-ancestors 'none'" in headers()["Content-Security-Policy"]


@pytest.fixture
def nginx(site: Path, tmp_path: Path) -> Iterator[str]:
    """The site behind nginx with the snippet that was built beside it."""
    assert NGINX, "this test needs nginx; `sh tests/system_packages.sh` says how to get it"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    paths = "".join(
        f"{name}_temp_path {tmp_path}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    settings = tmp_path / "nginx.conf"
    settings.write_text(
        f"""
        {"user root;" if os.geteuid() == 0 else ""}
        pid {tmp_path}/pid; error_log {tmp_path}/errors; daemon off; worker_processes 1;
        events {{}}
        http {{
          include /etc/nginx/mime.types; access_log off; {paths}
          server {{
            listen 127.0.0.1:{port}; root {site.resolve()}; error_page 404 /404.html;
            include {site.resolve()}/nginx-headers.conf;
          }}
        }}
        """,
        "utf-8",
    )
    command = [NGINX, "-p", str(tmp_path), "-c", str(settings)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    end = time.monotonic() + LONG
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            assert time.monotonic() < end, (tmp_path / "errors").read_text("utf-8")
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(timeout=LONG)


def test_nginx_takes_the_snippet_as_it_is(nginx: str, site: Path, browser: Browser) -> None:
    style = next((site / "assets/styles").glob("handbook-*.css"))
    font = next((site / "assets/fonts").glob("*.woff2"))
    for path in ("/", "/pl/practices/", f"/assets/styles/{style.name}"):
        with urllib.request.urlopen(nginx + path) as answer:
            for name, value in headers().items():
                assert answer.headers[name] == value, path
    asked = urllib.request.Request(
        f"{nginx}/assets/styles/{style.name}", headers={"Accept-Encoding": "gzip"}
    )
    with urllib.request.urlopen(asked) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Cache-Control"] == "max-age=31536000"
        assert answer.read() == style.with_name(style.name + ".gz").read_bytes()
    with urllib.request.urlopen(f"{nginx}/assets/fonts/{font.name}") as answer:
        assert answer.headers["Content-Type"] == "font/woff2"
    for hidden in ("/_headers", "/nginx-headers.conf", "/nowhere/"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(nginx + hidden)
        assert refused.value.code == 404
        refused.value.close()
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    page.goto(f"{nginx}/practices/dum-23-bytu/", wait_until="networkidle")
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3\"')")
    page.close()
    assert said == []
