"""What one made-up entry says: the same story in every language, as long as it is to be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from .sample_text import NoSampleText, Part, SampleText, Word

Texts = dict[str, str]
"""Language -> wording."""

SMALL = range(5, 21)
LARGE = (25, 26, 28, 30, 35, 37, 40, 45, 48, 50, 56, 60, 67, 70, 80, 90, 120, 160, 240)
"""Numbers after which Czech and Polish count in the genitive, so that every sentence is right."""
YEARS = range(2008, 2026)


@dataclass(frozen=True, slots=True)
class Wording:
    """One entry's words, drawn once, and the dice for everything else about it."""

    samples: SampleText
    dice: Random
    cast: Mapping[str, Word]
    """Name of a slot -> the word that stands there throughout the entry."""

    @property
    def place(self) -> Mapping[str, str]:
        """The forms of the place where it all happened, in its first language."""
        return self.cast["place"].forms[self.samples.languages[0]]

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def some(self, values: Sequence[str], fewest: int, most: int) -> list[str]:
        """A few different ``values``, in their own order."""
        count = min(self.dice.randint(fewest, most), len(values))
        return [values[index] for index in sorted(self.dice.sample(range(len(values)), count))]

    def phrase(self, pool: str, **given: Texts) -> Texts:
        """One sentence of ``pool`` as it stands there, its slots filled."""
        return self._filled(self.dice.choice(self.samples.about(pool)), given)

    def sentence(self, pool: str, **given: Texts) -> Texts:
        """One sentence of ``pool`` that begins with a capital."""
        return _begun(self.phrase(pool, **given))

    def phrases(self, pool: str, fewest: int, most: int) -> list[Texts]:
        """A few different phrases of ``pool``."""
        known = self.samples.about(pool)
        count = min(self.dice.randint(fewest, most), len(known))
        return [self._filled(one, {}) for one in self.dice.sample(known, count)]

    def prose(self, pool: str, fewest: int, most: int) -> Texts:
        """Sentences of ``pool``, as one text."""
        return self.joined(self.phrases(pool, fewest, most))

    def joined(self, phrases: Sequence[Texts]) -> Texts:
        """Sentences in paragraphs of four, sometimes with a list after the first."""
        said = [_begun(one) for one in phrases]
        listed = self.chance(0.12) and len(said) > 1
        items = self.phrases("list_item", 2, 5) if listed else []
        intro = self.sentence("list_intro") if listed else {}
        prose = {}
        for language in self.samples.languages:
            texts = [one[language] for one in said]
            blocks = [" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4)]
            if listed:
                blocks[1:1] = [
                    intro[language],
                    "\n".join(f"- {one[language]}" for one in items),
                ]
            prose[language] = "\n\n".join(blocks)
        return prose

    def _filled(
        self, sentence: Mapping[str, tuple[Part, ...]], given: Mapping[str, Texts]
    ) -> Texts:
        numbers = {
            "small": str(self.dice.choice(SMALL)),
            "large": str(self.dice.choice(LARGE)),
            "year": str(self.dice.choice(YEARS)),
        }
        return {
            language: "".join(
                text + (self._word(language, name, form, numbers, given) if name else "")
                for text, name, form in sentence[language]
            )
            for language in self.samples.languages
        }

    def _word(
        self,
        language: str,
        name: str,
        form: str,
        numbers: Mapping[str, str],
        given: Mapping[str, Texts],
    ) -> str:
        if not form and name in numbers:
            return numbers[name]
        if name in given:
            return given[name][language]
        if name not in self.cast:
            raise NoSampleText(f"words.yml has no {name}")
        forms = self.cast[name].forms[language]
        if form not in forms:
            raise NoSampleText(f"words.yml: {name} has no form {form} in {language}")
        return forms[form]


def wording(samples: SampleText, dice: Random) -> Wording:
    """The words of a new entry."""
    cast = {name: dice.choice(words) for name, words in samples.words.items()}
    return Wording(samples, dice, cast)


def _begun(texts: Texts) -> Texts:
    return {language: text[:1].upper() + text[1:] for language, text in texts.items()}
