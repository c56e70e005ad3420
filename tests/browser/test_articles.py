"""An article as readers open it: cards of the records it names, and no rule of accessibility broken."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.test_accessible import violations

CARD = "#record-card"


@pytest.fixture
def reader(window):
    """`reader("en", ...)`: the first article of a language."""

    def reader(language: str, **options) -> Page:
        page = window(language, **options)
        page.goto(f"/{language}/articles")
        page.locator(".teaser h3 a").first.click()
        page.wait_for_url(f"**/{language}/articles/*")
        return page

    return reader


def person(page: Page):
    return page.locator('.prose a[href*="/actors/"]').first


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_article_and_its_editions_break_no_rule(reader, language, scheme):
    page = reader(language, color_scheme=scheme)
    path = page.url

    broken = {}
    for address in (path, f"{path}/editions", f"{path}/editions/1"):
        page.goto(address, wait_until="networkidle")
        broken[address] = violations(page)

    assert {address: found for address, found in broken.items() if found} == {}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_link_to_a_record_opens_a_card_for_pointer_and_keyboard(reader, language):
    page = reader(language)
    link, card = person(page), page.locator(CARD)

    link.hover()
    expect(card).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(0, 0)
    # The browser shows the focus of the keyboard alone.
    page.keyboard.press("Tab")
    link.focus()
    expect(card).to_be_visible(timeout=PATIENCE)

    assert link.get_attribute("aria-describedby") == "record-card"
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    assert "/articles/" in page.url


def test_link_to_a_record_is_a_link_without_scripts(reader):
    page = reader("en", java_script_enabled=False)

    person(page).click()
    page.wait_for_url("**/actors/*")

    assert page.locator("h1").inner_text()
