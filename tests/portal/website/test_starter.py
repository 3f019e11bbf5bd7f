"""What a fresh portal starts with, and what loading again leaves alone."""

import json
from collections import Counter

import pytest
from wagtail.models import GroupPagePermission, Page, Site

from portal.core.content_language.localized import ready_codes
from portal.core.models import PortalImage
from portal.core.starter.report import Outcome, Report
from portal.website.models import (
    BeneficiaryPage,
    HighlightPage,
    HomePage,
    KeyDocumentationPage,
    NewsPage,
    PlainPage,
)
from portal.website.starter import DATA
from portal.website.starter.key_documentation import load_key_documentation
from portal.website.starter.news import load_news
from portal.website.starter.plain_pages import load_plain_pages
from tests.factories.pages import make_page
from tests.factories.starter import load

pytestmark = pytest.mark.django_db

MADE = {
    "website.homepage": 1,
    "website.newsindexpage": 1,
    "website.highlightsindexpage": 1,
    "website.beneficiaryindexpage": 1,
    "website.plainpage": 5,
    "website.beneficiarypage": 6,
    "core.portalimage": 1,
    "website.newspage": 8,
    "website.highlightpage": 1,
    "network.eventindexpage": 1,
    "network.eventpage": 4,
    "network.workinggroupindexpage": 1,
    "network.workinggrouppage": 2,
    "precondition": 4,
    "website.keydocumentationpage": 1,
}


def counts(outcome):
    return {kind: Counter({outcome: number}) for kind, number in MADE.items()}


def news(slug="work-on-programmes-started-in-kosovo"):
    return NewsPage.objects.get(slug=slug)


def test_everything_is_made(started):
    assert (started.broken, started.counts) == ([], counts(Outcome.MADE))


def test_loading_again_leaves_everything_alone(started):
    again = load()
    assert (again.broken, again.counts) == ([], counts(Outcome.LEFT))


def test_home_takes_the_place_of_the_welcome_page(started):
    site = Site.objects.get()
    assert site.root_page == Page.objects.get(pk=HomePage.objects.get().pk)
    assert list(Page.objects.filter(depth=2).values_list("slug", flat=True)) == ["home"]


@pytest.mark.parametrize("model", [HomePage, PlainPage, BeneficiaryPage, NewsPage, HighlightPage, KeyDocumentationPage])
def test_every_page_is_ready_in_all_six_languages(started, model):
    assert {ready_codes(page) for page in model.objects.all()} == {("en", "sq", "bs", "cnr", "mk", "sr")}


def test_pages_are_published_with_a_revision(started):
    page = news()
    assert (page.live, page.has_unpublished_changes, page.revisions.count()) == (True, False, 1)


def test_what_is_real_is_not_marked_as_sample(started):
    assert list(NewsPage.objects.filter(is_sample=False).values_list("slug", flat=True)) == [news().slug]
    assert not PlainPage.objects.filter(is_sample=True).exists()


def test_an_editors_change_is_kept(started):
    page = news()
    page.summary_en = "An editor wrote this."
    page.save_revision().publish()
    report = load()
    assert report.counts["website.newspage"] == Counter({Outcome.LEFT: 7, Outcome.KEPT: 1})
    assert news().summary_en == "An editor wrote this."


def test_an_editors_draft_is_not_published_over(started, tmp_path):
    page = news()
    page.summary_en = "Half a sentence"
    page.save_revision()
    report = Report()
    load_news(changed_news(tmp_path, "summary", "en", "New in the starter."), report)
    assert report.counts["website.newspage"] == Counter({Outcome.LEFT: 7, Outcome.KEPT: 1})
    assert news().get_latest_revision_as_object().summary_en == "Half a sentence"


def test_changed_starter_data_change_a_page_nobody_edited(started, tmp_path):
    report = Report()
    load_news(changed_news(tmp_path, "summary", "en", "New in the starter."), report)
    assert report.counts["website.newspage"] == Counter({Outcome.LEFT: 7, Outcome.CHANGED: 1})
    assert news().summary_en == "New in the starter."


def test_what_was_deleted_stays_deleted(started):
    news().delete()
    report = load()
    assert report.counts["website.newspage"] == Counter({Outcome.LEFT: 7, Outcome.KEPT: 1})
    assert NewsPage.objects.count() == 7


