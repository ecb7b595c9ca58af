"""The real rules of every language, as the reading room will hand them over."""

from pathlib import Path
from typing import Any

import yaml

from macros.language.locale import Locale
from macros.language.rules import LanguageRules

FOLDER = Path(__file__).parents[2] / "data" / "language"
CASES = Path(__file__).parent / "cases"
ADDRESSES = {"practice/dum-23-bytu#steps": "/practices/dum-23-bytu/#steps"}


def frozen(value: Any) -> Any:  # whatever YAML holds
    if isinstance(value, list):
        return tuple(frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return value


def rules_of(code: str) -> LanguageRules:
    text = (FOLDER / f"{code}.yml").read_text("utf-8")
    return LanguageRules.model_validate(frozen(yaml.safe_load(text)))


def cases(name: str) -> list[dict[str, Any]]:
    loaded = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    assert isinstance(loaded, list)
    return loaded


def shown(text: str) -> str:
    """Show no-break spaces as the cases write them."""
    return text.replace("\u00a0", "~")


def resolve(target: str) -> str | None:
    return ADDRESSES.get(target)


LOCALES = {code: Locale(rules_of(code)) for code in ("cs", "pl", "en")}
