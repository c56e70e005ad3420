"""Editing a record in a real browser: languages beside each other, running text, pickers, parts and dates, all by keyboard."""

import itertools
import re

import pytest
from playwright.sync_api import expect

ADD = "/admin/desk/article/add/"
KEYS = itertools.count(1)

# Every tag that may be published, as the editor writes them; a link to a record among them, and a phrase in Arabic.
EVERYTHING = (
    '<h2>Heading</h2><p>Plain <strong>bold</strong> and <em>light</em>,<br>then <a href="record:actor/jeyhun-bayramov">'
    'him</a> and <a href="https://agency.example/">it</a>.</p><h3>Under</h3><ul><li><p>One</p></li></ul>'
    '<ol><li><p>Two</p></li></ol><blockquote><p lang="ar" dir="rtl">قال</p></blockquote>'
)


@pytest.fixture
def write(enter):
    """`write("ar")`: the form of a new article, its key and type filled in, in that language of the interface."""

    def open_form(language="en", address=ADD, **options):
        page = enter("reporter", language, **options)
        page.goto(address)
        page.locator("#id_key").fill(f"typed-in-a-browser-{next(KEYS)}")
        page.locator("#id_type").select_option("report")
        return page

    return open_form


def save(page):
    page.locator("[name=_continue]").click()
    page.wait_for_url(re.compile(r"/\d+/change/"))


def tab(page, language):
    return page.locator(f".languages__tab[data-language={language}]")


def shown(page) -> list[str]:
    """The languages whose fields are seen, as they stand."""
    texts = page.locator("[data-texts]").first.locator(":scope > [data-language]")
    return [one.get_attribute("data-language") for one in texts.all() if one.is_visible()]


def body(page, language):
    return page.locator(f"#id_body_{language}_text")


# Languages


def test_one_language_is_shown_and_another_beside_it_either_way(write):
    page = write(viewport={"width": 1280, "height": 900})
    assert shown(page) == ["en"]

    page.locator("#languages-beside").select_option("ar")
    assert shown(page) == ["en", "ar"]
    left, right = (page.locator(f"#id_headline_{code}").bounding_box() for code in ("en", "ar"))
    assert left["y"] == pytest.approx(right["y"], abs=2)
    assert left["x"] + left["width"] <= right["x"]
    page.get_by_role("button", name="Change sides").click()
    assert shown(page) == ["ar", "en"]
    tab(page, "fr").click()
    assert shown(page) == ["fr", "en"]
    tab(page, "ar").click(modifiers=["Shift"])
    assert shown(page) == ["fr", "ar"]


def test_pair_is_remembered_and_the_address_decides(write):
    page = write()
    tab(page, "fr").click()
    page.locator("#languages-beside").select_option("az")

    page.goto("/admin/relations/event/add/")
    assert shown(page) == ["fr", "az"]
    page.goto(f"{ADD}#lang-ar")
    assert shown(page) == ["ar", "az"]
    page.goto(f"{ADD}?#id_headline_en")
    assert shown(page) == ["en", "az"]
    expect(page.locator("#id_headline_en")).to_be_focused()


def test_languages_are_chosen_by_keyboard_alone(write):
    page = write("ar")
    tab(page, "en").focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["en"]

    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator("#languages-beside")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert len(shown(page)) == 2


def test_parts_follow_the_languages(write):
    page = write(address=ADD)
    page.goto("/admin/relations/event/")
    page.locator("#result_list tbody th a").first.click()
    page.locator("#claims-group [data-add]").click()
    part = page.locator("#claims-group [data-part]").last
    tab(page, "ar").click()

    assert [part.locator(f"[name$=text_{code}]").first.is_visible() for code in ("en", "ar")] == [False, True]
    assert part.locator("[name$=-text_ar]").get_attribute("dir") == "rtl"


def test_language_with_an_error_is_the_one_shown(write):
    page = write()
    page.locator("#id_headline_en").fill("Written in English")
    tab(page, "fr").click()
    page.locator("#id_headline_fr").fill("x" * 201)
    page.locator("#id_headline_fr").evaluate("input => input.removeAttribute('maxlength')")
    page.locator("#id_headline_fr").fill("x" * 201)
    tab(page, "en").click()
    page.locator("[name=_continue]").click()

    expect(tab(page, "fr")).to_contain_text("1 error")
    expect(tab(page, "fr")).to_have_attribute("aria-current", "true")
    assert shown(page) == ["fr"]


