"""Everything works without JavaScript; with it some things are quicker."""

import pytest

pytestmark = pytest.mark.browser

FONT_SIZE = "element => parseFloat(getComputedStyle(element).fontSize)"


@pytest.fixture
def plain(open_page):
    """Opens a page in a browser that runs no scripts."""

    def open_plain(address, width=1280):
        return open_page(address, width=width, javascript=False)

    return open_plain


def size_of(page):
    return page.locator("html").get_attribute("data-text-size")


def test_the_menu_opens(plain):
    page = plain("/en/", 360)
    assert not page.locator("#menu").is_visible()
    page.locator("a[href='#menu']").click()
    assert page.locator("#menu").is_visible()
    with page.expect_navigation():
        page.locator("#menu a").first.click()
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_what_belongs_together_in_the_menu_opens(plain, width):
    page = plain("/en/#menu", width)
    page.locator(".menu__group > summary", has_text="Network").click()
    with page.expect_navigation():
        page.locator("#menu a", has_text="Directory").click()
    assert page.url.endswith("/en/directory/")


def test_the_languages_open_and_lead_to_the_same_page(plain):
    page = plain("/en/accessibility/", 360)
    page.locator("a[href='#languages']").click()
    with page.expect_navigation():
        page.locator("#languages a", has_text="Shqip").click()
    assert page.url.endswith("/sq/accessibility/")
    assert page.locator("html").get_attribute("lang") == "sq"


def test_the_chosen_language_is_remembered(plain):
    page = plain("/mk/library/")
    page.goto("/")
    assert page.url.endswith("/mk/")


def test_filters_are_chosen_applied_and_removed(plain):
    page = plain("/en/library/", 360)
    before = number_of_results(page)
    page.locator("a[href='#filters']").click()
    group = page.locator("#filters details", has=page.locator("input[name=type]"))
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.locator("input[value=good_practice]").check()
    with page.expect_navigation():
        page.locator("#filters button").click()
    assert "type=" in page.url
    assert 0 < number_of_results(page) < before
    with page.expect_navigation():
        page.locator(".active-filters a").first.click()
    assert number_of_results(page) == before


def number_of_results(page):
    return int(page.locator("[role=status] strong").inner_text())


def test_search_forgives_script_and_diacritics(plain):
    page = plain("/en/")
    page.locator("main input[name=q]").fill("prison")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/en/library/?" in page.url
    assert number_of_results(page) > 0
    page.goto("/sr/library/?q=затвор")
    cyrillic = number_of_results(page)
    page.goto("/sr/library/?q=zatvor")
    assert number_of_results(page) == cyrillic > 0


def test_back_leads_back(plain):
    page = plain("/en/library/?type=standard")
    with page.expect_navigation():
        page.locator(".results a").first.click()
    page.go_back()
    assert page.url.endswith("/en/library/?type=standard")


def test_the_text_size_changes_and_stays(plain):
    page = plain("/en/accessibility/")
    with page.expect_navigation():
        page.locator("button[name=size][value='3']").click()
    assert page.url.endswith("/en/accessibility/")
    assert size_of(page) == "3"
    page.goto("/mk/standards/european-prison-rules/")
    assert size_of(page) == "3"


def test_with_javascript_the_text_grows_at_once(open_page):
    page = open_page("/en/accessibility/")
    text = page.locator("main p").first
    before = text.evaluate(FONT_SIZE)
    with page.expect_response("**/text-size/"):
        page.locator("button[name=size][value='3']").click()
    assert text.evaluate(FONT_SIZE) > before
    page.goto("/mk/")
    assert size_of(page) == "3"


def test_the_print_button_is_there_for_those_it_works_for(open_page, plain):
    assert not plain("/en/accessibility/").locator(".js-print").is_visible()
    assert open_page("/en/accessibility/").locator(".js-print").is_visible()


def test_print_has_the_text_with_its_address_and_not_the_menu(open_page, site):
    page = open_page("/en/accessibility/")
    page.emulate_media(media="print")
    assert not page.locator("#menu").is_visible()
    assert not page.locator(".tools").is_visible()
    assert f"{site}/en/accessibility/" in page.locator(".print-only").first.inner_text()
    assert page.locator("h1").is_visible()


def test_a_search_is_saved_and_deleted(open_page, signed_in):
    page = open_page("/en/library/?q=release", width=360, javascript=False, storage_state=signed_in)
    for press in ("Save this search", "Save"):
        with page.expect_navigation():
            page.locator("main").get_by_text(press, exact=True).click()
    assert page.locator("main [role=status]").inner_text() == "The search is saved."
    for _ in ("in the list", "on the page that asks"):
        with page.expect_navigation():
            page.locator("main").get_by_text("Delete").last.click()
    assert page.locator("main [role=status]").inner_text() == "The search is deleted."


def test_a_term_leads_to_its_explanation_at_the_end(plain):
    page = plain("/sr-latn/practices/two-step-screening-and-risk-assessment-at-admission/", 360)
    link = page.locator("a.term").first
    anchor = link.get_attribute("href")
    link.click()
    assert page.url.endswith(anchor)
    assert 0 <= page.locator(anchor).bounding_box()["y"] < 800
    with page.expect_navigation():
        page.locator(f"{anchor} a").click()
    assert "/sr-latn/glossary/" in page.url


def test_stages_lead_from_one_to_the_next(plain):
    page = plain("/mk/", 360)
    with page.expect_navigation():
        page.locator(".stage__link").first.click()
    assert page.url.endswith("/mk/continuum/pretrial/")
    visited = 1
    while page.locator("a[rel=next]").count():
        with page.expect_navigation():
            page.locator("a[rel=next]").click()
        visited += 1
    assert (visited, page.url.rsplit("/", 2)[1]) == (7, "post-penal-support")
