"""What stands in the head of a page of prose."""

from typing import Annotated

from pydantic import Field

from .values import Model, Name


class Chapter(Model):
    """Front matter of a page in docs/<language>/."""

    title: Name
    """Title of the page."""
    description: Annotated[str, Field(min_length=20, max_length=300)]
    """The page in one sentence, for search engines and cards."""
    render_macros: bool = False
    """true: the page uses macros."""
    hide: tuple[str, ...] = ()
    """Parts of the page not to be shown: navigation, toc."""
    sourced: bool = True
    """true: every claim carries its source note; false: the page speaks of the handbook itself."""
    source_language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = None
    """The language in which the page was first written; null: the site's default."""
