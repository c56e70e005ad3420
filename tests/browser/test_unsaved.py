"""Typing, closing the tab and coming back; seeing who else is there; putting two texts together."""

import pytest
from playwright.sync_api import Page, expect

ADD = "/admin/relations/actor/add/"


@pytest.fixture
def person(enter, request):
    """The address of a person's form, made by the editor for one test."""
    page = enter("editor")
    page.goto(ADD)
    page.locator("[name=key]").fill(request.node.name.replace("_", "-")[:60].rstrip("-"))
    page.locator("[name=type]").select_option("person")
    page.locator("[name=gender]").select_option("f")
    page.locator("[name=name_en]").fill("Opened by both")
    show(page, "fr")
    page.locator("[name=name_fr]").fill("Ouvert")
    press(page, "_continue")
    return page.url.partition("#")[0]


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.locator(f"[name={name}]").first.click()


def field(page: Page, name: str):
    return page.locator(f"[name={name}]")


def show(page: Page, language: str) -> None:
    page.locator(f'[data-languages] [data-language="{language}"]').click()


def keep_typing(page: Page) -> None:
    """Until the desk has kept it."""
    expect(page.locator(".unsaved-status")).not_to_be_empty(timeout=15_000)


def test_what_was_typed_survives_a_closed_tab_and_is_taken_up(enter, person):
    page = enter("reporter")
    page.goto(person)
    field(page, "name_en").fill("Typed and kept")
    keep_typing(page)
    expect(page.locator(".unsaved-status")).to_contain_text("Kept at ")
    page.locator("#names-group [data-add]").click()
    field(page, "names-0-form").fill("Typed just before closing")
    page.close(run_before_unload=False)

    page = enter("reporter")
    page.goto(person)
    offer = page.locator(".unsaved-offer")
    expect(offer).to_contain_text("You typed this on")
    expect(offer.locator("ins").first).to_have_text("Typed and kept")
    expect(field(page, "name_en")).to_have_value("Opened by both")

    press(page, "_take_up")
    expect(field(page, "name_en")).to_have_value("Typed and kept")
    expect(field(page, "names-0-form")).to_have_value("Typed just before closing")


def test_what_was_typed_can_be_discarded(enter, person):
    page = enter("reporter")
    page.goto(person)
    field(page, "name_en").fill("Not worth keeping")
    keep_typing(page)
    page.goto(person)
    press(page, "_discard")

    expect(page.locator(".unsaved-offer")).to_have_count(0)
    expect(field(page, "name_en")).to_have_value("Opened by both")


def test_save_leaves_nothing_to_be_offered(enter, person):
    page = enter("reporter")
    page.goto(person)
    field(page, "name_en").fill("Kept, then saved")
    keep_typing(page)
    show(page, "fr")
    field(page, "name_fr").fill("Tapé juste avant")
    press(page, "_continue")
    page.goto(person)

    expect(field(page, "name_fr")).to_have_value("Tapé juste avant")
    expect(page.locator(".unsaved-offer")).to_have_count(0)


def test_each_sees_who_else_works_here_and_in_which_language(enter, person):
    translator, editor = enter("translator"), enter("editor", "ar")
    translator.goto(person)
    with translator.expect_response("**/admin/presence/"):
        show(translator, "fr")
        field(translator, "name_fr").focus()
    editor.goto(person)

    expect(editor.locator(".unsaved-here")).to_contain_text("translator")
    with translator.expect_response("**/admin/presence/"):
        show(translator, "az")
        field(translator, "name_az").focus()
    expect(translator.locator(".unsaved-here")).to_contain_text("has this record open")
    translator.goto("/admin/")
    expect(editor.locator(".unsaved-here")).to_be_empty(timeout=45_000)


def test_stale_save_is_put_together_by_choosing(enter, person):
    first, second = enter("reporter"), enter("translator")
    for page in (first, second):
        page.goto(person)
    field(first, "name_en").fill("Opened by the first")
    show(first, "fr")
    field(first, "name_fr").fill("Ouvert par la première main")
    press(first, "_continue")
    field(second, "name_en").fill("Opened by the second")
    press(second, "_continue")

    merge = second.locator(".unsaved-merge")
    expect(merge.locator("h2")).to_contain_text("reporter saved this record")
    expect(merge.locator("ins", has_text="first")).to_be_visible()
    expect(merge.locator("ins", has_text="second")).to_be_visible()
    expect(field(second, "name_en")).to_have_value("Opened by the second")
    expect(field(second, "name_fr")).to_have_value("Ouvert par la première main")

    merge.get_by_label("Theirs").check()
    expect(field(second, "name_en")).to_have_value("Opened by the first")
    merge.get_by_label("Both, one after the other").check()
    expect(field(second, "name_en")).to_have_value("Opened by the second / Opened by the first")
    press(second, "_continue")
    expect(field(second, "name_en")).to_have_value("Opened by the second / Opened by the first")
    expect(second.locator(".unsaved-merge")).to_have_count(0)


def test_stale_save_is_put_together_without_scripts(enter, person):
    first, second = enter("reporter"), enter("translator", java_script_enabled=False)
    for page in (first, second):
        page.goto(person)
    field(first, "name_en").fill("Opened by the first")
    press(first, "_continue")
    field(second, "name_en").fill("Opened by the second")
    press(second, "_continue")

    second.locator(".unsaved-merge").get_by_label("Theirs").check()
    press(second, "_continue")
    expect(field(second, "name_en")).to_have_value("Opened by the first")
