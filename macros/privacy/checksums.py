"""Checksums and numbering plans: whether digits are what they look like.

The rules name them; the libraries are loaded when the first text has something to check.
"""

import re
from collections.abc import Callable, Mapping

REGIONS = ("CZ", "PL")
_WEIGHTS_OF_ID_CARD = (7, 3, 1, 9, 7, 3, 1, 7, 3)


def agrees(check: str, text: str) -> bool:
    """Whether ``text`` passes the check of that name."""
    return CHECKS[check](text)


def _birth_number(text: str) -> bool:
    from stdnum.cz import rc

    return bool(rc.is_valid(_without_spaces(text)))


def _pesel(text: str) -> bool:
    from stdnum.pl import pesel

    return bool(pesel.is_valid(text))


def _iban(text: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid(_without_spaces(text)))


def _polish_account(text: str) -> bool:
    """A Polish account is an IBAN without its country."""
    return _iban("PL" + text)


def _czech_account(text: str) -> bool:
    from stdnum.cz import bankaccount

    return bool(bankaccount.is_valid(text))


def _polish_id_card(text: str) -> bool:
    signs = _without_spaces(text)
    values = [int(sign, 36) for sign in signs]
    return sum(map(int.__mul__, values, _WEIGHTS_OF_ID_CARD)) % 10 == 0


def _phone(text: str) -> bool:
    """A number that one of the two countries has given out; a word may stand before it."""
    import phonenumbers

    number = re.sub(r"^[^0-9+(]*", "", text)
    for region in REGIONS:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(number, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def _without_spaces(text: str) -> str:
    return "".join(text.split())


CHECKS: Mapping[str, Callable[[str], bool]] = {
    "birth_number": _birth_number,
    "czech_account": _czech_account,
    "iban": _iban,
    "pesel": _pesel,
    "phone": _phone,
    "polish_account": _polish_account,
    "polish_id_card": _polish_id_card,
}
"""Name in data/privacy/rules.yml -> the check."""
