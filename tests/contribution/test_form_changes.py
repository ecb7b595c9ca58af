"""What the form does when a contributor changes her mind."""

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from .form_page import ADDRESSES, SHOW, files_of, fill, fill_minimum, opened


def test_a_language_that_is_unticked_is_not_sent(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    fill_minimum(page, "cs")
    page.get_by_role("checkbox", name="polština").check()
    fill(page, "title.pl", "Ławka przed domem")
    page.get_by_role("checkbox", name="polština").uncheck()
    practice = next(iter(files_of(page).values()))
    assert "Lavička" in practice
    assert "Ławka" not in practice


def test_one_language_stays_ticked(site: Path, served: SHOW, phone: BrowserContext) -> None:
    page = opened(phone, served(site) + ADDRESSES["pl"])
    page.get_by_role("checkbox", name="polski").click()
    expect(page.get_by_role("checkbox", name="polski")).to_be_checked()
    expect(page.locator("#f-title-pl")).to_be_visible()


def test_files_go_with_the_answers_from_which_they_were_made(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    fill_minimum(page, "cs")
    files_of(page)
    fill(page, "title.cs", "")
    expect(page.locator(".form-ways")).to_be_hidden()


def test_the_list_of_problems_follows_what_is_mended(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    page.locator("article button[type=submit]").click()
    listed = page.locator(".form-problems li")
    listed.first.wait_for()
    assert "Název" in listed.all_inner_texts()[0]
    fill(page, "title.cs", "Lavička před domem")
    expect(listed.filter(has_text="Název")).to_have_count(0)
    expect(page.locator("#f-title-cs")).to_be_focused()


def test_problems_are_listed_in_the_order_of_the_questions(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    fill(page, "period.end", "loni")
    page.locator("article button[type=submit]").click()
    page.locator(".form-problems li").first.wait_for()
    places = []
    for button in page.locator(".form-problems .form-jump").all():
        button.evaluate("(one) => one.click()")
        places.append(page.evaluate("document.activeElement.getBoundingClientRect().y + scrollY"))
    assert len(places) > 5
    assert places == sorted(places)


def test_a_new_step_has_the_focus_in_both_languages(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    for language, address in ADDRESSES.items():
        page = opened(phone, served(site) + address)
        page.locator("[data-list='steps'] > [data-add]").evaluate(
            "(one) => one.closest('details').setAttribute('open', '')"
        )
        page.locator("[data-list='steps'] > [data-add]").press("Enter")
        expect(page.locator(f"[data-list='steps'] [data-path='title.{language}']")).to_be_focused()
        page.close()


def test_nobody_claims_to_have_read_a_new_source(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    fill_minimum(page, "cs")
    fill(page, "+source.title", "Zpráva o lavičce")
    source = next(text for path, text in files_of(page).items() if "/sources/" in path)
    assert "Zpráva o lavičce" in source
    assert "read: citation" in source


def test_a_story_goes_without_a_reason_and_all_findings_are_told(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + "/report/?page=/practices/dum-23-bytu/&about=withdraw")
    text = page.locator("#report-text")
    text.fill("Volejte 604 123 456 nebo pište na jana@example.cz")
    said = page.locator(".form-report-problem")
    expect(said).to_contain_text("telefon")
    expect(said).to_contain_text("e-mail")
    text.fill("")
    page.locator("article button[type=submit]").click()
    expect(page.locator(".form-ways")).to_be_visible()
    page.get_by_label("Oznámit").or_(page.locator("[value=mistake]")).first.check()
    assert text.evaluate("(one) => one.required")


def test_nobody_is_asked_about_the_name_of_a_file(
    site: Path, served: SHOW, phone: BrowserContext
) -> None:
    page = opened(phone, served(site) + ADDRESSES["cs"])
    page.locator("article button[type=submit]").click()
    page.locator(".form-problems li").first.wait_for()
    assert "soubor" not in page.locator(".form-problems").inner_text()
    expect(page.locator("#f-id")).to_be_hidden()
    fill_minimum(page, "cs")
    fill(page, "title.cs", "Dům, 23 bytů")
    assert next(iter(files_of(page))) == "data/practices/dum-23-bytu-2.yml"
