"""A pack is asked for in a browser, unpacked, and read from the disk."""

import zipfile

import pytest

from portal.core.languages.folding import fold, fold_word

pytestmark = pytest.mark.browser

WORDS = [
    "преступник",
    "Ђаче",
    "ќерка",
    "Ѓорѓи",
    "përgjigje",
    "ËSHTË",
    "đak",
    "džep",
    "ЊЕГА",
    "Čvrst",
    "straße",
    "naïve",
    "ж1",
]


@pytest.fixture(scope="session")
def pack(browser, site, tmp_path_factory):
    """The folder of an unpacked pack of good practices, in Serbian in both scripts."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto("/sr/library/?type=good_practice")
    page.locator('a[href*="/library/pack/"]').click()
    page.locator('input[value="sr-latn"]').check()
    page.locator('form[action*="/library/pack/"] button[type=submit]').click()
    with page.expect_download() as download:
        page.locator('a[type="application/zip"]').click()
    folder = tmp_path_factory.mktemp("pack")
    with zipfile.ZipFile(download.value.path()) as zipped:
        zipped.extractall(folder)
    context.close()
    return folder


def opened(open_page, pack, path):
    page = open_page((pack / path).as_uri())
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.reload()
    assert all(url.startswith("file://") for url in requests), requests
    return page


def titles(page):
    return page.locator("[data-results] h3").all_inner_texts()


def test_the_search_finds_in_either_script_and_titles_first(open_page, pack):
    page = opened(open_page, pack, "sr/index.html")
    title = page.locator(".pack-letter a").last.inner_text()
    for typed in (title, title.upper(), fold(title)):
        page.locator("#pack-words").fill(typed)
        assert titles(page)[0] == title
    page.locator("#pack-words").fill("xyzzy")
    assert titles(page) == []
    assert page.locator("[data-said]").inner_text() != ""
    page.locator("#pack-words").fill(title)
    page.keyboard.press("Enter")
    page.locator("[data-results] a").first.click()
    assert page.locator("article h1").inner_text() == title
    assert page.complaints == []


def test_the_script_folds_as_the_portal_does(open_page, pack):
    """What is typed meets what was indexed only if both are folded alike."""
    page = opened(open_page, pack, "sr/index.html")
    for word in WORDS:
        page.evaluate(
            "word => { packIndex.words = [word]; packIndex.places = [[0, 1]]; packIndex.pages[0].title = word; }",
            fold_word(word),
        )
        page.locator("#pack-words").fill(word)
        assert titles(page) == [fold_word(word)], word


def test_without_script_there_are_lists(open_page, pack):
    page = open_page((pack / "index.html").as_uri(), javascript=False)
    assert not page.locator("form[data-search]").is_visible()
    page.goto((pack / "sr-latn" / "topics.html").as_uri())
    assert page.locator(".links a").count() > 0
    page.locator(".links a").first.click()
    assert page.locator("article h1").is_visible()


def test_nothing_is_wider_than_a_telephone(open_page, pack):
    for name in ("index.html", "topics.html"):
        page = open_page((pack / "sr" / name).as_uri(), width=360)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_page_of_a_pack_follows_its_making_by_itself(open_page, site):
    """As long as something goes on the page looks again, and puts what is new in the place of what it shows."""
    page = open_page("/en/library/pack/?type=good_practice")
    page.set_default_timeout(120_000)
    page.locator('form[action*="/library/pack/"] button[type=submit]').click()
    page.locator('a[type="application/zip"]').wait_for()
    finished = page.request.get(page.url).text()
    going_on = finished.replace(
        '<div class="flow prose" data-pack>', '<div class="flow prose" data-pack data-going-on>'
    )
    going_on = going_on.replace("The pack is ready.", "The pack is being made.").replace(
        "application/zip", "text/plain"
    )
    answers = [going_on, going_on, finished]
    page.route(page.url, lambda route: route.fulfill(body=answers.pop(0), content_type="text/html"))
    page.reload()
    assert page.locator("[data-pack-state]").inner_text() == "The pack is being made."
    page.locator('a[type="application/zip"]').wait_for()
    assert page.locator("[data-pack-state]").inner_text() == "The pack is ready."
    assert answers == []
    assert page.complaints == []
