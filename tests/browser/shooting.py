"""Taking the picture of a page."""

import sys
from pathlib import Path

from playwright.sync_api import Page

WIDTHS = (1280, 390)
# A picture is taken of what nobody has come near, too.
LAY_OUT = (
    "document.querySelectorAll('.sections-of > *, .timeline').forEach(one => one.style.contentVisibility = 'visible')"
)


def shoot(page: Page, path: Path) -> None:
    """The whole length of it; says so where it is wider than its window."""
    page.evaluate(LAY_OUT)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path, full_page=True)
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        sys.stderr.write(f"{path.name} is wider than its window\n")
