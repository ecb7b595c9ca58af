"""The forms on the site, used in a real Chromium as a contributor uses them."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Route, expect

from macros.contribution.fields import BY_ITSELF, practice_fields
from macros.contribution.form import FIRST, GROUPS, LAST
from macros.repository import Repository
from tests.conftest import PROJECT, run

from .form_page import ADDRESSES, FILL, MINIMUM, SHOW, files_of, fill, fill_minimum, opened

BAD = yaml.safe_load((Path(__file__).parent / "bad_attempts.yml").read_text("utf-8"))


def test_an_empty_form_becomes_an_entry_on_the_site(
    site: Path, served: SHOW, phone: BrowserContext, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(PROJECT / "data", data)
    for language, address in ADDRESSES.items():
        page = opened(phone, served(site) + address)
        fill_minimum(page, language)
        fill(page, "limits." + language, "no\n\n- 17:30 přišli dva\n- jiní ne ")
        expect(page.locator(".form-problem")).to_have_count(0)
        files = files_of(page)
        assert len(files) == 3
        for path, text in files.items():
            (tmp_path / path).write_text(text, "utf-8")
        with page.expect_download() as download:
            page.locator(".form-download").first.click()
        name = Path(next(iter(files))).name
        assert download.value.suggested_filename == name
        assert Path(download.value.path()).read_text("utf-8") == next(iter(files.values()))
        page.close()
    checked = run(["check"], PROJECT, DATA=str(data))
    assert checked.status == 0, checked.output
    assert "lavicka-pred-domem" not in checked.output
    built = run(["build"], PROJECT, DATA=str(data), SITE=str(tmp_path / "site"), PARTS="pages")
    assert built.status == 0, built.errors
    shown = (tmp_path / "site/practices/lavicka-pred-domem/index.html").read_text("utf-8")
    assert "Sousedé opravili lavičku" in shown
    assert (tmp_path / "site/pl/practices/lawka-przed-domem/index.html").is_file()


@pytest.mark.parametrize("language", ADDRESSES)
def test_bad_attempts_are_answered_in_plain_words(
    language: str, site: Path, served: SHOW, phone: BrowserContext
) -> None:
    assert len(BAD) >= 20
    page = opened(phone, served(site) + ADDRESSES[language])
    for attempt in BAD:
        page.locator("article form").evaluate("(one) => one.reset()")
        page.locator(".form-problems ul").evaluate("(one) => one.replaceChildren()")
        for list_name in attempt.get("add", []):
            page.locator(f"[data-list='{list_name}'] [data-add]").evaluate("(one) => one.click()")
        whole = MINIMUM[language] | {
            path.replace("LANG", language): value for path, value in attempt["fill"].items()
        }
        page.evaluate(FILL, list(whole.items()))
        page.locator("article button[type=submit]").click()
        said = page.locator(".form-problems")
        said.wait_for()
        said.locator("li").first.wait_for()
        told = " ".join(said.inner_text().replace("\u00a0", " ").split())
        assert attempt[language] in told, attempt["name"]
        assert page.locator(".form-problem:visible").count() > 0
        if attempt.get("goes_on"):
            page.locator(".form-ways").wait_for()
        else:
            assert page.locator(".form-ways").is_hidden(), attempt["name"]


def test_what_was_written_is_kept_on_the_device_until_it_is_deleted(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    fill(page, "title.cs", "Rozepsané")
    page.locator("summary", has_text="Cíl a kroky").click()
    page.get_by_role("button", name="Přidat krok").click()
    page.keyboard.type("První krok")
    page.locator(".form-said", has_text="jen v tomto zařízení").wait_for()
    page.reload()
    page.locator(".form-draft").wait_for()
    assert page.locator("#f-title-cs").input_value() == "Rozepsané"
    steps = page.locator("[data-list='steps'] [data-path='title.cs']")
    expect(steps.first).to_be_visible()
    assert steps.first.input_value() == "První krok"
    steps.first.fill("Krok těsně před odchodem")
    page.reload()
    expect(steps.first).to_have_value("Krok těsně před odchodem")
    forget = page.get_by_role("button", name="Smazat rozepsaný text")
    page.once("dialog", lambda asked: asked.dismiss())
    forget.click()
    expect(page.locator("#f-title-cs")).to_have_value("Rozepsané")
    page.once("dialog", lambda asked: asked.accept())
    forget.click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#f-title-cs")).to_have_value("")
    assert page.locator(".form-draft").is_hidden()
    assert page.evaluate("localStorage.getItem('handbook.practice.new')") is None


def test_steps_are_added_and_moved_with_the_keyboard(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    page.locator("summary", has_text="Cíl a kroky").click()
    for text in ("první", "druhý", "třetí"):
        page.get_by_role("button", name="Přidat krok").press("Enter")
        page.keyboard.type(text)

    def order() -> list[str]:
        steps = page.locator("[data-list='steps'] .form-items [data-path='title.cs']").all()
        return [step.input_value() for step in steps]

    third = page.get_by_role("group", name="Krok 3")
    third.get_by_role("button", name="Nahoru").press("Enter")
    assert order() == ["první", "třetí", "druhý"]
    page.keyboard.press("Enter")
    assert order() == ["třetí", "první", "druhý"]
    expect(page.locator(".form-heard")).to_have_text("Přesunuto na 1. místo z 3.")
    page.get_by_role("group", name="Krok 2").get_by_role("button", name="Odebrat").press("Enter")
    assert order() == ["třetí", "druhý"]


def test_every_entry_comes_out_of_the_form_as_it_went_in(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    """All that changes is the day: order and form stay, of fields, of lists and of dates."""
    address = served(site)
    paths = sorted((PROJECT / "data/practices").glob("*.yml"))
    page = phone.new_page()
    for path in paths:
        before = yaml.safe_load(path.read_text("utf-8"))
        if before["status"] == "withdrawn":
            continue
        page.goto(f"{address}/contribute/?practice={path.stem}")
        page.locator(".form-editing", has_text=before["title"]["cs"]).wait_for()
        assert page.locator(".form-unknown").is_hidden(), path.stem
        page.evaluate(FILL, [["+read", True]])
        (text,) = files_of(page).values()
        after = yaml.safe_load(text)
        assert type(after["updated"]) is type(before["updated"])
        assert in_order(after | {"updated": before["updated"]}) == in_order(before), path.stem


# Any: whatever a YAML file can hold.
def in_order(value: Any) -> Any:
    """Fields as pairs, so that their order counts."""
    if isinstance(value, dict):
        return [(name, in_order(inner)) for name, inner in value.items()]
    return [in_order(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", ["/contribute/", "/report/"])
def test_forms_fit_the_narrowest_phone(
    path: str, site: Path, served: SHOW, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = opened(context, served(site) + path)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.evaluate("document.querySelectorAll('[data-add]').forEach((one) => one.click())")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_without_scripts_the_page_leads_to_the_sheet(
    site: Path, served: SHOW, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served(site) + ADDRESSES["cs"])
    assert page.locator("article form").is_hidden()
    page.get_by_role("link", name="list do katalogu").click()
    page.wait_for_url("**/worksheets/priklad-dobre-praxe/")
    context.close()


def test_a_mistake_is_told_without_git(site: Path, served: SHOW, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(served(site) + "/practices/dum-23-bytu/")
    page.get_by_role("link", name="Odstranit náš příběh").click()
    page.wait_for_url("**/report/?**")
    assert page.get_by_label("Chceme náš příběh odstranit").is_checked()
    page.get_by_label("Co se má změnit").fill("Píšeme za skupinu, volejte 604 123 456.")
    page.locator(".form-report-problem", has_text="telefon").wait_for()
    page.locator("article button[type=submit]").click()
    written = page.locator(".form-ways code").text_content() or ""
    about = "Skupina lídrů v domě s 23 byty"
    assert page.locator(".form-about", has_text=about).is_visible()
    assert written.startswith(f"Chceme náš příběh odstranit: {about} (/practices/dum-23-bytu/)")
    assert "zatím nikdo nepřevzal" in page.locator(".form-ways").inner_text()


def test_every_field_of_the_model_has_its_place() -> None:
    asked = [*FIRST, *LAST, *(name for fields in GROUPS.values() for name in fields)]
    assert len(asked) == len(set(asked))
    known = {node["name"] for node in practice_fields()["fields"]}
    assert known - set(asked) == (BY_ITSELF | {"status", "photos"}) - {"id"}


def test_where_a_repository_is_known_the_file_opens_there(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = phone.new_page()

    def with_repository(route: Route) -> None:
        """The page as a build with REPO_URL makes it."""
        html = route.fetch().text()
        before, facts, after = re.split(r'(?<=id="form-facts">)(.*?)(?=</script>)', html)
        route.fulfill(body=before + json.dumps(json.loads(facts) | KNOWN) + after)

    page.route("**/contribute/", with_repository)
    page.goto(served(site) + ADDRESSES["cs"])
    page.wait_for_load_state("networkidle")
    fill_minimum(page, "cs")
    files = files_of(page)
    links = [one.get_attribute("href") or "" for one in page.locator(".form-open").all()]
    assert len(links) == 3
    path, text = next(iter(files.items()))
    assert parse_qs(urlsplit(links[0]).query) == {"filename": [path], "value": [text]}
    assert page.locator("[data-way='long']").count() == 0
    mail = page.locator(".form-mail").first.get_attribute("href") or ""
    assert mail.startswith("mailto:redakce@example.org?subject=")
    page.locator("#f-situation-cs").fill("ž" * 3900)
    files_of(page)
    page.locator("[data-way='long']").wait_for()
    assert page.locator(".form-open").count() == 2


KNOWN = {
    "mailbox": "redakce@example.org",
    "repository": Repository("https://github.com/example/handbook").as_data(),
}
