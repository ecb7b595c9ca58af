"""Dashes, ellipses and per cent signs: signs people type in the nearest way their keyboard has."""

import re

NO_BREAK_SPACE = "\u00a0"
EN_DASH = "–"
ELLIPSIS = "…"
SPACES = f" {NO_BREAK_SPACE}"

_ADDRESS_END = r'\s<>"„“”‚‘’«»'
# Addresses and mailboxes are the only text whose signs carry meaning for machines.
_ADDRESS = rf"(?P<address>(?:https?://|www\.)[^{_ADDRESS_END}]+|[\w.+-]{{1,64}}@[\w.-]+)"
_ELLIPSIS = r"(?<!\.)\.\.\.(?!\.)"
_SPACE_BEFORE_PERCENT = rf"(?<=\d)[{SPACES}]+%"
_NUMBER = r"\d{1,4}(?:[.,:]\d{1,2})?"
_RANGE = (
    rf"(?<![\w/\-–.,:+])(?<!\d[{SPACES}])(?P<start>{_NUMBER})(?P<dot>\.?)-(?P<end>{_NUMBER})"
    rf"(?![\w/\-–]|[,.:]\w|[{SPACES}]\d{{3}}(?!\d))"
)
_SPACED_HYPHEN = rf"(?P<hyphen>(?<=[{SPACES}])-(?=[{SPACES}]))"

_SHORTENED = re.compile(rf"{_ADDRESS}|{_ELLIPSIS}")
_SHORTENED_WITH_PERCENT = re.compile(rf"{_ADDRESS}|{_ELLIPSIS}|{_SPACE_BEFORE_PERCENT}")
_MAY_BE_DASHED = re.compile(rf"-[\d{SPACES}]")
_DASHED = re.compile(rf"{_ADDRESS}|{_SPACED_HYPHEN}|{_RANGE}")


def with_short_signs(text: str, *, space_before_percent: bool) -> str:
    """Return `text` with three dots as an ellipsis and, where the language joins it, `64%`.

    A missing space before a per cent sign is never added: Czech `50%` means "fifty-per-cent",
    as in a half-time post, and only the author knows which was meant.
    """
    if "%" in text and not space_before_percent:
        return _SHORTENED_WITH_PERCENT.sub(_short_sign, text)
    return _SHORTENED.sub(_short_sign, text) if "..." in text else text


def _short_sign(found: re.Match[str]) -> str:
    if found["address"]:
        return found[0]
    return ELLIPSIS if found[0] == "..." else "%"


def with_dashes(text: str) -> str:
    """Return `text`, as long as before, with spaced hyphens and number ranges as en dashes."""
    return _DASHED.sub(_dash, text) if _MAY_BE_DASHED.search(text) else text


def _dash(found: re.Match[str]) -> str:
    if found["address"]:
        return found[0]
    if found["hyphen"]:
        return EN_DASH
    return found[0].replace("-", EN_DASH) if _is_range(found) else found[0]


def _is_range(found: re.Match[str]) -> bool:
    """Tell `2019-2022` and `9.00-11.00` from telephone, book, post and year-and-month numbers."""
    start, end = found["start"], found["end"]
    if ":" in start or ":" in end:
        return True
    if start.isdigit() and end.isdigit():
        if start[0] == "0" or end[0] == "0" or (len(start) == 4) != (len(end) == 4):
            return False
        if len(start) == 4:
            return 1500 <= int(start) < int(end) < 2200
        if len(start) == 2 and len(end) == 3 and _names_a_town(found):
            return False
    return float(start.replace(",", ".")) < float(end.replace(",", "."))


def _names_a_town(found: re.Match[str]) -> bool:
    """Tell whether a capital follows, as in the Polish postcode `45-085 Opole`."""
    return found.string[found.end() + 1 : found.end() + 2].isupper()