def test_without_scripts_all_fields_are_there_by_language(enter, browser, site):
    cookies = enter("reporter").context.cookies()
    context = browser.new_context(base_url=site, java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(ADD)

    for code in ("en", "fr", "ar", "az"):
        assert page.locator(f"#lang-{code} [name=headline_{code}]").is_visible()
        assert page.locator(f"#lang-{code} [name=body_{code}]").is_visible()
    assert page.locator("[name=type]").is_visible()
    context.close()


# Running text


def test_running_text_is_written_in_arabic_by_keyboard_and_saved(write):
    page = write("ar")
    page.locator("#id_headline_ar").fill("عنوان الخبر")
    body(page, "ar").focus()
    page.keyboard.type("وصل الوزير ")
    page.keyboard.press("Control+b")
    page.keyboard.type("اليوم")
    assert body(page, "ar").evaluate("e => [getComputedStyle(e).direction, e.lang]") == ["rtl", "ar"]

    save(page)
    assert page.locator("#id_body_ar").input_value() == "<p>وصل الوزير <strong>اليوم</strong></p>"


def test_editor_keeps_all_that_may_be_published_and_drops_the_rest(write):
    page = write()
    typed = (
        f'{EVERYTHING}<p><u>u</u><a href="javascript:x()">j</a><img src="/x.png" alt=""><span>s</span></p><h1>No</h1>'
    )
    page.locator("#id_body_en").evaluate(
        "(field, html) => { field.value = html; field.dispatchEvent(new Event('desk:set')) }", typed
    )
    body(page, "en").press("Control+End")
    page.keyboard.type("!")
    save(page)

    kept = page.locator("#id_body_en").input_value()
    assert kept.startswith(EVERYTHING)
    assert kept.removeprefix(EVERYTHING) == "<p>ujs</p><p>No!</p>"


def test_link_to_a_record_is_found_while_typing_and_kept(write):
    page = write("ar")
    tab(page, "en").click()
    body(page, "en").focus()
    page.keyboard.type("He met ")
    page.keyboard.press("Control+k")
    finder = page.locator("dialog.links [role=combobox]")
    expect(finder).to_be_focused()
    page.keyboard.type("بيراموف")
    expect(page.locator("dialog.links [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.links [role=listbox]")).to_be_hidden()
    finder.fill("bayramov")
    option = page.locator("dialog.links [role=option]", has_text="Jeyhun Bayramov").first
    expect(option).to_be_visible()
    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    assert finder.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    expect(page.locator("dialog.links")).to_have_count(0)
    page.keyboard.type(" again")

    save(page)
    link = '<a href="record:actor/jeyhun-bayramov">Jeyhun Bayramov</a>'
    assert page.locator("#id_body_en").input_value() == f"<p>He met {link} again</p>"


def test_chosen_words_become_a_link_to_an_address_elsewhere(write):
    page = write()
    body(page, "en").focus()
    page.keyboard.type("source")
    page.keyboard.press("Control+a")
    page.locator(".prose__tool--link").first.click()
    page.locator("dialog.links [role=combobox]").fill("https://agency.example/1")
    page.keyboard.press("Enter")

    save(page)
    assert page.locator("#id_body_en").input_value() == '<p><a href="https://agency.example/1">source</a></p>'


# Pickers, parts and dates


def test_part_is_added_filled_in_and_taken_away_by_keyboard(write):
    page = write()
    page.locator("#bylines-group [data-add]").focus()
    page.keyboard.press("Enter")
    finder = page.locator("#id_bylines-0-author_find")
    expect(finder).to_be_focused()
    page.keyboard.type("desk")
    expect(page.locator("#bylines-group [role=option]").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#bylines-0 [data-summary]")).to_contain_text("Desk")
    save(page)

    line = page.locator("#bylines-0 > summary")
    expect(line).to_contain_text("Desk")
    assert not page.locator("#id_bylines-0-position").is_visible()
    line.press("Enter")
    page.locator("#id_bylines-0-DELETE").press("Space")
    save(page)
    expect(page.locator("#bylines-group [data-part]")).to_have_count(0)


def test_several_records_are_picked_across_scripts_and_one_is_dropped(write):
    page = write("fr")
    finder = page.locator("#id_countries_find")
    for query in ("الجزائر", "azerbaycan"):
        finder.fill(query)
        expect(page.locator(".field-countries [role=option]:not([aria-disabled])").first).to_be_visible()
        finder.press("Enter")
    assert page.locator(".field-countries .chosen__one span").all_inner_texts() == ["Algérie", "Azerbaïdjan"]

    page.locator(".field-countries .chosen__drop").first.press("Enter")
    save(page)
    assert page.locator(".field-countries .chosen__one span").all_inner_texts() == ["Azerbaïdjan"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "between 31 July and 30 August 2022"), ("az", "31 iyul ilə 30 avqust 2022 arasında")],
)
def test_date_is_said_in_words_while_it_is_typed(write, language, said):
    page = write(language)
    date = page.locator("#id_dateline_date")
    echo = page.locator("#id_dateline_date_echo")
    date.fill("31/07/2022")
    expect(echo).to_have_class(re.compile("echo--bad"))
    assert date.get_attribute("aria-invalid") == "true"
    date.fill("[2022-07-31..2022-08-30]")

    expect(echo).to_have_text(said)
    assert date.get_attribute("aria-invalid") is None
