"""Working translations are listed, and marked as reviewed by who may; the name stands in the history alone."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry

from portal.accounts import roles
from portal.desk.findings.keeping import keep_findings
from portal.desk.models import Finding, Kind
from portal.desk.review import texts
from portal.vocabulary.models import Concept
from portal.website.models import PlainPage
from tests.factories.pages import make_plain
from tests.factories.people import make_user
from tests.portal.desk.conftest import rows

pytestmark = pytest.mark.usefixtures("site_root")

TO_READ = "/admin/reports/pages/to-read/"


@pytest.fixture
def as_role():
    def sign_in(*groups, **fields):
        client = Client()
        client.force_login(make_user(*groups, **fields))
        return client

    return sign_in


@pytest.fixture
def page():
    page = make_plain(ready=("en", "sq", "mk"), headline_en="Leave", needs_review_sq=True, needs_review_mk=True)
    page.save_revision().publish()
    keep_findings(page)
    return page


def address(page, code="sq"):
    return f"/admin/reviewed/page/{page.pk}/{code}/"


def flags(page):
    page = PlainPage.objects.get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    return [(one.needs_review_sq, one.needs_review_mk) for one in (page, draft)]


def test_a_translator_marks_their_language_and_no_other(as_role, page):
    client = as_role(roles.translators("sq"), first_name="Secretname")
    listed = rows(client.get(TO_READ))
    assert listed == [["Leave", "Plain page", "Македонски", ""], ["Leave", "Plain page", "Shqip", "Mark as reviewed"]]
    assert client.get(address(page)).status_code == 200
    assert [client.get(address(page, code)).status_code for code in ("mk", "xx")] == [404, 404]
    assert client.post(address(page, "mk")).status_code == 404
    answer = client.post(address(page), follow=True)
    assert "“Leave” is marked as reviewed in Shqip." in answer.content.decode()
    assert flags(page) == [(False, True), (False, True)]


def test_nothing_is_published_or_made_a_draft_by_it(as_role, page):
    page.headline_en = "A draft"
    page.save_revision()
    before = PlainPage.objects.values("headline_en", "last_published_at", "latest_revision_id").get(pk=page.pk)
    as_role(roles.EDITORS).post(address(page, "mk"))
    assert PlainPage.objects.values(*before).get(pk=page.pk) == before
    assert flags(page) == [(True, False), (True, False)]
    assert PlainPage.objects.get(pk=page.pk).get_latest_revision_as_object().headline_en == "A draft"


def test_a_page_without_a_draft_stays_without_one(as_role, page):
    as_role(roles.EDITORS).post(address(page))
    assert PlainPage.objects.get(pk=page.pk).has_unpublished_changes is False


def test_the_name_is_in_the_history_and_not_on_the_page(as_role, page, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        as_role(roles.translators("sq"), first_name="Secretname").post(address(page))
    entry = PageLogEntry.objects.get(action="desk.reviewed")
    assert (entry.user.first_name, entry.message) == ("Secretname", "Read by a native specialist: Shqip")
    assert "Secretname" not in client.get(page.get_url()).content.decode()
    assert list(Finding.objects.filter(kind=Kind.TO_READ).values_list("language", flat=True)) == ["mk"]


def test_a_second_time_says_that_it_was_done(as_role, page):
    client = as_role(roles.EDITORS)
    client.post(address(page))
    answer = client.post(address(page), follow=True)
    assert "was not to be reviewed in Shqip any more" in answer.content.decode()
    assert PageLogEntry.objects.filter(action="desk.reviewed").count() == 1


def test_the_form_of_the_page_offers_it(as_role, page):
    html = as_role(roles.translators("sq")).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert (address(page) in html, address(page, "mk") in html) == (True, False)


def test_who_does_not_work_on_the_page_does_not_find_it(as_role, page):
    assert as_role(roles.focal_points("AL")).post(address(page)).status_code == 404
    assert flags(page) == [(True, True), (True, True)]


# Words -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def concept():
    return Concept.objects.create(
        identifier="leave", label_en="leave", label_sq="pushim", note_sq="Shënim", review_languages="sq mk"
    )


def test_words_are_listed_by_language_and_marked(as_role, concept):
    client = as_role(roles.translators("sq"))
    assert rows(client.get("/admin/reports/words/")) == [["leave", "pushim Shënim", "Concept", "Mark as reviewed"]]
    assert rows(client.get("/admin/reports/words/", {"language": "mk"})) == [["leave", "–", "Concept", ""]]
    assert client.get("/admin/reports/words/", {"language": "sr"}).status_code == 200
    url = f"/admin/reviewed/concept/{concept.pk}"
    assert [client.post(f"{url}/mk/").status_code, client.post(f"{url}/sq/").status_code] == [404, 302]
    concept.refresh_from_db()
    assert concept.review_languages == "mk"
    assert ModelLogEntry.objects.get(action="desk.reviewed").data == {"language": "sq"}
    assert client.post(f"{url}/sq/", follow=True).status_code == 200
    assert ModelLogEntry.objects.filter(action="desk.reviewed").count() == 1


def test_who_edits_pages_and_no_terms_marks_none(works_below, concept):
    client = Client()
    client.force_login(works_below(make_plain()))
    assert client.post(f"/admin/reviewed/concept/{concept.pk}/sq/").status_code == 404
    assert rows(client.get("/admin/reports/words/", {"language": "sq"})) == [["leave", "pushim Shënim", "Concept", ""]]


@pytest.mark.parametrize("path", ["concept/0/sq", "nothing/1/sq", "term/1/sq"])
def test_what_there_is_not_is_not_found(as_role, path):
    assert as_role(roles.EDITORS).get(f"/admin/reviewed/{path}/").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_words_takes_the_same_queries(as_role, number, django_assert_num_queries):
    for position in range(number):
        Concept.objects.create(identifier=f"c{position}", label_en=f"c{position}", review_languages="sq")
    client = as_role(roles.EDITORS)
    client.get("/admin/reports/words/")
    with django_assert_num_queries(16):
        client.get("/admin/reports/words/")


def test_the_list_of_concepts_offers_it(as_role, concept):
    html = as_role(roles.EDITORS).get("/admin/snippets/vocabulary/concept/").content.decode()
    assert f"/admin/reviewed/concept/{concept.pk}/sq/" in html


# Interface texts -------------------------------------------------------------------------------------------------


def test_interface_texts_with_their_flag(as_role, tmp_path, monkeypatch):
    path = tmp_path / "django.po"
    path.write_text(
        '#, reviewed\nmsgid "Home"\nmsgstr "Kryefaqja"\n\nmsgid "Page"\nmsgid_plural "Pages"\n'
        'msgstr[0] "Faqe"\nmsgstr[1] "Faqet"\n'
    )
    monkeypatch.setattr(texts, "po_path", lambda code: path)
    client = as_role(roles.translators("sq"))
    both = [["Home", "Kryefaqja", "reviewed"], ["Page", "Faqe Faqet", "to be reviewed"]]
    shown = {}
    for state in ("", "reviewed", "to-read", "x"):
        shown[state] = rows(client.get("/admin/reports/texts/", {"language": "sq", "state": state}))
    assert shown == {"": both, "reviewed": both[:1], "to-read": both[1:], "x": both}


def test_the_catalogues_of_the_portal_can_be_read(as_role):
    assert len(rows(as_role(roles.EDITORS).get("/admin/reports/texts/", {"language": "mk", "p": "2"}))) == 50
