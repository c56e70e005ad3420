"""History, comparison, translation and preview of a record break no rule of accessibility and of the browser."""

import pytest

from tests.browser.test_accessible import violations


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_pages_of_a_record_break_no_rule(enter, language, scheme):
    page = enter("publisher", language, color_scheme=scheme)
    page.goto("/admin/desk/article/?q=joint-commission-signed")
    page.locator("#result_list tbody th a").first.click()
    page.wait_for_load_state()
    addresses = [link.get_attribute("href") for link in page.locator(".record-links a").all()]
    history = next(address for address in addresses if "/history/" in address)
    addresses += [
        f"{history}compare/?one=working:en&other=working:ar",
        f"{history}compare/?one=edition:en:1&other=working:en",
        f"{history}restore/?text=edition:en:1",
    ]

    broken = {}
    for address in addresses:
        page.goto(address, wait_until="networkidle")
        broken[address] = violations(page)

    assert {address: found for address, found in broken.items() if found} == {}
    assert len(addresses) >= 7
