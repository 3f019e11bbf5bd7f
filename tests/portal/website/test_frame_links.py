"""The frame of every page: main menu, beneficiaries, foot."""

from django.urls import reverse
from wagtail.models import Site

from portal.core.models import SiteText
from portal.website.models import HighlightPage, NewsPage, PlainPage
from portal.website.models.plain import FooterGroup
from tests.factories.pages import LOGIN, make_plain, place_of, restrict


def menu(html):
    return [link.get_text(strip=True) for link in html.select(".menu a")]


def foot(html, title):
    heading = html.select_one("footer").find("h2", string=title)
    return [link.get_text(strip=True) for link in heading.find_next("ul").select("a")] if heading else None


def test_the_menu_has_what_exists(site_root, visit):
    assert menu(visit("/en/")) == ["Stages", "Library", "Standards", "Glossary", "Calendar", "Directory"]
    for model in (NewsPage, HighlightPage):
        place_of(model)
    assert menu(visit("/en/")) == [
        "Stages",
        "Library",
        "Standards",
        "Glossary",
        "News",
        "Highlights",
        "Calendar",
        "Directory",
    ]


def test_a_closed_list_is_not_in_the_menu(site_root, visit):
    restrict(place_of(NewsPage), LOGIN)
    assert menu(visit("/en/")) == ["Stages", "Library", "Standards", "Glossary", "Calendar", "Directory"]


def test_the_menu_says_where_one_is(site_root, visit):
    place_of(NewsPage)
    library = reverse("search:library")

    def current(address):
        return [link.get_text(strip=True) for link in visit(address).select('.menu [aria-current="page"]')]

    assert current("/en/") == []
    assert current("/en/news/") == ["News"]
    assert [one.get_text(strip=True) for one in visit(library).select("summary[aria-current]")] == ["Library"]
    assert current(library) == ["Library"]
    assert current("/en/continuum/") == ["Stages"]


def test_plain_pages_stand_where_their_editors_put_them(site_root, visit):
    make_plain(headline_en="About", footer_group=FooterGroup.PORTAL)
    make_plain(headline_en="How to", footer_group=FooterGroup.HELP)
    make_plain(headline_en="Not linked")
    make_plain(headline_en="Draft", footer_group=FooterGroup.PORTAL, live=False)
    make_plain(headline_en="Closed", footer_group=FooterGroup.PORTAL, restricted_to=LOGIN)
    unready = make_plain(headline_en="In no language", footer_group=FooterGroup.PORTAL)
    PlainPage.objects.filter(pk=unready.pk).update(readiness_en="")
    html = visit("/en/")
    assert foot(html, "Portal") == ["About", "Glossary"]
    assert foot(html, "Help") == ["How to"]


def test_the_contact_is_there_once_it_is_set(site_root, visit):
    assert foot(visit("/en/"), "Help") is None
    text = SiteText.for_site(Site.objects.get())
    text.contact_email = "portal@example.org"
    text.save()
    html = visit("/en/")
    assert foot(html, "Help") == ["Contact"]
    assert html.find("a", string="Contact")["href"] == "mailto:portal@example.org"
