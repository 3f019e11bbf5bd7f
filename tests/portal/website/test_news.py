"""News: the list by years, the page with its way back, and what is closed."""

from datetime import date

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.models import PortalImage
from portal.website.models import NewsPage
from portal.website.starter import DATA
from tests.factories.pages import make_news, place_of
from tests.factories.people import make_group, make_user
from tests.factories.vocabulary import make_beneficiary

# Wagtail leaves the file of a rendition it makes to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")


LIST_QUERIES = 16
PAGE_QUERIES = 14


@pytest.fixture
def news(site_root):
    """Three pieces: two of 2026 and one of 2024."""
    return [
        make_news(headline_en="Oldest", slug="oldest", date=date(2024, 1, 31)),
        make_news(headline_en="Newest", slug="newest", date=date(2026, 5, 2)),
        make_news(headline_en="Middle", slug="middle", date=date(2026, 5, 1)),
    ]


@pytest.fixture
def image(db):
    with (DATA / "pictures" / "continuum.png").open("rb") as stream:
        return PortalImage.objects.create(
            title="Line",
            file=ImageFile(stream, name="line.png"),
            credit="The drawer",
            alternative_text_en="A line with circles",
            collection=Collection.get_first_root_node(),
        )


def titles(html):
    return [heading.get_text(strip=True) for heading in html.select(".newslist h3")]


def years(html):
    return [link.get_text(strip=True) for link in html.select("nav.sort a")]


def test_the_list_is_newest_first(news, visit):
    assert titles(visit("/en/news/")) == ["Newest", "Middle", "Oldest"]


def test_years_that_have_news_are_offered_and_one_can_be_chosen(news, visit):
    assert years(visit("/en/news/")) == ["All years", "2026", "2024"]
    html = visit("/en/news/?year=2026")
    assert titles(html) == ["Newest", "Middle"]
    assert html.h1.get_text(strip=True).endswith("2026")
    assert html.select_one("nav.sort [aria-current]").get_text(strip=True) == "2026"


def test_the_language_links_keep_the_year(news, visit):
    html = visit("/en/news/?year=2026")
    links = [link["href"] for link in html.select(".languages a")]
    assert links == [f"/{code}/news/?year=2026" for code in ("en", "sq", "bs", "cnr", "mk", "sr", "sr-latn")]


@pytest.mark.parametrize("query", ["year=1999", "year=%00", "year=2026'--", "year=²", "page=-1", "page=%00", "page=x"])
def test_what_makes_no_sense_in_the_address_is_ignored(news, visit, query):
    assert titles(visit(f"/en/news/?{query}")) == ["Newest", "Middle", "Oldest"]


def test_a_page_beyond_the_last_is_the_last(news, visit):
    make_many(10)
    assert len(titles(visit("/en/news/"))) == 10
    assert len(titles(visit(f"/en/news/?page={'9' * 400}"))) == 3
    html = visit("/en/news/?page=2")
    assert len(titles(html)) == 3
    assert html.select_one('link[rel="canonical"]')["href"].endswith("/en/news/?page=2")
    assert [link["href"] for link in html.select("nav.pages a")] == ["/en/news/", "/en/news/", "/en/news/?page=2"]


def test_an_empty_list_says_so(site_root, visit):
    place_of(NewsPage)
    html = visit("/en/news/")
    assert html.select_one(".empty h2").get_text(strip=True) == "No news yet"
    assert html.select("nav.sort") == []


def test_a_piece_of_news_leads_back_to_the_list(news, visit):
    html = visit("/en/news/newest/")
    assert [(link.get_text(strip=True), link["href"]) for link in html.select(".trail a")] == [
        ("Home", "/en/"),
        ("News", "/en/news/"),
    ]
    assert html.find("a", string="All news")["href"] == "/en/news/"
    assert html.select_one(".glance time")["datetime"] == "2026-05-02"


