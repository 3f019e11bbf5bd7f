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


PRACTICE = "/en/practices/two-step-screening-and-risk-assessment-at-admission/"


def test_a_term_is_explained_where_it_stands(open_page):
    page = open_page(PRACTICE, width=360)
    link, explanation = page.locator("a.term").first, page.locator(".explanation")
    link.focus()
    press(page, "Enter")
    assert link.get_attribute("aria-expanded") == "true"
    assert page.url.endswith(PRACTICE)
    term, place = link.bounding_box(), explanation.bounding_box()
    assert 0 < place["y"] - (term["y"] + term["height"]) < 20
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360
    press(page, "Tab")
    assert page.evaluate("() => document.querySelector('.explanation').contains(document.activeElement)")
    assert "/en/glossary/" in focused(page)
    press(page, "Escape")
    assert explanation.count() == 0
    assert page.evaluate("() => document.activeElement.className") == "term"
    press(page, " ")
    assert explanation.is_visible()


def test_one_term_is_explained_at_a_time_until_something_else_is_touched(open_page):
    page = open_page(PRACTICE, width=360, has_touch=True)
    # Far enough from each other that one explanation does not cover the next term.
    first, second = page.locator("a.term").nth(0), page.locator("a.term").nth(5)
    first.tap()
    second.tap()
    assert (first.get_attribute("aria-expanded"), second.get_attribute("aria-expanded")) == ("false", "true")
    assert page.locator(".explanation").count() == 1
    page.locator(".explanation .terms__others").tap()
    assert page.locator(".explanation").count() == 1
    page.locator("h1").tap()
    assert page.locator(".explanation").count() == 0
    second.tap()
    second.tap()
    assert page.locator(".explanation").count() == 0


def test_the_whole_column_of_a_stage_leads_to_it(open_page):
    page = open_page("/en/")
    stage = page.locator(".stage").nth(3)
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    with page.expect_navigation():
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] - 10)
    assert page.url.endswith("/en/continuum/pre-release/")
