"""The base of all content pages: states, lists, what is not there for anybody."""

import pytest
from django.utils import translation

from portal.core.content_language.readiness import State
from portal.core.languages.catalogue import BY_CODE
from portal.website.models import NewsPage, PlainPage
from practices.models import GoodPractice
from tests.factories.pages import LOGIN, make_news, make_plain, make_practice
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, State.MISSING),
        ({"headline_sq": "Plani"}, State.DRAFT),
        ({"readiness_sq": "overview", "based_on_sq": 2}, State.OVERVIEW),
        ({"readiness_sq": "ready", "based_on_sq": 2}, State.READY),
        ({"readiness_sq": "ready", "based_on_sq": 1}, State.OUTDATED),
        ({"readiness_sq": "overview", "based_on_sq": 1}, State.OUTDATED),
        ({"readiness_sq": "ready", "based_on_sq": None}, State.OUTDATED),
        ({"readiness_sq": None, "headline_sq": None}, State.MISSING),
    ],
)
def test_where_a_translation_stands(fields, state):
    assert PlainPage(source_language="en", source_version=2, **fields).state("sq") == state


def test_the_source_is_never_outdated():
    assert PlainPage(source_language="sq", source_version=3, readiness_sq="ready", based_on_sq=1).state("sq") == "ready"


def test_of_few_are_the_same_pages_found_without_going_through_the_whole_site(site_root):
    make_news(slug="other")
    pages = [make_plain(slug="first"), make_plain(slug="second")]
    listed = PlainPage.objects.of_few().listed_for(None).order_by("path")
    assert list(listed) == pages
    assert "SCAN wagtailcore_page" not in listed.explain()


def test_a_list_shows_what_is_published_readable_and_allowed(site_root):
    members = make_group("Members")
    make_news(slug="open")
    make_news(slug="draft", live=False)
    make_news(slug="unreadable", ready=(), overview=("en",), live=False).save()
    NewsPage.objects.filter(slug="unreadable").update(live=True)
    make_news(slug="signed-in", restricted_to=LOGIN)
    make_news(slug="members", restricted_to=members)

    def listed(user):
        return set(NewsPage.objects.listed_for(user).values_list("slug", flat=True))

    assert listed(None) == {"open"}
    assert listed(make_user()) == {"open", "signed-in"}
    assert listed(make_user(members)) == {"open", "signed-in", "members"}


def test_a_list_leaves_what_it_does_not_show_in_the_database(site_root, django_assert_num_queries):
    make_practice(ready=("en", "sr"))
    # Restrictions, practices, and where the site begins (which is cached).
    with django_assert_num_queries(3):
        practices = list(GoodPractice.objects.listed_for(None))
        assert [practice.card.headline for practice in practices] == [practices[0].headline_en]
        assert practices[0].url is not None
    deferred = practices[0].get_deferred_fields()
    assert {"context_en", "steps_sr", "setting_mk", "attachments", "headline", "based_on_en", "draft_title"} <= deferred
    assert deferred.isdisjoint({"headline_en", "summary_sr", "readiness_mk", "slug", "last_reviewed_on"})


def test_a_card_is_in_the_readers_language_or_the_nearest(site_root):
    page = make_plain(ready=("en", "sr"), headline_sr="План")
    with translation.override("cnr"):
        assert (page.card.headline, page.card.html_lang) == ("План", "sr-Latn")
    with translation.override("sq"):
        assert page.card.code == "en"
    assert page.for_reader(BY_CODE["mk"]).code == "sr"


def test_a_page_of_which_no_language_is_ready_is_nowhere(client, site_root):
    page = make_news(slug="unready", headline_en="Unready headline")
    assert client.get("/en/news/unready/").status_code == 200
    NewsPage.objects.filter(pk=page.pk).update(readiness_en="overview")
    assert client.get("/en/news/unready/").status_code == 404
    assert client.get("/sr-latn/news/unready/").status_code == 404
    assert b"Unready headline" not in client.get("/en/news/").content
    assert b"/news/unready/" not in client.get("/sitemap.xml").content


def test_a_draft_and_a_closed_page_are_not_found(client, site_root):
    members = make_group("Members")
    make_news(slug="draft", live=False)
    make_news(slug="closed", restricted_to=members)
    assert client.get("/en/news/draft/").status_code == 404
    assert client.get("/en/news/closed/").status_code == 404
    client.force_login(make_user())
    assert client.get("/en/news/closed/").status_code == 404
    client.force_login(make_user(members))
    assert client.get("/en/news/closed/").status_code == 200


def test_sample_content_is_marked(client, site_root):
    make_plain(slug="sample", is_sample=True)
    make_plain(slug="real")
    notice = b"Sample content for demonstration"
    assert notice in client.get("/en/sample/").content
    assert notice not in client.get("/en/real/").content


def test_publishing_later_keeps_the_texts_of_all_languages(site_root):
    page = make_plain(ready=("en", "sq"), headline_sq="Plani")
    page.headline_en = "New"
    revision = page.save_revision()
    page.headline_sq = "Something else in memory"
    revision.publish()
    page = PlainPage.objects.get(pk=page.pk)
    assert (page.headline_en, page.headline_sq, page.title) == ("New", "Plani", "New")
