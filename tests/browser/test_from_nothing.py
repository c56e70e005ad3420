"""An article from nothing to published in two languages, by four people, in an Arabic interface, without a mouse."""

from playwright.sync_api import Page

KEY = "from-nothing"
TABS = 300
FRENCH = {
    "headline": "Une mission attendue à Bakou",
    "standfirst": "La date reste à fixer.",
    "body": "Rien n’est signé.",
}
ARABIC = {"headline": "بعثة مرتقبة إلى باكو", "standfirst": "لم يُحدَّد التاريخ بعد.", "body": "لم يُوقَّع شيء بعد."}


def focus(page: Page, selector: str) -> None:
    """By the tabulator alone, as somebody without a mouse gets there."""
    for _ in range(TABS):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tabulator does not lead to {selector}")


def type_into(page: Page, selector: str, text: str) -> None:
    focus(page, selector)
    page.keyboard.type(text)


def press(page: Page, selector: str) -> None:
    """A link or button that leads to another page."""
    focus(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, language: str, words: dict[str, str]) -> None:
    focus(page, f".languages__tab[href='#lang-{language}']")
    page.keyboard.press("Enter")
    type_into(page, f"[name=headline_{language}]", words["headline"])
    type_into(page, f"[name=standfirst_{language}]", words["standfirst"])
    type_into(page, f"#id_body_{language}_text", words["body"])


def move(page: Page, verb: str, part: str = ".bar-text") -> None:
    """From the bar to the page of the move, through its warnings, and back."""
    press(page, f"{part} a.move:is([href*='verb={verb}&'], [href$='verb={verb}'])")
    for number in range(page.locator("[name=acknowledge]").count()):
        focus(page, f"li:nth-child({number + 1}) > label > [name=acknowledge]")
        page.keyboard.press("Space")
    press(page, "#confirm button[type=submit]")


def find(page: Page) -> None:
    """The article, by the board's search."""
    page.goto(f"/admin/?q={FRENCH['headline'].split()[2]}")
    press(page, "main a[href*='/admin/desk/article/']")


def test_article_goes_from_nothing_to_published_without_a_mouse(enter):
    reporter = enter("reporter", "ar")
    reporter.goto("/admin/desk/article/add/")
    write(reporter, "fr", FRENCH)
    type_into(reporter, "[name=key]", KEY)
    focus(reporter, "[name=original_language]")
    reporter.keyboard.type("F")
    focus(reporter, "[name=type]")
    reporter.keyboard.press("ArrowDown")
    press(reporter, "[name=_continue]")
    move(reporter, "submit")

    translator = enter("translator", "ar")
    find(translator)
    write(translator, "ar", ARABIC)
    press(translator, "[name=_continue]")
    move(translator, "submit")

    editor = enter("editor", "ar")
    find(editor)
    move(editor, "approve", ".bar-record")

    publisher = enter("publisher", "ar")
    find(publisher)
    move(publisher, "publish", ".bar-record")

    for language, words in (("fr", FRENCH), ("ar", ARABIC)):
        publisher.goto(f"/{language}/articles")
        publisher.get_by_role("link", name=words["headline"]).first.click()
        assert publisher.locator("h1").inner_text() == words["headline"]
        assert words["body"] in publisher.locator("main").inner_text()
    assert publisher.goto("/en/articles").text().count("Bakou") == 0
