"""The overview of the continuum and the pages of its stages: what the portal has for each, for whoever asks."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.models import EventPage
from portal.vocabulary.models.taxonomy import FacetCode
from practices.models import Methodology, Standard, StandardPart
from tests.factories.pages import LOGIN, make_news, make_page, make_practice
from tests.factories.people import make_user
from tests.factories.vocabulary import make_concept, make_term

QUERIES = 19
OVERVIEW_QUERIES = 8


@pytest.fixture
def custody(site_root):
    make_term(FacetCode.RESOURCE_TYPE, "good_practice", label_en="Good practice", position=1)
    make_term(FacetCode.RESOURCE_TYPE, "standard", label_en="Standard", position=2)
    make_term(FacetCode.RESOURCE_TYPE, "programme_methodology", label_en="Programme methodology", position=3)
    return make_term(
        FacetCode.STAGE,
        "imprisonment",
        label_en="Imprisonment",
        position=1,
        description_en="Serving the sentence.\r\nStaff know the people.\r\nOthers come in.",
    )


@pytest.fixture
def before_release(custody):
    return make_term(FacetCode.STAGE, "pre_release", label_en="Pre-release", position=2)


@pytest.fixture
def release(before_release):
    return make_term(FacetCode.STAGE, "release", label_en="Release", position=3)


def titles(html, section):
    return [link.get_text(strip=True) for link in html.select(f"[aria-labelledby={section}] :is(h3 > a, .links a)")]


def text(element):
    return " ".join(element.get_text(" ", strip=True).split())


def test_the_overview_explains_each_stage_in_a_sentence(release, build_index, visit):
    make_page(Methodology, stages=[release])
    build_index()
    html = visit("/en/continuum/")
    assert [(link["href"], text(link)) for link in html.select("main .stage__link")] == [
        ("/en/continuum/imprisonment/", "1 Imprisonment 0 resources"),
        ("/en/continuum/pre-release/", "2 Pre-release 0 resources"),
        ("/en/continuum/release/", "3 Release 1 resource"),
    ]
    assert [text(sentence) for sentence in html.select(".stage__text")] == ["Serving the sentence."]


def test_a_portal_without_stages_has_an_overview_that_says_so(site_root, visit, client):
    assert visit("/en/continuum/").select_one(".empty h2").get_text() == "No stages yet"
    assert client.get("/en/continuum/release/").status_code == 404


def test_a_stage_says_what_it_is_and_what_is_next_to_it(release, visit):
    html = visit("/en/continuum/imprisonment/")
    assert (html.h1.get_text(), text(html.select_one(".page-head .badge"))) == ("Imprisonment", "Stage 1 of 3")
    assert text(html.select_one(".lead")) == "Serving the sentence."
    assert text(html.select_one(".reading__text > p")) == "Staff know the people. Others come in."
    assert [text(actor) for actor in html.select(".glance .who")] == ["Prison: leads", "Civil society", "Family"]
    assert [link["href"] for link in html.select(".stage-steps a")] == ["/en/continuum/pre-release/"]
    between = visit("/mk/continuum/pre-release/").select(".stage-steps a")
    assert [(link["rel"], link["href"]) for link in between] == [
        (["prev"], "/mk/continuum/imprisonment/"),
        (["next"], "/mk/continuum/release/"),
    ]


def test_a_description_in_another_language_is_marked_as_that(custody, visit):
    html = visit("/sq/continuum/imprisonment/")
    assert html.select_one(".lead span")["lang"] == "en"
    assert html.select_one(".reading__text > p")["lang"] == "en"
    assert visit("/sq/continuum/").select_one(".stage__text")["lang"] == "en"


@pytest.mark.parametrize("slug", ["pre_release", "PRE-RELEASE", "gate", "good-practice", "-", "pre-release-"])
def test_only_the_names_of_stages_are_addresses(release, client, slug):
    make_term(FacetCode.TARGET_GROUP, "gate")
    assert client.get("/en/continuum/pre-release/").status_code == 200
    assert client.get(f"/en/continuum/{slug}/").status_code == 404


def test_it_brings_together_what_the_features_have(release, build_index, visit):
    make_practice(headline_en="Older practice", stages=[release], last_reviewed_on=date(2025, 1, 1))
    make_practice(headline_en="Newer practice", stages=[release], last_reviewed_on=date(2026, 1, 1))
    make_practice(headline_en="Elsewhere")
    make_page(Standard, headline_en="A standard", stages=[release])
    make_page(Methodology, headline_en="A methodology", stages=[release])
    make_page(EventPage, headline_en="Last year", stages=[release], start=date(2025, 1, 1), end=date(2025, 1, 2))
    make_page(EventPage, headline_en="Next year", stages=[release], start=date(2090, 1, 1), end=date(2090, 1, 2))
    make_page(EventPage, headline_en="About something else")
    make_news(headline_en="News are not resources", stages=[release])
    build_index()
    html = visit("/en/continuum/release/")
    assert titles(html, "good-practice") == ["Newer practice", "Older practice"]
    assert titles(html, "standard") == ["A standard"]
    assert titles(html, "programme-methodology") == ["A methodology"]
    assert titles(html, "events") == ["Next year", "Last year"]
    assert "Event · 1–2 January 2090" in text(html.select_one("[aria-labelledby=events]"))
    assert [text(entry) for entry in html.select(".toc a")] == [
        "Good practices",
        "Standards",
        "Programme methodologies",
        "Events",
    ]
    assert text(html.select_one(".glance dd a")) == "4 resources"
    assert html.select_one(".glance dd a")["href"] == "/en/library/?stage=release"


def test_five_of_a_kind_and_the_way_to_all_of_them(release, build_index, visit):
    for _ in range(7):
        make_practice(stages=[release])
        make_page(EventPage, stages=[release])
    build_index()
    html = visit("/en/continuum/release/")
    assert (len(titles(html, "good-practice")), len(titles(html, "events"))) == (5, 5)
    everything = html.select("[aria-labelledby=good-practice] p > a")[-1]
    assert text(everything) == "All 7 in the library : Good practices"
    assert everything["href"] == "/en/library/?type=good_practice&stage=release"
    found = visit(everything["href"])
    assert text(found.select_one("[role=status]")) == "7 results found"


def test_standards_name_their_parts_about_the_stage(release, before_release, build_index, visit):
    standard = make_page(
        Standard, slug="rules", headline_en="Rules", stages=[release], ready=("en", "sq"), headline_sq="Rregulla"
    )
    for number, stages, headings in (
        ("Rule 107", [release], {"heading_sq": "Lirimi", "heading_mk": "Never seen"}),
        ("Rule 33", [before_release, release], {}),
        ("Rule 1", [before_release], {}),
    ):
        part = StandardPart.objects.create(standard=standard, number=number, heading_en=f"Of {number}", **headings)
        part.stages.set(stages)
    build_index()

    def parts(address):
        links = visit(address).select("[aria-labelledby=standard] details a")
        return [(link.get("lang"), text(link), link["href"]) for link in links]

    assert parts("/en/continuum/release/") == [
        (None, "Rule 107: Of Rule 107", "/en/standards/rules/#rule-107"),
        (None, "Rule 33: Of Rule 33", "/en/standards/rules/#rule-33"),
    ]
    assert parts("/sq/continuum/release/")[0][:2] == (None, "Rregulli 107: Lirimi")
    assert [lang for lang, _text, _url in parts("/sq/continuum/release/")] == [None, "en"]
    # The page is not ready in Macedonian, so neither is what a translator has begun.
    assert parts("/mk/continuum/release/")[0][:2] == ("en", "Rule 107: Of Rule 107")


def test_titles_are_in_the_nearest_language_and_marked(release, build_index, visit):
    make_practice(headline_en="English", stages=[release])
    make_practice(headline_sr="Српски", stages=[release], ready=("sr",))
    make_page(EventPage, headline_en="An event", stages=[release])
    build_index()
    links = visit("/bs/continuum/release/").select("[aria-labelledby=good-practice] h3 a")
    assert sorted((link["lang"], link.get_text()) for link in links) == [("en", "English"), ("sr-Latn", "Srpski")]
    assert visit("/sq/continuum/release/").select_one("[aria-labelledby=events] li a")["lang"] == "en"


def test_terms_are_those_that_most_resources_are_about(release, before_release, build_index, visit):
    plan, housing, other = make_concept("release-plan"), make_concept("housing"), make_concept("other")
    make_practice(stages=[release], concepts=[plan, housing])
    make_practice(stages=[release, before_release], concepts=[plan])
    make_page(Methodology, stages=[before_release], concepts=[other])
    build_index()
    chips = visit("/en/continuum/release/").select("[aria-labelledby=terms] .chip")
    assert [(chip["href"], text(chip)) for chip in chips] == [
        ("/en/glossary/housing/", "housing"),
        ("/en/glossary/release-plan/", "release-plan"),
    ]
    assert visit("/en/continuum/imprisonment/").select("#terms") == []


def test_what_one_may_not_see_is_in_no_list_and_no_count(release, build_index, client, visit):
    secret = make_concept("secret-concept", label_en="Zanzibarian concept")
    make_practice(headline_en="Open practice", stages=[release])
    for fields in ({"restricted_to": LOGIN}, {"live": False}):
        make_practice(headline_en="Zanzibarian practice", stages=[release], concepts=[secret], **fields)
        make_page(Methodology, headline_en="Zanzibarian methodology", stages=[release], **fields)
        make_page(EventPage, headline_en="Zanzibarian event", stages=[release], **fields)
        standard = make_page(Standard, headline_en="Zanzibarian standard", stages=[release], **fields)
        part = StandardPart.objects.create(standard=standard, number="Rule 1", heading_en="Zanzibarian rule")
        part.stages.add(release)
    build_index()
    for html in (visit("/en/continuum/"), visit("/en/continuum/release/")):
        assert "Zanzibarian" not in str(html)
        assert "1 resource" in text(html.main)
    client.force_login(make_user())
    html = visit("/en/continuum/release/")
    for word in ("practice", "methodology", "event", "standard", "rule", "concept"):
        assert f"Zanzibarian {word}" in str(html)
    assert "4 resources" in text(html.main)


def test_without_the_engine_the_database_answers(release, visit):
    make_practice(headline_en="A practice", stages=[release])
    make_practice(headline_en="Zanzibarian", stages=[release], restricted_to=LOGIN)
    make_practice(headline_en="Elsewhere")
    html = visit("/en/continuum/release/")
    assert titles(html, "good-practice") == ["A practice"]
    assert text(html.select_one(".glance dd a")) == "1 resource"
    assert visit("/en/continuum/").select(".stage__count") == []


def test_a_stage_with_nothing_says_why(release, build_index, visit):
    build_index()
    html = visit("/en/continuum/release/")
    assert text(html.select_one(".empty h2")) == "Nothing to show for this stage yet"
    assert html.select(".toc") == []


def test_samples_bring_the_notice(release, build_index, visit):
    make_practice(stages=[release])
    build_index()
    notice = "Sample content for demonstration."
    assert notice not in visit("/en/continuum/release/").get_text()
    make_page(EventPage, stages=[release], is_sample=True)
    assert notice in visit("/en/continuum/release/").get_text()


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same_for_one_and_for_three(release, build_index, client, number):
    for count in range(number):
        concept = make_concept(f"concept-{count}")
        make_practice(stages=[release], concepts=[concept])
        make_page(Methodology, stages=[release], concepts=[concept])
        make_page(EventPage, stages=[release])
        standard = make_page(Standard, stages=[release])
        part = StandardPart.objects.create(standard=standard, number="Rule 1", heading_en="Heading")
        part.stages.add(release)
    build_index()
    for address, expected in (("/en/continuum/release/", QUERIES), ("/en/continuum/", OVERVIEW_QUERIES)):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) == expected, address


def test_a_stage_can_be_followed(release, build_index, visit, client):
    make_practice(headline_en="Documents on the day", stages=[release])
    make_practice(headline_en="Closed to most", stages=[release], restricted_to=LOGIN)
    make_practice(headline_en="Of no stage")
    build_index()
    html = visit("/en/continuum/release/")
    announced = html.select_one("head link[type='application/atom+xml']")
    assert (announced["title"], announced["href"]) == ("Release – Continuum", "/en/library/feed/?stage=release")
    assert html.select_one("main a[type='application/atom+xml']")["href"] == announced["href"]
    feed = client.get(announced["href"]).text
    named = ("Documents on the day", "Closed to most", "Of no stage")
    assert [title for title in named if title in feed] == ["Documents on the day"]
