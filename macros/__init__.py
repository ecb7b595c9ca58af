"""The handbook generator; for authors of prose: the macros' door."""

from typing import Any


def define_env(env: Any) -> None:
    """Offer the macros to pages of prose.

    ``env`` is the macros plugin; it has no published type.
    """
    for name, macro in env.conf.handbook.authoring.macros().items():
        env.macro(macro, name)
