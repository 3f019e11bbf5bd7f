"""The browser tells which result was opened; the links stay as they are."""

import pytest

pytestmark = pytest.mark.browser


def posted(page):
    """What the page sends besides."""
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append((request.url, request.post_data)))
    return sent


def test_opening_a_result_is_told(open_page, site):
    page = open_page("/en/library/?q=prison&page=1")
    sent = posted(page)
    result = page.locator(".results > li").nth(1)
    document, link = result.get_attribute("data-document"), result.locator("h3 a")
    assert "?" not in link.get_attribute("href")
    with page.expect_navigation():
        link.click()
    assert sent == [
        (f"{site}/en/library/clicks/", f"q=prison&document={document.replace(':', '%3A')}&rank=2"),
    ]
    assert page.complaints == []


def test_browsing_tells_nothing(open_page):
    page = open_page("/en/library/")
    sent = posted(page)
    with page.expect_navigation():
        page.locator(".results h3 a").first.click()
    assert sent == []


def test_without_javascript_nothing_is_told(open_page):
    page = open_page("/en/library/?q=prison", javascript=False)
    sent = posted(page)
    with page.expect_navigation():
        page.locator(".results h3 a").first.click()
    assert sent == []
