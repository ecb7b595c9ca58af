"""What a build can be told from outside: environment variables, which `make` passes on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from .repository import Repository

SETTINGS = "mkdocs.yml"
"""The site generator's settings, in the project's folder."""


class WrongSetting(ValueError):
    """An environment variable has a value that means nothing; the message names both."""


LAST_PORT = 65_535
LAST_SECOND = 253_402_300_799
"""The end of the year 9999, which calendars can still tell."""


@dataclass(frozen=True, slots=True)
class Options:
    """The overrides of one run."""

    project: Path
    data: Path
    """``DATA``: replaces data/ whole."""
    site: Path
    """``SITE``: where the site is published."""
    cache: Path
    """``CACHE``: what an earlier run has made and this one may use."""
    pages_only: bool
    """``PARTS=pages``: leaves out search and everything printed."""
    site_url: str
    """``SITE_URL``: the site's address; "" where it has none yet."""
    repo_url: str
    """``REPO_URL``: the repository's address; "" where it has none yet."""
    epoch: int | None
    """``SOURCE_DATE_EPOCH``: seconds since 1970 of the build's day; None: not given."""
    port: int = 8000
    """``PORT``: where `serve` shows the site on this machine."""

    @property
    def site_root(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        path = urlsplit(self.site_url).path.strip("/")
        return f"/{path}/" if path else "/"

    def edit_address(self, path: str | None) -> str | None:
        """Where a file of the project is edited; None without a repository or a file."""
        edit = Repository(self.repo_url).edit
        if edit is None or path is None:
            return None
        if path.startswith("data/") and not self.data.is_relative_to(self.project):
            return None  # data from elsewhere lie in another repository, or in none
        return edit + path


def options(project: Path, environment: Mapping[str, str] = os.environ) -> Options:
    """The options of this run; paths are taken from the working directory.

    Raises WrongSetting for values that mean nothing, rather than building something else.
    """
    data = Path(environment.get("DATA") or project / "data").absolute()
    site = Path(environment.get("SITE") or project / "site").absolute()
    cache = Path(environment.get("CACHE") or project / ".cache").absolute()
    for source in (data, project / "docs", project / "macros", project / "overrides"):
        for name, written in (("SITE", site), ("CACHE", cache)):
            if written.is_relative_to(source):
                raise WrongSetting(f"{name}={written}: lies in {source}, which the site needs")
    if site.is_relative_to(cache) or cache.is_relative_to(site):
        raise WrongSetting(f"CACHE={cache}: the site and the cache need folders of their own")
    parts = environment.get("PARTS", "")
    if parts not in ("", "pages"):
        raise WrongSetting(f"PARTS={parts}: only PARTS=pages is known")
    return Options(
        project=project,
        data=data,
        site=site,
        cache=cache,
        pages_only=parts == "pages",
        site_url=environment.get("SITE_URL", ""),
        repo_url=environment.get("REPO_URL", "").rstrip("/"),
        epoch=_epoch(environment.get("SOURCE_DATE_EPOCH", "")),
        port=_port(environment.get("PORT") or "8000"),
    )


def _epoch(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or int(text) > LAST_SECOND:
        raise WrongSetting(f"SOURCE_DATE_EPOCH={text}: seconds since 1970, as a whole number")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise WrongSetting(f"PORT={text}: a whole number up to {LAST_PORT}")
    return int(text)


def project_folder() -> Path:
    """The folder that holds mkdocs.yml, data/ and docs/: the parent of this package."""
    return Path(__file__).resolve().parent.parent
