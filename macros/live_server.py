"""Between the generator's server and the site that is being edited.

What the server is, is known to the site generator's own files; here it is asked for five things.
"""

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from .handbook import Handbook
from .live import Live, NeedsAll
from .model.phrases import UnknownPhrase
from .progress import Progress
from .search_files import FOLDER as SEARCH_FOLDER
from .search_files import add_search
from .terminal import terminal_language

REST = 2.0
"""Seconds after the last edit of an entry before lists and prose follow, so that whoever goes on
editing need not wait for them.
"""
BODY_END = b"</body>"

Build = Callable[[Handbook, Live, str, bool, frozenset[str] | None], str | None]
"""Builds the site into a folder, with the pages of entries or without, or only some chapters; what
it gives is why it could not, "" where it could, None where a newer edit waits.
"""


class Server(Protocol):
    """A server that shows a folder and tells its readers' browsers when to load a page again."""

    root: Any
    builder: Any
    error_handler: Any
    """Any: these three are declared in its own terms."""

    def set_app(self, app: Any, /) -> None: ...

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]: ...

    def watch(self, path: str, /) -> None: ...


class LiveServer:
    """Takes the place of the server's own way of building and showing."""

    def __init__(self, server: Server, live: Live, build: Build) -> None:
        self._server, self._live, self._build = server, live, build
        self._folder = tempfile.TemporaryDirectory(prefix="handbook-")
        self._signals = tempfile.TemporaryDirectory(prefix="handbook-")
        self._timer = threading.Timer(REST, self._go_on)
        self._due = False
        """Whether lists and prose are to follow now."""

    def begin(self) -> None:
        """Take over from the generator's own way of building and showing.

        What can be searched is what the site said when the server was started.
        """
        if self._live.handbook is not None:
            add_search(self._live.handbook, Path(self._server.root), Progress())
        self._server.builder = self._rebuilt
        self._server.set_app(self._answered)
        self._server.error_handler = self._error_page
        self._server.watch(self._signals.name)

    def _rebuilt(self, *_: object) -> None:
        began, live = time.monotonic(), self._live
        self._timer.cancel()
        handbook = live.read()
        if handbook is None:
            print(live.report(terminal_language()), file=sys.stderr)
            return
        due, self._due = self._due or live.prose_changed or bool(live.failure), False
        try:
            if live.needs_all(handbook):
                raise NeedsAll
            written = live.update(handbook, Path(self._server.root))
            print(f"Pages written anew: {written}, {time.monotonic() - began:.2f} s", flush=True)
        except (NeedsAll, UnknownPhrase):
            self._build_all(handbook)
            return
        if due:
            self._follow(handbook, None if live.unfinished else live.edited_chapters())
        if live.unfinished:
            self._rest()

    def _rest(self) -> None:
        """Let lists and prose follow when the reader has seen the page, and edits no more."""
        self._timer.cancel()
        self._timer = threading.Timer(REST, self._go_on)
        self._timer.daemon = True
        self._timer.start()

    def _go_on(self) -> None:
        self._due = True
        Path(self._signals.name, "go-on").write_text(str(time.monotonic()), "utf-8")

    def _follow(self, handbook: Handbook, chapters: frozenset[str] | None) -> None:
        """Lists and prose, or only some chapters, built aside and put beside the other pages."""
        with tempfile.TemporaryDirectory(prefix="handbook-") as aside:
            failure = self._build(handbook, self._live, aside, False, chapters)
            if failure is None:
                self._live.unfinished = True
                return
            if failure:
                self._fail(failure)
                return
            for folder, _, names in os.walk(aside):
                place = Path(self._server.root, Path(folder).relative_to(aside))
                place.mkdir(exist_ok=True)
                for name in names:
                    shutil.move(Path(folder, name), place / name)

    def _fail(self, failure: str) -> None:
        self._live.failure = failure
        print(failure, file=sys.stderr)

    def _build_all(self, handbook: Handbook) -> None:
        """Build aside, so that a build that fails leaves the last good site."""
        aside = tempfile.TemporaryDirectory(prefix="handbook-")
        live = Live(self._live.options, self._live.memory)
        failure = self._build(handbook, live, aside.name, True, None)
        if failure:
            self._fail(failure)
            aside.cleanup()
            return
        searched = Path(self._server.root, SEARCH_FOLDER)
        if searched.is_dir():
            shutil.copytree(searched, Path(aside.name, SEARCH_FOLDER))
        former, self._folder = self._folder, aside
        self._live, self._server.root = live, aside.name
        former.cleanup()

    def _answered(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What the server answers, with a word about what is wrong. Any: WSGI's own types."""
        banner = self._live.banner(environ.get("PATH_INFO", ""))
        if not banner:
            return self._server.serve_request(environ, start_response)
        told: list[Any] = []
        body = b"".join(self._server.serve_request(environ, lambda *args: told.append(args)))
        status, headers = told[0][0], dict(told[0][1])
        if headers.get("Content-Type", "").startswith("text/html"):
            whole, end, rest = body.rpartition(BODY_END)
            body = whole + banner.encode("utf-8") + end + rest
            headers["Content-Length"] = str(len(body))
        start_response(status, list(headers.items()))
        return [body]

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self._server.root, f"{code}.html")
        return page.read_bytes() if page.is_file() else None
