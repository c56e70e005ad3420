"""No rule of accessibility is broken on any page of the desk, in either direction and either scheme."""

import pytest
from axe_playwright_python.sync_playwright import Axe

# Of one kind each; every other list and form is made by the same templates.
PAGES = {
    "board": "/admin/",
    "articles": "/admin/desk/article/",
    "events": "/admin/relations/event/",
    "new article": "/admin/desk/article/add/",
}
# A form of a record, by the list it is reached from.
FORMS = ("/admin/desk/article/", "/admin/relations/event/", "/admin/relations/actor/", "/admin/relations/agreement/")

# Where something waits for a move.
WAITING = {"approve": "in_review", "publish": "approved"}


def violations(page) -> dict[str, list[str]]:
    """The rules broken, each with the elements that break it."""
    found = Axe().run(page).response["violations"]
    return {one["id"]: [node["html"][:160] for node in one["nodes"]][:4] for one in found}


def menu(page) -> dict[str, str]:
    links = page.locator(".desk-menu a")
    return {link.inner_text(): link.get_attribute("href") for link in links.all()}


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_desk_pages_break_no_rule(enter, language, scheme):
    page = enter("publisher", language, color_scheme=scheme)
    broken = {}

    for name, address in (PAGES | menu(page)).items():
        page.goto(address)
        broken[name] = violations(page)
    for address in FORMS:
        page.goto(address)
        page.locator("#result_list tbody th a").first.click()
        page.wait_for_load_state()
        broken[f"form {address}"] = violations(page)
        for link in page.locator(".object-tools a").all():
            page.goto(link.get_attribute("href"))
            broken[page.url] = violations(page)
            page.go_back()
    for verb in ("approve", "publish"):
        page.goto(f"/admin/?stage={WAITING[verb]}")
        page.locator("#content a[href*='/change/']").first.click()
        page.locator(f".bar a.move[href*='verb={verb}']").first.click()
        page.wait_for_url("**/move/**")
        broken[f"to {verb}"] = violations(page)

    assert {name: found for name, found in broken.items() if found} == {}
