"""axe over every sort of page, in each language and either scheme; and whether each fits a narrow window."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.screenshots import FLAGS, chromium
from tests.site.crawling import Site

SCHEMES = ("light", "dark")
# A window of 1,280 at four times its size, as the guidelines of accessibility have it.
NARROW = {"width": 320, "height": 800}
WIDE = {"width": 1280, "height": 900}
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def accessibility(site: Site) -> Iterator[str]:
    pages = [address for address in site.sample() if site.answers[address].is_page]
    browser = site.playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
    for scheme in SCHEMES:
        yield from in_scheme(browser, site.origin, pages, scheme)
    browser.close()


def in_scheme(browser: Browser, origin: str, pages: list[str], scheme: str) -> Iterator[str]:
    context = browser.new_context(base_url=origin, color_scheme=scheme, viewport=WIDE)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    for address in pages:
        page.goto(address)
        yield from (f"{address} ({scheme}): {fault}" for fault in broken(page))
        page.set_viewport_size(NARROW)
        if page.evaluate(OVERFLOWS):
            yield f"{address} ({scheme}): wider than a window of {NARROW['width']}"
        page.set_viewport_size(WIDE)
        yield from (f"{address} ({scheme}): {words}" for words in said)
        said.clear()
    context.close()


def broken(page: Page) -> Iterator[str]:
    for rule in Axe().run(page).response["violations"]:
        yield f"{rule['id']}: {rule['nodes'][0]['html'][:160]}"
