"""A reader's way through the site, with scripts and without, in both directions of writing."""

import pytest
from playwright.sync_api import Page

from tests.browser.screenshots import SITE, pages
from tests.browser.test_accessible import violations

# A browser logs an error of every answer that is one.
ERRORS = ("400", "404", "410")
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# A person as each language writes the name.
NAMES = {"en": "Bayramov", "ar": "بايراموف"}


@pytest.fixture
def asking(site, browser):
    """Asks the API which pages there are."""
    context = browser.new_context(base_url=f"{site}/api/v1/")
    yield context.request
    context.close()


def follow(page: Page, selector: str) -> str:
    """To where the first such link leads; what the page there is called."""
    link = page.locator(selector).first
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"**{address}")
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_reader_goes_from_the_front_page_to_what_stands_behind_it(window, language, scripts):
    page = window(language, java_script_enabled=scripts)
    page.goto(f"/{language}/")
    follow(page, ".lead h2 a")

    person = follow(page, "main a[href*='/actors/']")
    page.go_back()
    pair = follow(page, "main a[href*='/dossiers/']")
    agreement = follow(page, "#content .register h3 a")
    page.goto(f"/{language}/search")
    page.locator("#content [name=q]").fill(NAMES[language])
    page.locator("#content [name=q]").press("Enter")
    page.wait_for_url(f"**/{language}/search?q=*")
    found = page.locator(".hits h2").all_inner_texts()

    assert all((person, pair, agreement))
    assert any(NAMES[language] in title for title in found)
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


def test_dossier_is_read_as_it_stood_without_a_script(window):
    page = window(java_script_enabled=False)
    page.goto("/en/dossiers")
    follow(page, ".dossiers a")

    form = page.locator(".as-of")
    today = form.locator("[name=as_of]").get_attribute("max")
    form.locator("[name=as_of]").fill(today)
    form.locator("button").click()
    page.wait_for_url(f"**as_of={today}")

    assert page.locator("h1").count() == 1


def test_page_is_walked_by_keyboard(window):
    """The skip link comes first and leads past the sections; what has the focus can be seen."""
    page = window()
    page.goto("/en/")

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.hash")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.activeElement.closest('main') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")

    assert (first, inside, outline) == ("#content", True, "solid")


def test_nothing_moves_for_who_wants_no_motion(window):
    page = window(reduced_motion="reduce")
    page.goto("/en/dossiers")
    follow(page, ".dossiers a")

    moving = (
        "[...document.querySelectorAll('*')].filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0.01)"
    )
    assert page.evaluate(f"{moving}.length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("fr", "dark"), ("ar", "dark"), ("az", "light")])
def test_no_page_breaks_a_rule_or_a_narrow_window(window, asking, language, scheme):
    """At a fourth of the width, which is what twice the size makes of a small window."""
    page = window(language, color_scheme=scheme)
    broken, wide = {}, []

    for name, path in pages(asking, language).items():
        if name in ERRORS:
            continue
        page.goto(path)
        broken[name] = violations(page)
        page.set_viewport_size({"width": 320, "height": 800})
        wide += [name] if page.evaluate(OVERFLOWS) else []
        page.set_viewport_size(SITE)

    assert {name: found for name, found in broken.items() if found} == {}
    assert wide == []
