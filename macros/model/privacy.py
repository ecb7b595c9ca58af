"""Rules by which personal data are noticed, and reasoned exceptions to them: data, for two readers.

The build reads these tables with Python, the form on the site with JavaScript, and both have to
say the same. So patterns keep to what both languages write alike: no ``\\b``, ``\\d`` or ``\\w``
(they differ), no named groups, lookbehind of one width.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .values import Model

Severity = Literal["error", "warning", "question"]
RuleName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=40)]
Check = Literal[
    "birth_number", "czech_account", "iban", "pesel", "phone", "polish_account", "polish_id_card"
]
Pattern = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class PrivacyRule(Model):
    """One sort of personal data and how it is noticed."""

    name: RuleName
    """Name of the rule; its message is problem.personal_<name>."""
    severity: Severity
    """error: does not belong here; warning: look at it; question: only you can know."""
    pattern: Pattern
    """Regular expression; {letter} and other names in braces stand for the parts above."""
    any_case: bool = False
    """true: capitals and small letters are the same."""
    needs: tuple[str, ...] = ()
    """In small letters: one of these occurs wherever the rule applies; spares the slow look."""
    hint: RuleName | None = None
    """Name of a hint: it applies only where that finds something."""
    check: Check | None = None
    """A checksum or numbering plan that has to agree."""
    not_after: Pattern | None = None
    """What makes a match harmless, at the end of the 24 characters before it."""
    not_before: Pattern | None = None
    """What makes a match harmless, at the beginning of the 24 characters behind it."""
    first_name: bool = False
    """true: the first word of the match is one of first_names.yml."""
    except_in: tuple[str, ...] = ()
    """Folders of data in which such things are right, such as authors in sources."""


class PrivacyRules(Model):
    """All rules, in the order in which they are asked."""

    parts: Mapping[RuleName, str]
    """Name -> what it stands for in patterns."""
    hints: Mapping[RuleName, Pattern]
    """Name -> a cheap look, asked once a text for all rules that name it."""
    rules: Annotated[tuple[PrivacyRule, ...], Field(min_length=1)]
    """A place that an earlier rule has taken is not judged by a later one."""


class NameGroup(Model):
    """First names that are inflected alike."""

    endings: Annotated[tuple[str, ...], Field(min_length=1)]
    """What follows the stem in each case; "" where nothing does."""
    stems: Annotated[tuple[str, ...], Field(min_length=1)]
    """What all cases of a name have in common."""


class FirstNames(Model):
    """Common first names of Czechia and Poland, in all cases."""

    groups: Annotated[tuple[NameGroup, ...], Field(min_length=1)]
    """One group for each way of inflecting."""

    def forms(self) -> frozenset[str]:
        """Every case of every name."""
        return frozenset(
            stem + ending
            for group in self.groups
            for stem in group.stems
            for ending in group.endings
        )


class PrivacyException(Model):
    """One place where a rule is wrong, and why."""

    file: Annotated[str, StringConstraints(pattern=r"^(data|docs)/[^\s]+$", max_length=200)]
    """File in which it stands: data/practices/dum.yml."""
    rule: RuleName
    """Name of the rule that is wrong here."""
    text: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    """What stands there, exactly; it has to be nobody's data."""
    reason: Annotated[str, StringConstraints(min_length=10, max_length=400)]
    """Why this is nobody's data, or why it may stand here."""


class PrivacyExceptions(Model):
    """All exceptions, for every file."""

    exceptions: tuple[PrivacyException, ...] = ()
    """One for each place."""
