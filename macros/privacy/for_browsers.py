"""The same rules as data for the form on the site: what libraries know here, written out."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.model.privacy import FirstNames, PrivacyRules

from .checksums import REGIONS

_ABROAD = ("SK", "DE")
"""Neighbours whose numbers the rules notice where their country's code stands before them."""
_SORTS = (
    "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip",
    "pager", "uan", "voicemail",
)  # fmt: skip


def rules_for_browsers(rules: PrivacyRules, names: FirstNames, folder: str) -> Mapping[str, object]:
    """Everything that overrides/assets/scripts/form/privacy.js asks for; ``folder`` of data."""
    told = [one.model_dump(exclude_defaults=True) for one in rules.rules]
    asked = [one for one in told if folder not in one.get("except_in", ())]
    return {
        "rules": asked,
        "parts": dict(rules.parts),
        "hints": dict(rules.hints),
        "groups": [group.model_dump() for group in names.groups],
        "numbering": {"plans": _plans(), "ibans": _accounts(), "banks": _banks()},
    }


def _plans() -> Sequence[Mapping[str, object]]:
    from phonenumbers import PhoneMetadata

    plans = []
    for region in (*REGIONS, *_ABROAD):
        # Any: the library's own class declares no types.
        known: Any = PhoneMetadata.metadata_for_region(region)
        sorts = [getattr(known, sort) for sort in _SORTS]
        patterns = [one.national_number_pattern for one in sorts if one is not None]
        plans.append(
            {
                "code": str(known.country_code),
                "at_home": region in REGIONS,
                "patterns": [one for one in patterns if one],
            }
        )
    return plans


def _accounts() -> Mapping[str, str]:
    """Country -> how the rest of its account numbers is built: 4!n16!n."""
    return {country: facts["bban"] for country, facts in _table("iban") if "bban" in facts}


def _banks() -> Sequence[str]:
    return [code for code, facts in _table("cz/banks") if "bank" in facts]


def _table(name: str) -> list[tuple[str, Mapping[str, str]]]:
    from stdnum import numdb

    # Any: the library's own tables declare no types.
    table: Any = numdb.get(name)
    return [(entry[1], entry[3]) for entry in table.prefixes]
