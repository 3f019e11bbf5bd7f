"""With the keyboard alone."""

import pytest

pytestmark = pytest.mark.browser

FOCUSED = "() => { const e = document.activeElement; return e.getAttribute('href') || e.name || e.id || e.tagName; }"


def focused(page):
    return page.evaluate(FOCUSED)


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)


def test_the_first_stop_skips_to_the_content(open_page):
    page = open_page("/en/library/")
    press(page, "Tab")
    assert focused(page) == "#main"
    assert page.locator(".skip").is_visible()
    press(page, "Enter")
    assert focused(page) == "main"
    press(page, "Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_languages_and_menu_are_reached_before_the_content(open_page):
    page = open_page("/en/library/")
    order = []
    for _ in range(40):
        press(page, "Tab")
        order.append(focused(page))
        if page.evaluate("() => document.querySelector('main').contains(document.activeElement)"):
            break
    assert order[0] == "#main"
    assert "/sq/library/" in order
    menu = page.eval_on_selector_all("#menu a", "links => links.map(link => link.getAttribute('href'))")
    assert len(menu) >= 3
    assert set(menu) <= set(order)


def test_focus_can_be_seen(open_page):
    page = open_page("/en/")
    for _ in range(12):
        press(page, "Tab")
        outline = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            }"""
        )
        assert outline, page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")


def test_the_narrow_menu_opens_and_closes(open_page):
    page = open_page("/en/", width=360)
    opener, menu = page.locator("a[href='#menu']"), page.locator("#menu")
    assert not menu.is_visible()
    opener.focus()
    press(page, "Enter")
    assert menu.is_visible()
    assert opener.get_attribute("aria-expanded") == "true"
    press(page, "Tab")
    press(page, "Escape")
    assert not menu.is_visible()
    assert page.evaluate("() => document.activeElement.hash") == "#menu"


def test_an_address_of_a_rule_leads_to_it(open_page):
    page = open_page("/en/standards/european-prison-rules/#rule-51")
    box = page.locator("#rule-51").bounding_box()
    assert 0 <= box["y"] < 800
