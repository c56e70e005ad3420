"""Pictures of the desk for `make screenshots`: the pages of its menu, forms, moves, history, and a save that was refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.shooting import WIDTHS, shoot

# As `make demo` prints them.
WHO, PASSWORD = "publisher", "communique-demonstration"
ARTICLES = "/admin/desk/article/"
LISTS = {
    "articles": ARTICLES,
    "events": "/admin/relations/event/",
    "people": "/admin/relations/actor/?type__exact=person",
    "agreements": "/admin/relations/agreement/",
}


def take_desk(browser: Browser, url: str, language: str, scheme: str, folder: Path) -> None:
    with entered(browser, url, language, scheme) as page:
        for name, path in pages(page, url).items():
            page.goto(f"{url}{path}")
            shoot_both(page, folder, f"desk-{name}.{language}")
        shoot_refused(page, url, folder, language)


@contextmanager
def entered(browser: Browser, url: str, language: str, scheme: str) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(locale=language, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{url}/admin/login/?next=/admin/")
    page.locator("[name=login], [name=username]").first.fill(WHO)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/admin/")
    yield page
    context.close()


def pages(page: Page, url: str) -> dict[str, str]:
    """Paths by name; what stands behind a list is found by following it."""
    menu = {f"menu-{number}": path for number, path in enumerate(hrefs(page, ".desk-menu a"), 1)}
    found = {}
    for name, path in LISTS.items():
        page.goto(f"{url}{path}")
        found[f"list-{name}"] = path
        found[f"form-{name}"] = hrefs(page, "#result_list tbody th a")[-1]
    page.goto(f"{url}{found['form-articles']}")
    beside = {f"record-{words_of(path)}": path for path in hrefs(page, ".record-links a, .object-tools a")}
    return {**menu, **found, **beside, "confirm": confirmation(page, url)}


def words_of(path: str) -> str:
    """Of /admin/history/01m8mh4c/compare/ history-compare: what does not change from record to record."""
    return "-".join(part for part in path.split("/")[2:] if part.isalpha())


def confirmation(page: Page, url: str) -> str:
    """The page before the publication of a text that was approved."""
    page.goto(f"{url}/admin/?stage=approved")
    for address in hrefs(page, '#content a[href*="/change/"]'):
        page.goto(f"{url}{address.partition('#')[0]}")
        if moves := hrefs(page, ".bar a.move[href*='verb=publish&']"):
            return moves[0]
    raise LookupError("Nothing is approved, so nothing can be published.")


def hrefs(page: Page, selector: str) -> list[str]:
    return page.locator(selector).evaluate_all("links => links.map(link => link.getAttribute('href'))")


def shoot_refused(page: Page, url: str, folder: Path, language: str) -> None:
    """Two windows on the same article, both saved: what the second is told."""
    page.goto(f"{url}{ARTICLES}")
    address = f"{url}{hrefs(page, '#result_list tbody th a')[-1]}"
    page.goto(address)
    with page.context.new_page() as other:
        other.goto(address)
        type_headline(other, "one")
        other.locator("[name=_save]").first.click()
        other.wait_for_load_state()
    type_headline(page, "two")
    page.locator("[name=_save]").first.click()
    page.wait_for_load_state()
    shoot_both(page, folder, f"desk-conflict.{language}")


def type_headline(page: Page, word: str) -> None:
    """Whatever language's fields are shown."""
    page.evaluate(f"document.querySelector('[name=headline_en]').value += ' {word}'")


def shoot_both(page: Page, folder: Path, name: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        shoot(page, folder / f"{name}.{width}.png")
