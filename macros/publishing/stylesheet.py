"""The addresses that a style sheet loads."""

import re
from collections.abc import Iterator

# Comments and strings stand in the pattern so that an address quoted in one is passed over.
_PART = re.compile(
    r"""
      /\* .*? (?: \*/ | \Z )
    | @import \s+ (?: "(?P<import_double>[^"\n]*)" | '(?P<import_single>[^'\n]*)' )
    | url\( \s* (?: "(?P<double>[^"\n]*)" | '(?P<single>[^'\n]*)' | (?P<bare>[^\s"'()]*) ) \s* \)
    | "(?:[^"\\\n]|\\.)*"
    | '(?:[^'\\\n]|\\.)*'
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def addresses_in(style: str) -> Iterator[str]:
    """Everything named in `url()` and `@import`, in the order in which it stands."""
    for part in _PART.finditer(style):
        if part.lastgroup is not None:
            yield part[part.lastgroup]
