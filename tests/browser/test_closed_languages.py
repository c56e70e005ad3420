"""Texts in languages that somebody does not write in: shown, said to be closed, and not to be typed into."""

import pytest
from playwright.sync_api import expect

from relations.values.languages import LANGUAGES
from tests.browser.test_accessible import violations


@pytest.fixture
def french_translator(enter):
    """The translator writes in French alone until the test is over, as an administrator says."""

    def let_write(languages):
        page = enter("administrator")
        page.goto("/admin/auth/user/")
        page.locator("#result_list").get_by_role("link", name="translator", exact=True).click()
        for code in LANGUAGES:
            page.locator(f"[name=remit-0-edits][value={code}]").set_checked(code in languages)
        page.locator("[name=_save]").first.click()
        page.wait_for_url("**/admin/auth/user/")

    let_write(["fr"])
    yield
    let_write(LANGUAGES)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_other_languages_are_read_and_not_typed_into(french_translator, enter, language):
    page = enter("translator", language)
    page.goto("/admin/desk/article/add/#lang-ar")
    for field in ("#id_headline_ar", "#id_body_ar_text"):
        page.locator(field).focus()
        page.keyboard.type("x")

    assert [page.locator(f"#id_{name}_ar").input_value() for name in ("headline", "body")] == ["", ""]
    expect(page.locator("#id_body_ar_text")).to_have_attribute("aria-readonly", "true")
    expect(page.locator("#id_body_ar_text")).to_have_attribute("aria-describedby", "closed-languages")
    expect(page.locator("#closed-languages")).to_be_visible()
    assert violations(page) == {}

    page.locator(".languages__tab[data-language=fr]").click()
    page.locator("#id_body_fr_text").focus()
    page.keyboard.type("Texte")
    assert page.locator("#id_body_fr").input_value() == "<p>Texte</p>"
    assert page.locator(".prose__tools").count() == 1