def test_related_news_share_something_most_first(site_root, visit):
    kosovo, serbia = make_beneficiary("XK"), make_beneficiary("RS")
    make_news(headline_en="Subject", slug="subject", beneficiaries=[kosovo, serbia], date=date(2026, 1, 1))
    make_news(headline_en="One", beneficiaries=[kosovo], date=date(2026, 1, 3))
    make_news(headline_en="Both", beneficiaries=[kosovo, serbia], date=date(2026, 1, 2))
    make_news(headline_en="None", date=date(2026, 1, 4))
    html = visit("/en/news/subject/")
    assert [link.get_text(strip=True) for link in html.select(".links a")] == ["Both", "One"]


def test_news_that_share_nothing_have_no_related(news, visit):
    assert visit("/en/news/newest/").find(id="related") is None


def test_a_picture_has_its_words_and_credit(site_root, image, visit):
    make_news(slug="pictured", image=image)
    figure = visit("/en/news/pictured/").select_one("figure")
    assert figure.img["alt"] == "A line with circles"
    assert figure.figcaption.get_text(strip=True) == "Picture: The drawer"
    assert visit("/en/news/").select_one(".newslist img")["alt"] == "A line with circles"


def test_without_a_picture_there_is_no_stand_in(news, visit):
    assert visit("/en/news/newest/").select("main img") == []
    assert visit("/en/news/").select("main img") == []


def test_a_picture_whose_file_is_gone_leaves_a_page_without_one(site_root, image, visit):
    body = [("paragraph", "<p>Still here.</p>"), ("picture", {"image": image, "caption": "A line"})]
    make_news(slug="pictured", image=image, body_en=body)
    assert len(visit("/en/news/pictured/").select("main figure")) == 2
    image.renditions.all().delete()
    image.file.storage.delete(image.file.name)
    page = visit("/en/news/pictured/")
    assert page.select("main figure, main img") == []
    assert "Still here." in page.get_text()
    assert visit("/en/news/").select("main img") == []


def test_a_closed_picture_is_not_shown_on_an_open_page(site_root, image, visit):
    make_news(slug="pictured", image=image)
    closed = Collection.get_first_root_node().add_child(name="Closed")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type=CollectionViewRestriction.LOGIN)
    image.collection = closed
    image.save()
    assert visit("/en/news/pictured/").select("main img") == []
    assert visit("/en/news/").select("main img") == []


def test_closed_news_do_not_exist_for_others(news, client, visit):
    group = make_group("Network members")
    make_news(
        headline_en="For members",
        slug="for-members",
        date=date(2025, 7, 1),
        restricted_to=group,
        beneficiaries=[make_beneficiary("RS")],
    )
    assert client.get("/en/news/for-members/").status_code == 404
    html = visit("/en/news/")
    assert titles(html) == ["Newest", "Middle", "Oldest"]
    assert years(html) == ["All years", "2026", "2024"]
    client.force_login(make_user(group))
    assert titles(visit("/en/news/")) == ["Newest", "Middle", "For members", "Oldest"]
    html = visit("/en/news/for-members/")
    assert [badge.get_text(strip=True) for badge in html.select(".page-head .badge")] == ["News", "Members only"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(site_root, image, visit, client, number):
    for place in range(number):
        make_news(image=image, date=date(2026, 1, place + 1), beneficiaries=[make_beneficiary("RS")])
    visit("/en/news/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/news/")
    assert len(queries) == LIST_QUERIES


@pytest.mark.parametrize("number", [1, 3])
def test_a_page_costs_the_same_with_one_and_with_three_related(site_root, visit, client, number):
    serbia = make_beneficiary("RS")
    make_news(slug="subject", beneficiaries=[serbia])
    for _ in range(number):
        make_news(beneficiaries=[serbia])
    visit("/en/news/subject/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/news/subject/")
    assert len(queries) == PAGE_QUERIES


def make_many(number):
    return [make_news(date=date(2025, 1, day)) for day in range(1, number + 1)]
