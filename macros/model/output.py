"""A file that is made from an entry, beside its page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """One file: what it is for, and where it is."""

    format: str
    """pdf, docx, epub or zip."""
    edition: str
    """print, large, fill or bilingual."""
    languages: tuple[str, ...]
    url: str
    """From the site's root, with a leading slash."""
    bytes: int

    @property
    def lang(self) -> str:
        """cs, or cs-pl where two languages stand side by side."""
        return "-".join(self.languages)