def test_what_was_unpublished_stays_so(started):
    news().unpublish()
    assert load().counts["website.newspage"] == Counter({Outcome.LEFT: 7, Outcome.KEPT: 1})
    assert news().live is False


BROKEN = {
    "no title": ({"headline": {"sq": "Vetëm shqip"}}, "no English title"),
    "a beneficiary that is none": ({"beneficiaries": ["XX"]}, "beneficiaries: “XX” is unknown"),
    "a day that is none": ({"date": "2023-02-30"}, "cannot be read: day is out of range for month"),
    "an unknown visibility": ({"visibility": "friends"}, "visibility “friends” is unknown"),
    "a picture that is not there": ({"image": "Lost"}, "“Lost” is missing"),
}


@pytest.mark.parametrize("row", BROKEN)
def test_a_broken_row_is_named_and_the_rest_loads(started, tmp_path, row):
    NewsPage.objects.all().delete()
    change, reason = BROKEN[row]
    rows = json.loads((DATA / "news.json").read_text())[:3]
    rows = [{**one, "key": f"again-{number}", "slug": f"again-{number}"} for number, one in enumerate(rows)]
    rows[1] |= change
    path = tmp_path / "news.json"
    path.write_text(json.dumps(rows))
    report = Report()
    load_news(path, report)
    assert report.broken == [f"website.newspage again-1: {reason}"]
    assert sorted(NewsPage.objects.values_list("slug", flat=True)) == ["again-0", "again-2"]


def test_a_file_that_is_no_json_is_named_and_the_other_files_load(started, tmp_path):
    PlainPage.objects.all().delete()
    (tmp_path / "broken.json").write_text("{")
    row = json.loads((DATA / "plain_pages" / "help.json").read_text())
    (tmp_path / "good.json").write_text(json.dumps({**row, "key": "guide", "slug": "guide"}))
    report = Report()
    load_plain_pages(tmp_path, report)
    assert [line.partition(":")[0] for line in report.broken] == ["website.plainpage broken.json"]
    assert list(PlainPage.objects.values_list("slug", flat=True)) == ["guide"]


def test_key_documentation_links_to_pages_that_exist(started):
    page = KeyDocumentationPage.objects.get()
    assert "European Prison Rules" in page.body_en[0].value.source
    assert "linktype" not in page.body_en[0].value.source
    standards = make_page(PlainPage, HomePage.objects.get(), slug="standards")
    report = Report()
    load_key_documentation(DATA / "key_documentation.json", report)
    assert report.counts["website.keydocumentationpage"] == Counter({Outcome.CHANGED: 1})
    source = KeyDocumentationPage.objects.get().body_en[0].value.source
    assert source.count("linktype") == 1
    assert f'<a id="{standards.pk}" linktype="page">All standards in the library</a>' in source


def test_focal_points_may_edit_the_page_of_their_beneficiary(started):
    page = BeneficiaryPage.objects.get(slug="kosovo")
    granted = GroupPagePermission.objects.filter(page=page).values_list("group__name", flat=True)
    assert set(granted) == {"Focal points: Kosovo*"}


def test_what_an_administrator_took_from_focal_points_stays_taken(started):
    GroupPagePermission.objects.filter(group__name__startswith="Focal points").delete()
    load()
    assert not GroupPagePermission.objects.filter(group__name__startswith="Focal points").exists()


def test_a_sample_picture_has_credit_and_words_in_all_languages(started):
    image = PortalImage.objects.get()
    words = [getattr(image, f"alternative_text_{code}") for code in ("en", "sq", "bs", "cnr", "mk", "sr")]
    assert image.credit == "Continuum"
    assert len(set(filter(None, words))) == 5  # Bosnian and Montenegrin say the same
    assert NewsPage.objects.get(image=image).slug == "regional-portal-opens-for-practitioners"


def changed_news(folder, field, code, text):
    """The file with one text of the real news changed."""
    rows = json.loads((DATA / "news.json").read_text())
    assert rows[0]["slug"] == news().slug
    rows[0][field][code] = text
    path = folder / "news.json"
    path.write_text(json.dumps(rows))
    return path
