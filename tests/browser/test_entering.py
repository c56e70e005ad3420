"""The desk opens in the language of whoever enters, and in its direction."""

import pytest


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("az", "ltr")])
def test_desk_opens_in_the_language_of_the_browser(enter, language, direction):
    page = enter("editor", language)

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("html").get_attribute("dir") == direction
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
