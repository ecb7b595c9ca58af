"""All forms of a word meet in one stem, in Python and in the browser alike."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.search.stems import Stems, tokens
from tests.conftest import PROJECT
from tests.language.languages import rules_of
from tests.search.queries import LANGUAGES

SHOW = Callable[[Path], str]
SCRIPTS = PROJECT / "overrides" / "assets" / "scripts"
FORMS = {
    "cs": [
        "setkání setkáním setkáních setkanimi",
        "lídr lídra lídrem lídři lídrům lidry",
        "komunita komunitě komunitou komunit",
        "dotazník dotazníky dotaznících dotazniku",
        "možnost možnostmi možností",
        "sociálně sociálněji",
        "pravidlo pravidel pravidlům",
        "zveřejnit zveřejnění zveřejníme zverejnenim",
        "vyjednávat vyjednávání vyjednáváním vyjednávají",
    ],
    "pl": [
        "spotkanie spotkania spotkaniach spotkaniom",
        "lider liderzy liderów liderami",
        "społeczność społeczności społecznością spolecznosciami",
        "ankieta ankiecie ankiety",
        "projekt projekcie projektów",
        "rozmowa rozmowy rozmowach rozmowami",
        "centrum centrach centra",
        "pożegnać pożegnanie pożegnaniu pozegnaj",
        "przekazać przekazanie przekazaniu przekazania",
    ],
}


@pytest.mark.parametrize(
    ("language", "forms"), [(language, one) for language in FORMS for one in FORMS[language]]
)
def test_forms_of_a_word_meet(language: str, forms: str) -> None:
    stems = Stems(rules_of(language))
    first, *others = (set(stems.keys(form)) for form in forms.split())
    assert [keys for keys in others if not keys & first] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("one", "other"), [("lidé", "lídr"), ("obec", "oběd"), ("list", "lístek"), ("rada", "řada")]
)
def test_other_words_stay_apart_unless_they_are_spelt_alike(
    language: str, one: str, other: str
) -> None:
    stems = Stems(rules_of(language))
    alike = stems.folded(one) == stems.folded(other)
    assert bool(set(stems.keys(one)) & set(stems.keys(other))) == alike


@pytest.mark.parametrize("language", LANGUAGES)
def test_abbreviations_with_dots_are_words(language: str) -> None:
    stems = Stems(rules_of(language))
    assert tokens("EUROTOPIA.CZ, o.p.s., a s. r. o. nebo m.in.")[2:] == [
        *("o.p.s.", "a", "s. r. o.", "nebo", "m", "in")
    ]
    assert stems.keys("o.p.s.") == ("o.p.s", "ops")
    assert stems.keys("OPS") == ("ops",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_agrees_on_every_word_of_the_site(
    language: str,
    site: Path,
    site_words: Mapping[str, frozenset[str]],
    served: SHOW,
    browser: Browser,
    tmp_path: Path,
) -> None:
    words = sorted(
        {
            *site_words["cs"],
            *site_words["pl"],
            "o.p.s.",
            "Übergröße",
            "Œuvre",
            "İstanbul",
            "ﬁne",
            "x²",
            "½",
        }
    )
    assert len(words) > 10_000
    stems = Stems(rules_of(language))
    about = json.loads((site / f"assets/search/{language}/words.json").read_text("utf-8"))
    (tmp_path / "stems.js").write_bytes((SCRIPTS / "search" / "stems.js").read_bytes())
    (tmp_path / "index.html").write_text("<!doctype html><title>-</title>", "utf-8")
    page = browser.new_page()
    page.goto(served(tmp_path))
    theirs = page.evaluate(
        """async ([rules, words]) => {
             const { Stems, tokens } = await import("/stems.js");
             const stems = new Stems(rules);
             return words.map((word) => [tokens(word), stems.folded(word), stems.keys(word)]);
           }""",
        [about["rules"][language], words],
    )
    page.close()
    ours = [[tokens(word), stems.folded(word), list(stems.keys(word))] for word in words]
    differing = [pair for pair in zip(words, ours, theirs, strict=True) if pair[1] != pair[2]]
    assert differing == []
