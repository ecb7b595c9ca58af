"""What a build can be told from outside: environment variables, which `make` passes on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Options:
    """The overrides of one run."""

    project: Path
    data: Path
    """``DATA``: replaces data/ whole."""
    site: Path
    """``SITE``: where the site is published."""
    pages_only: bool
    """``PARTS=pages``: leaves out search and everything printed."""
    site_url: str
    """``SITE_URL``: the site's address; "" where it has none yet."""
    repo_url: str
    """``REPO_URL``: the repository's address; "" where it has none yet."""

    @property
    def site_root(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        path = urlsplit(self.site_url).path.strip("/")
        return f"/{path}/" if path else "/"

    def edit_address(self, path: str | None) -> str | None:
        """Where a file of the project is edited; None without a repository or a file."""
        if not self.repo_url or path is None:
            return None
        host = urlsplit(self.repo_url).hostname or ""
        way = "-/edit" if "gitlab" in host else "edit"
        return f"{self.repo_url}/{way}/main/{path}"


def options(project: Path, environment: Mapping[str, str] = os.environ) -> Options:
    """The options of this run; paths are taken from the working directory."""
    return Options(
        project=project,
        data=Path(environment.get("DATA") or project / "data").absolute(),
        site=Path(environment.get("SITE") or project / "site").absolute(),
        pages_only=environment.get("PARTS") == "pages",
        site_url=environment.get("SITE_URL", ""),
        repo_url=environment.get("REPO_URL", "").rstrip("/"),
    )


def project_folder() -> Path:
    """The folder that holds mkdocs.yml, data/ and docs/: the parent of this package."""
    return Path(__file__).resolve().parent.parent
