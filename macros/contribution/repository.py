"""Where a repository takes in new files, edits and reports, without git."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST_ADDRESS = 8000
"""Bytes; GitHub refuses addresses from about 8,190 on."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository of this edition; ``url`` is "" where there is none."""

    url: str = ""
    takes_data: bool = True
    """false: the data lie elsewhere than the repository."""

    def as_data(self) -> Mapping[str, str | int | None]:
        """Beginnings of addresses, to which a script adds what somebody has written."""
        host = urlsplit(self.url).hostname or ""
        if not self.url or not self.takes_data:
            return {"longest": LONGEST_ADDRESS, "new": None, "edit": None, "issue": None}
        if "gitlab" in host:
            return {
                "longest": LONGEST_ADDRESS,
                "new": None,
                "edit": f"{self.url}/-/edit/main/",
                "issue": f"{self.url}/-/issues/new?issue[title]={{title}}"
                "&issue[description]={body}",
            }
        new = "new" if host == "github.com" else "_new"
        return {
            "longest": LONGEST_ADDRESS,
            "new": f"{self.url}/{new}/main?filename={{path}}&value={{text}}",
            "edit": f"{self.url}/{'edit' if host == 'github.com' else '_edit'}/main/",
            "issue": f"{self.url}/issues/new?title={{title}}&body={{body}}",
        }
