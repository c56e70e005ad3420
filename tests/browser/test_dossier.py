"""The dossier in a reader's browser: with a script and without, by keyboard, in both directions."""

import datetime as dt
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

THEN, NOW = "On 1 August 2022", "Today"


@pytest.fixture
def read(window):
    """`read("ar")`: the page of the one dossier in that language."""

    def read(language: str = "en", **options):
        page = window(language, **options)
        page.goto(f"/{language}/dossiers")
        page.locator(".dossiers a").first.click()
        page.wait_for_url("**/dossiers/*")
        return page

    return read


def columns(page) -> list[str]:
    """Also where the section is not laid out yet."""
    return page.locator(".then-and-now thead th").all_text_contents()


def test_slider_shows_the_posts_of_any_day_by_keyboard(read):
    page = read(reduced_motion="reduce")
    slider = page.get_by_role("slider", name="Holders on")
    assert columns(page)[1:3] == [THEN, NOW]

    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    page.wait_for_url(re.compile(r"\?on=2025-04-21$"))

    assert slider.get_attribute("aria-valuetext") == "21 April 2025"
    assert columns(page)[1:3] == ["On 21 April 2025", NOW]
    assert page.locator("[name=on]").first.input_value() == "2025-04-21"
    assert page.evaluate("document.activeElement.type") == "range"


def test_days_and_years_are_asked_for_without_a_script(read):
    page = read(java_script_enabled=False)
    assert page.get_by_role("slider").count() == 0

    page.locator(".day-of [name=on]").fill("2025-04-21")
    page.locator(".day-of button").click()
    assert columns(page)[1:3] == ["On 21 April 2025", NOW]
    page.get_by_role("link", name="2022", exact=True).first.click()

    assert page.url.endswith("?on=2025-04-21&from=2022&to=2022#timeline")
    assert page.locator(".timeline > li").count() == 10
    assert page.locator(".timeline-chart a").count() == 10


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_dossier_breaks_no_rule_and_fits_every_width(read, language, scheme):
    page = read(language, color_scheme=scheme)

    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize(("language", "asked"), [("en", "As it stood on"), ("ar", "الوضع بتاريخ")])
def test_slider_leads_back_to_the_days_on_which_the_dossier_changed(read, language, asked):
    page = read(language)
    slider = page.locator(".as-of").get_by_role("slider", name=asked)
    today = slider.get_attribute("aria-valuetext")

    slider.press("ArrowDown")

    day = page.locator(".as-of [name=as_of]").input_value()
    assert (dt.datetime.now(dt.UTC).date() - dt.date.fromisoformat(day)).days in (2, 3)
    assert page.locator(".as-of .day-said").text_content() == slider.get_attribute("aria-valuetext") != today
    page.locator(".as-of button").click()
    page.wait_for_url(f"**?as_of={day}")
    assert page.locator(".banner").count() == 1
    # It goes on to the present from there.
    assert slider.get_attribute("aria-valuetext") != today
    slider.press("ArrowUp")
    assert slider.get_attribute("aria-valuetext") == today


@pytest.mark.parametrize("language", ["en", "ar"])
def test_days_on_which_the_dossier_changed_are_listed_without_a_script(read, language):
    page = read(language, java_script_enabled=False)
    days = [one.get_attribute("value") for one in page.locator("#changed option").all()]
    assert len(days) == 2
    assert page.get_by_role("slider").count() == 0

    page.locator(".as-of [name=as_of]").fill(days[0])
    page.locator(".as-of button").click()

    assert page.url.endswith(f"?as_of={days[0]}")
    assert page.locator(".banner").count() == 1


def test_whoever_jumps_to_a_section_lands_on_it(read):
    page = read()

    page.locator(".contents a[href='#coverage']").click()
    page.wait_for_timeout(1_500)

    assert page.locator("#coverage").bounding_box()["y"] == pytest.approx(17, abs=20)


def test_sections_that_wait_on_a_screen_are_on_paper(read):
    page = read()
    skipped = """all => all.filter(one => one.checkVisibility() && !one.checkVisibility({ contentVisibilityAuto: true }))
        .length"""
    waiting = page.locator(".sections-of > section h2")
    assert waiting.evaluate_all(skipped) > 0

    page.emulate_media(media="print")

    assert waiting.evaluate_all(skipped) == 0


def test_drawing_runs_the_other_way_in_arabic(read):
    ticks = {}
    for language in ("en", "ar"):
        texts = read(language).locator(".ticks text").all()
        ticks[language] = [one.inner_html() for one in sorted(texts, key=lambda one: one.bounding_box()["x"])]

    assert ticks["ar"] == ticks["en"][::-1]
