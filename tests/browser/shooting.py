"""Taking the picture of a page."""

import sys
from pathlib import Path

from playwright.sync_api import Page

WIDTHS = (1280, 390)


def shoot(page: Page, path: Path) -> None:
    """The whole length of it; says so where it is wider than its window."""
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path, full_page=True)
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        sys.stderr.write(f"{path.name} is wider than its window\n")
