"""Every kind of page, in four languages and two scripts: axe is content, no text is cut off, nothing moves unasked."""

import re
import urllib.request

import pytest

from tests.browser.conftest import BASE
from tests.browser.looks import crowded, moving, sideways, violations

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
    "working groups": "/groups/",
    "working group": "/groups/{group}/",
    "meetings": "/groups/{group}/meetings/",
    "own new meeting": "/groups/{group}/meetings/new/",
    "own action board": "/groups/{group}/action-points/",
    "own closed space": "/groups/{group}/space/",
    "preconditions": "/preconditions/",
    "precondition": "/preconditions/joint-database/kosovo/",
    "calendar": "/calendar/",
    "calendar, a month": "/calendar/?month=2026-12",
    "calendar, a year": "/calendar/?year=2026",
    "beneficiary": "/beneficiaries/albania/",
    "plain page": "/accessibility/",
    "key documentation": "/key-documentation/",
    "not found": "/nothing/here/",
    "sign in": "/account/login/",
    "code by e-mail": "/account/login/code/",
    "own account": "/account/",
    "own sessions": "/account/sessions/",
    "own language": "/account/preferences/",
    "own e-mails": "/account/notifications/",
    "own password": "/account/password/change/",
    "own passkeys": "/account/2fa/webauthn/",
    "own second factor": "/account/2fa/",
    "own address": "/account/email/",
    "own searches": "/library/saved/",
    "saving a search": "/library/saved/new/?q=release&stage=release",
    "two languages": "/practices/{practice}/beside/sq/",
    "reading list": "/library/list/",
    "taking along": "/library/pack/?type=good_practice",
    "directory": "/directory/",
    "directory, nobody found": "/directory/?q=zzzzzz",
    "question": "/library/ask/",
    "new password": "/account/password/reset/",
}

#: For members, as all the samples of its kind are.
METHODOLOGY = "steps-one-to-one-supervision-programme"
OWN = {kind for kind in PAGES if kind.startswith("own ")}
FOR_MEMBERS = {"methodology", "session plan", "saving a search", *OWN}

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

#: These are in all seven renderings: what else differs between them is words.
IN_ALL_RENDERINGS = {"home", "library", "practice"}
OTHER_RENDERINGS = ("bs", "cnr", "sr")

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
        "group": first("/en/groups/", r"/en/groups/([\w-]+)/"),
        "event": first("/sitemap.xml", r"/en/events/([\w-]+)/"),
        "concept": first("/en/glossary/", r"/en/glossary/([\w-]+)/"),
        "methodology": METHODOLOGY,
    }


CASES = [(kind, code) for kind in PAGES for code in LANGUAGES if kind in IN_ALL_LANGUAGES or code in {"en", "mk"}]
CASES += [(kind, code) for kind in sorted(IN_ALL_RENDERINGS) for code in OTHER_RENDERINGS]


@pytest.fixture(scope="session")
def somebody_answers(browser, site, signed_in):
    """An administrator has entered who answers questions, so that they can be asked."""
    context = browser.new_context(base_url=site, storage_state=signed_in)
    page = context.new_page()
    page.goto("/admin/settings/core/sitetext/")
    page.locator("[name=questions_to]").fill("questions@example.org")
    with page.expect_navigation():
        page.locator("[name=questions_to]").evaluate("field => field.form.requestSubmit()")
    context.close()


@pytest.mark.usefixtures("somebody_answers")
@pytest.mark.parametrize(("kind", "code"), CASES, ids=[f"{kind}-{code}" for kind, code in CASES])
def test_it_can_be_used_by_everybody(open_page, signed_in, slugs, kind, code):
    options = {"storage_state": signed_in} if kind in FOR_MEMBERS else {}
    page = open_page(f"/{code}{PAGES[kind].format(**slugs)}", **options)
    assert page.locator("h1").count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == {}, f"at {width} pixels"
        assert sideways(page) == [], f"at {width} pixels"
        assert crowded(page) == [], f"at {width} pixels"
    assert moving(page) == []
    expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert page.complaints == (expected if kind == "not found" else [])


@pytest.mark.parametrize("kind", ["home", "continuum", "stage", "library", "practice", "standard"])
def test_it_can_be_read_in_the_dark_and_largest(open_page, slugs, kind):
    """So it can with more contrast, and in the few colours that somebody has chosen for all pages."""
    page = open_page(f"/en{PAGES[kind].format(**slugs)}", width=360, color_scheme="dark")
    page.evaluate("document.documentElement.dataset.textSize = '3'")
    for colours in ({}, {"contrast": "more"}, {"contrast": "more", "forced_colors": "active"}):
        page.emulate_media(**colours)
        assert violations(page) == {}, colours
        assert sideways(page) == [], colours
        assert crowded(page) == [], colours


def test_an_explained_term_can_be_used_by_everybody(open_page):
    page = open_page("/sq/practices/two-step-screening-and-risk-assessment-at-admission/", color_scheme="dark")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.locator("a.term").nth(1).click()
        assert page.locator(".explanation").is_visible()
        assert violations(page) == {}, f"at {width} pixels"
        assert sideways(page) == [], f"at {width} pixels"


def test_every_component_can_be_used_by_everybody(open_page, signed_in):
    """In every state, also those that no page of the starter content shows: dark, then light and wide.

    Of each there are several on this page, so that their landmarks have the same names.
    """
    page = open_page("/mk/_util/components/", width=360, color_scheme="dark", storage_state=signed_in)
    assert violations(page, "landmark-unique") == {}
    assert sideways(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert violations(page, "landmark-unique") == {}


def test_the_page_of_maintenance_can_be_used_by_everybody(open_page, prepared):
    notice = prepared / "maintenance" / "notice"
    notice.parent.mkdir(exist_ok=True)
    notice.write_text("2101-03-01T22:00:00+01:00")
    try:
        page = open_page("/sq/library/", width=360)
    finally:
        notice.unlink()
    assert page.locator("h1").count() == 1
    assert violations(page) == {}
    assert sideways(page) == []


def test_the_page_of_a_refused_form_can_be_used_by_everybody(open_page):
    page = open_page("/sr/account/login/", width=360)
    page.locator("[name=login]").fill("somebody@example.org")
    page.locator("[name=password]").fill("not the password")
    page.context.clear_cookies()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("main form").count() == 0
    assert violations(page) == {}
    assert sideways(page) == []


def test_the_page_of_a_failure_can_be_used_by_everybody(open_page, site):
    page = open_page("/en/accessibility/", width=360)
    broken = (BASE / "portal/templates/500.html").read_text(encoding="utf-8").split("{% endcomment %}")[1]
    page.route("**/broken/", lambda route: route.fulfill(body=broken, content_type="text/html"))
    page.goto("/broken/")
    assert violations(page) == {}
    assert sideways(page) == []


@pytest.mark.parametrize("kind", ["home", "library", "standard"])
def test_text_may_be_spaced_out(open_page, slugs, kind):
    """WCAG 1.4.12 and 1.4.10: nothing is lost with more space between lines, letters and words, at 320 pixels."""
    page = open_page(f"/mk{PAGES[kind].format(**slugs)}", width=320)
    page.evaluate(
        """() => {
            const spaced = new CSSStyleSheet();
            spaced.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
                word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
            document.adoptedStyleSheets = [spaced];
        }"""
    )
    assert sideways(page) == []
