"""Where a repository takes in new files, edits and reports, without git."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST_ADDRESS = 8000
"""Bytes; GitHub refuses addresses from about 8,190 on."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of this edition; ``url`` is "" where there is none.

    A host that is named neither after GitHub nor after GitLab is taken for Gitea or Forgejo.
    """

    url: str = ""
    takes_data: bool = True
    """false: the data lie elsewhere than the repository."""

    @property
    def edit(self) -> str | None:
        """Beginning of the address at which a file is edited; its path follows."""
        if not self.url:
            return None
        ways = {"github": "edit", "gitlab": "-/edit"}
        return f"{self.url}/{ways.get(self._host, '_edit')}/main/"

    def as_data(self) -> Mapping[str, str | int | None]:
        """Beginnings of addresses, to which a script adds what somebody has written."""
        if not self.url or not self.takes_data:
            return {"longest": LONGEST_ADDRESS, "new": None, "edit": None, "issue": None}
        new, issue = {
            "github": ("new", "issues/new?title={title}&body={body}"),
            "gitlab": (None, "-/issues/new?issue[title]={title}&issue[description]={body}"),
        }.get(self._host, ("_new", "issues/new?title={title}&body={body}"))
        return {
            "longest": LONGEST_ADDRESS,
            "new": f"{self.url}/{new}/main?filename={{path}}&value={{text}}" if new else None,
            "edit": self.edit,
            "issue": f"{self.url}/{issue}",
        }

    @property
    def _host(self) -> str:
        host = urlsplit(self.url).hostname or ""
        return next((name for name in ("github", "gitlab") if name in host), "")
