"""Every kind of page, in four languages and two scripts, wide and narrow: axe is content, nothing scrolls sideways."""

import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "sq", "sr-latn", "mk")

PAGES = {
    "home": "/",
    "continuum": "/continuum/",
    "stage": "/continuum/probation-supervision/",
    "library": "/library/",
    "library, narrowed": "/library/?stage=release&beneficiary=AL",
    "library, nothing found": "/library/?q=zzzzzz",
    "practice": "/practices/{practice}/",
    "standard": "/standards/european-prison-rules/",
    "methodology": "/methodologies/{methodology}/",
    "session plan": "/methodologies/{methodology}/session-plan/",
    "glossary": "/glossary/",
    "glossary by letter": "/glossary/?by=letter",
    "concept": "/glossary/{concept}/",
    "news list": "/news/",
    "news": "/news/{news}/",
    "highlights": "/highlights/",
    "events": "/events/",
    "event": "/events/{event}/",
    "beneficiary": "/beneficiaries/albania/",
    "plain page": "/accessibility/",
    "key documentation": "/key-documentation/",
    "not found": "/nothing/here/",
    "sign in": "/account/login/",
    "own second factor": "/account/2fa/",
    "own address": "/account/email/",
    "own searches": "/library/saved/",
    "saving a search": "/library/saved/new/?q=release&stage=release",
}

#: For members, as all the samples of its kind are.
METHODOLOGY = "steps-one-to-one-supervision-programme"
FOR_MEMBERS = {"methodology", "session plan", "own second factor", "own address", "own searches", "saving a search"}

#: Of these all languages are looked at; of the others, whose components are the same, one in each script.
IN_ALL_LANGUAGES = {
    "home",
    "continuum",
    "stage",
    "library",
    "practice",
    "standard",
    "methodology",
    "glossary",
    "news",
    "plain page",
    "not found",
    "sign in",
}

AXE = Axe()
WIDTHS = (1280, 360)


@pytest.fixture(scope="session")
def slugs(site):
    """A page of each type that everybody may see, as the sitemap and the glossary name them."""

    def first(address, pattern):
        with urllib.request.urlopen(site + address) as response:
            return re.search(pattern, response.read().decode())[1]

    return {
        "practice": first("/sitemap.xml", r"/en/practices/([\w-]+)/"),
        "news": first("/sitemap.xml", r"/en/news/([\w-]+)/"),
        "event": first("/sitemap.xml", r"/en/events/([\w-]+)/"),
        "concept": first("/en/glossary/", r"/en/glossary/([\w-]+)/"),
        "methodology": METHODOLOGY,
    }


def violations(page):
    """What axe finds, by rule, with where; rules of WCAG 2.2 AA and its best practices."""
    found = AXE.run(page).response["violations"]
    return {rule["id"]: [" ".join(map(str, node["target"])) for node in rule["nodes"]][:5] for rule in found}


def sideways(page):
    """How many pixels the page is wider than the window, and what sticks out."""
    return page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            const over = document.documentElement.scrollWidth - width;
            if (over <= 0) return [];
            return [over, ...[...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .slice(0, 5).map(element => element.outerHTML.slice(0, 120))];
        }"""
    )


CASES = [(kind, code) for kind in PAGES for code in LANGUAGES if kind in IN_ALL_LANGUAGES or code in {"en", "mk"}]


@pytest.mark.parametrize(("kind", "code"), CASES, ids=[f"{kind}-{code}" for kind, code in CASES])
def test_it_can_be_used_by_everybody(open_page, signed_in, slugs, kind, code):
    options = {"storage_state": signed_in} if kind in FOR_MEMBERS else {}
    page = open_page(f"/{code}{PAGES[kind].format(**slugs)}", **options)
    assert page.locator("h1").count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == {}, f"at {width} pixels"
        assert sideways(page) == [], f"at {width} pixels"
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert page.complaints == (expected if kind == "not found" else [])


@pytest.mark.parametrize("kind", ["home", "continuum", "stage", "library", "practice", "standard"])
def test_it_can_be_read_in_the_dark_and_largest(open_page, slugs, kind):
    page = open_page(f"/en{PAGES[kind].format(**slugs)}", width=360, color_scheme="dark")
    page.evaluate("document.documentElement.dataset.textSize = '3'")
    assert violations(page) == {}
    assert sideways(page) == []


def test_an_explained_term_can_be_used_by_everybody(open_page):
    page = open_page("/sq/practices/two-step-screening-and-risk-assessment-at-admission/", color_scheme="dark")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.locator("a.term").nth(1).click()
        assert page.locator(".explanation").is_visible()
        assert violations(page) == {}, f"at {width} pixels"
        assert sideways(page) == [], f"at {width} pixels"
