"""With the keyboard alone."""

import pytest

from tests.browser.looks import violations

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
    menu = page.eval_on_selector_all("#menu > ul > li > a", "links => links.map(link => link.getAttribute('href'))")
    assert menu == ["/en/continuum/", "/en/trainings/", "/en/calendar/"]
    assert set(menu) <= set(order)


@pytest.mark.parametrize("code", ["en", "sq", "bs", "cnr", "mk", "sr", "sr-latn"])
def test_the_menu_is_one_line_beside_the_name_of_the_site(open_page, code):
    page = open_page(f"/{code}/")
    tops = page.eval_on_selector_all("#menu > ul > li", "entries => entries.map(entry => entry.offsetTop)")
    assert len(tops) == 6
    assert len(set(tops)) == 1
    name, menu = page.locator(".brand").bounding_box(), page.locator("#menu").bounding_box()
    assert name["x"] + name["width"] <= menu["x"]


def test_a_group_of_the_menu_opens_and_does_not_stay_in_the_way(open_page):
    page = open_page("/en/")
    group = page.locator("details.menu__group").first
    library = group.locator("a[href='/en/library/']")
    assert not library.is_visible()
    group.locator("summary").focus()
    press(page, "Enter")
    assert library.is_visible()
    press(page, "Tab")
    assert focused(page) == "/en/library/"
    press(page, "Escape")
    assert not library.is_visible()
    assert page.evaluate("() => document.activeElement.matches('.menu__group > summary')")
    press(page, "Enter")
    assert violations(page) == {}
    # Past its three links, to what stands behind it.
    press(page, "Tab", times=4)
    assert focused(page) == "/en/trainings/"
    assert not library.is_visible()


def test_groups_of_the_narrow_menu_close_one_level_each_time_and_stay_while_one_goes_on(open_page):
    page = open_page("/en/", width=360)
    page.locator("a[href='#menu']").click()
    menu, group = page.locator("#menu"), page.locator("details.menu__group").first
    group.locator("summary").click()
    press(page, "Tab", times=4)
    assert focused(page) == "/en/trainings/"
    assert group.get_attribute("open") is not None
    press(page, "Shift+Tab")
    press(page, "Escape")
    assert (group.get_attribute("open"), menu.is_visible()) == (None, True)
    press(page, "Escape")
    assert not menu.is_visible()


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


INSIDE = "selector => document.querySelector(selector).contains(document.activeElement)"

#: What is reached last, if it cannot be seen: without an outline, outside of the window, or behind something else.
UNSEEN = """() => {
    const reached = document.activeElement, style = getComputedStyle(reached), box = reached.getBoundingClientRect();
    const there = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const onTop = there && (reached.contains(there) || there.contains(reached));
    return outlined && onTop ? "" : reached.outerHTML.slice(0, 200);
}"""

#: Links in a sentence, which are as high as their line, need not be (WCAG 2.5.8).
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])")]
    .filter(target => target.checkVisibility() && !target.closest(".hidden, .skip"))
    .map(target => [target, target.matches("[type=checkbox]") ? target.closest("label") : target])
    .filter(([, hit]) => Math.min(hit.offsetHeight || hit.getBoundingClientRect().height, hit.offsetWidth || 99) < 24)
    .filter(([target]) => getComputedStyle(target).display !== "inline" || target.parentElement.children.length === 1 &&
        target.parentElement.textContent.trim() === target.textContent.trim())
    .map(([target]) => target.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("address", [PRACTICE, "/mk/library/?q=zatvor&stage=release"])
def test_whatever_is_reached_is_seen_and_large_enough(open_page, address):
    page = open_page(address)
    unseen = []
    for _ in range(120):
        press(page, "Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        unseen.append(page.evaluate(UNSEEN))
    assert [element for element in unseen if element] == []
    assert page.evaluate(SMALL) == []


def test_filters_follow_what_opens_them(open_page):
    page = open_page("/en/library/", width=360)
    opener = page.locator("a[href='#filters']")
    opener.focus()
    press(page, " ")
    assert opener.get_attribute("aria-expanded") == "true"
    press(page, "Tab")
    assert page.evaluate(INSIDE, "#filters")
    press(page, "Escape")
    assert not page.locator("#filters").is_visible()
    assert focused(page) == "#filters"


def test_suggestions_are_chosen_with_the_arrows(open_page):
    page = open_page("/en/library/")
    field = page.locator("#search")
    field.focus()
    page.keyboard.type("releas")
    page.wait_for_selector("[role=option]")
    number = page.locator("[role=option]").count()
    assert page.locator(".searchbox [role=status]").inner_text() == f"{number} suggestions"
    press(page, "ArrowDown")
    assert page.locator("[aria-selected=true]").get_attribute("id") == field.get_attribute("aria-activedescendant")
    assert violations(page) == {}
    press(page, "Escape")
    assert (page.locator("[role=option]").count(), field.input_value()) == (0, "releas")
    page.keyboard.type("e")
    page.wait_for_selector("[role=option]")
    address = page.locator("[role=option]").first.get_attribute("href")
    press(page, "ArrowDown")
    with page.expect_navigation():
        press(page, "Enter")
    assert page.url.endswith(address)


def test_the_account_menu_does_not_stay_in_the_way(open_page, signed_in):
    page = open_page("/en/", width=360, storage_state=signed_in)
    menu, opener = page.locator("details.account"), page.locator("details.account summary")
    opener.focus()
    press(page, "Enter")
    press(page, "Tab")
    press(page, "Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("() => document.activeElement.matches('.account > summary')")
    press(page, "Enter")
    press(page, "Shift+Tab")
    assert menu.get_attribute("open") is None


def test_what_is_wrong_in_a_form_is_read_first(open_page):
    page = open_page("/en/account/login/")
    page.locator("[name=login]").fill("somebody@example.org")
    with page.expect_navigation():
        press(page, "Enter")
    assert page.title().startswith("Error: ")
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "alert"
    press(page, "Tab")
    press(page, "Enter")
    assert focused(page) == "password"
