"""The pages of a built site, written down ready-made for other site generators."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*?)</article>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_CONTENTS = re.compile(r'<nav class="contents".*?</nav>', re.DOTALL)


@dataclass(frozen=True)
class Page:
    """One finished page."""

    address: str
    """Below the site's root, without slashes at its ends; empty for the home page."""
    html: str

    @property
    def article(self) -> str:
        found = _ARTICLE.search(self.html)
        return found[2].strip() if found else ""

    @property
    def title(self) -> str:
        found = _TITLE.search(self.html)
        return html.unescape(found[1]) if found else self.address

    @property
    def description(self) -> str:
        found = _DESCRIPTION.search(self.html)
        return html.unescape(found[1]) if found else ""

    @property
    def contents(self) -> str:
        """The list of its sections in the sidebar."""
        found = _CONTENTS.search(self.html)
        return found[0] if found else ""

    @property
    def path(self) -> str:
        """The address without its language."""
        language, _, path = self.address.partition("/")
        return path if len(language) == 2 else self.address

    @property
    def shell(self) -> str:
        """Which frame it stands in: its language and part of the site."""
        language = self.address.removesuffix(self.path).strip("/")
        part, _, below = self.path.partition("/")
        return f"{language or 'first'}-{part if below else 'top'}"


def pages_of(site: Path) -> Iterator[Page]:
    """Every page with an article, one at a time; the home page and forwarding ones are left out."""
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        page = Page(address, path.read_text("utf-8"))
        if address != "." and page.article:
            yield page


def write_markdown(site: Path, docs: Path) -> int:
    """The pages as Markdown files that hold ready HTML, for the MkDocs family; their number."""
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Start\n", "utf-8")
    count = 0
    for page in pages_of(site):
        path = docs / page.address / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"title: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}"
        path.write_text(f"---\n{head}\n---\n\n<div>\n{page.article}\n</div>\n", "utf-8")
        count += 1
    return count


def write_hugo(site: Path, folder: Path) -> int:
    """The pages as content for Hugo, and their frames as its templates; the number of pages."""
    layouts, content = folder / "layouts" / "_default", folder / "content"
    layouts.mkdir(parents=True)
    count = 0
    for page in pages_of(site):
        layout = layouts / f"{page.shell}.html"
        if not layout.exists():
            layout.write_text(_template(page), "utf-8")
        path = content / f"{page.address}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = {
            "title": page.title,
            "description": page.description,
            "layout": page.shell,
            "path": page.path,
            "contents": page.contents,
        }
        path.write_text(f"{json.dumps(head)}\n\n{page.article}\n", "utf-8")
        count += 1
    return count


def _template(page: Page) -> str:
    """The page's frame, with places for what differs from page to page."""
    text = page.html.replace("{{", '{{ "{{" }}')
    text = _ARTICLE.sub(lambda found: f"{found[1]}{{{{ .Content }}}}</article>", text)
    text = _CONTENTS.sub("{{ .Params.contents | safeHTML }}", text)
    text = _TITLE.sub("<title>{{ .Title }}</title>", text)
    text = _DESCRIPTION.sub('<meta name="description" content="{{ .Description }}">', text)
    return text.replace(f"{page.path}/", "{{ .Params.path }}/") if page.path else text
