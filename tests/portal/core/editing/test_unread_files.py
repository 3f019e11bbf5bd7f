"""The report of files that are not searched."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, ReferenceIndex
from wagtail.users.models import UserProfile

from portal.accounts import roles
from portal.core.files.reading_state import ReadingState
from portal.core.models import PortalDocument
from tests.factories.files import make_collection, make_document
from tests.factories.pages import make_plain, make_practice
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/files/"


@pytest.fixture
def editor(client, site_root):
    client.force_login(make_user(roles.EDITORS))
    return client


def make_unread(title, state=ReadingState.DAMAGED, **fields):
    """A file of which the reading came to this."""
    document = make_document(title, **fields)
    PortalDocument.objects.filter(pk=document.pk).update(reading_state=state)
    return document


def attach(page, *documents):
    """Stores the page with these files, and what Wagtail remembers of it."""
    page.attachments = [("file", document) for document in documents]
    page.save()
    ReferenceIndex.create_or_update_for_object(page)


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def table(response):
    """Title and reason of each file."""
    lines = [row.find_all("td") for row in soup(response).select("table.listing tbody tr")]
    return [(cells[0].a.get_text(strip=True), cells[1].get_text(strip=True)) for cells in lines]


def test_files_are_listed_with_the_reason(editor):
    make_unread("Scan", ReadingState.NO_TEXT)
    make_unread("Archive", ReadingState.OTHER_KIND)
    make_unread("Book", ReadingState.CUT)
    make_unread("New", ReadingState.WAITING)
    make_unread("Fine", ReadingState.READ)
    assert table(editor.get(ADDRESS)) == [
        ("Book", "Only the beginning of its text can be searched: there is too much of it"),
        ("New", "Waiting to be read"),
        ("Scan", "No text was found: a scan needs text recognition (OCR) before it can be searched"),
    ]


def test_the_reason_is_in_the_editors_language(client, site_root):
    user = make_user(roles.EDITORS)
    UserProfile.objects.create(user=user, preferred_language="sq")
    client.force_login(user)
    make_unread("Locked", ReadingState.PROTECTED)
    assert table(client.get(ADDRESS)) == [
        ("Locked", "I mbrojtur me fjalëkalim, prandaj teksti i tij nuk mund të kërkohet")
    ]


@pytest.mark.parametrize(
    ("state", "titles"),
    [("waiting", ["New"]), ("cut", ["Book"]), ("slow", []), ("read", ["Book", "New"]), ("\0", ["Book", "New"])],
)
def test_it_is_filtered_by_the_reason(editor, state, titles):
    make_unread("Book", ReadingState.CUT)
    make_unread("New", ReadingState.WAITING)
    make_unread("Fine", ReadingState.READ)
    response = editor.get(f"{ADDRESS}results/", {"state": state})
    assert [title for title, _reason in table(response)] == titles


def test_when_all_is_well_it_says_so(editor):
    make_unread("Fine", ReadingState.READ)
    assert "The text of all files that you may change can be searched." in editor.get(ADDRESS).content.decode()


def test_pages_that_use_a_file_are_named(editor):
    scan, other = make_unread("Scan"), make_unread("Other")
    attach(make_practice(headline_en="Leave planning"), scan, other)
    attach(make_plain(headline_en="Draft of something", live=False), scan)
    pages = [
        [link.get_text() for link in row.find_all("td")[2].find_all("a")]
        for row in soup(editor.get(ADDRESS)).select("table.listing tbody tr")
    ]
    assert pages == [["Leave planning"], ["Draft of something", "Leave planning"]]


def test_a_file_is_read_again_and_the_editor_comes_back(editor, django_capture_on_commit_callbacks):
    document = make_unread("Scan", ReadingState.SLOW)
    response = editor.get(ADDRESS, {"state": "slow"})
    link = soup(response).select_one("table.listing td:last-child a")
    assert "Scan" in editor.get(link["href"]).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(link["href"])
    assert (answer.status_code, answer["Location"]) == (302, f"{ADDRESS}?state=slow")
    document.refresh_from_db()
    assert document.reading_state == ReadingState.READ


def test_all_files_of_the_page_are_read_again_and_no_others(editor, django_capture_on_commit_callbacks):
    slow = [make_unread(title, ReadingState.SLOW) for title in ("One", "Two")]
    cut = make_unread("Three", ReadingState.CUT)
    link = soup(editor.get(ADDRESS, {"state": "slow"})).find("a", string="Read again all on this page")
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(link["href"])
    states = dict(PortalDocument.objects.values_list("pk", "reading_state"))
    assert states == {**dict.fromkeys((one.pk for one in slow), ReadingState.READ), cut.pk: ReadingState.CUT}


# Who may see what ------------------------------------------------------------------------------------------------


def test_a_focal_point_sees_their_own_files_and_those_of_their_collections(client, site_root):
    group = make_group(roles.focal_points("AL"))
    user = make_user(group)
    make_unread("Of theirs", uploaded_by_user=user)
    make_unread("Zanzibarian")
    theirs = make_collection()
    permission = group.collection_permissions.filter(permission__codename="add_document").get().permission
    change = type(permission).objects.get(codename="change_document", content_type=permission.content_type)
    group.collection_permissions.create(collection=theirs, permission=change)
    make_unread("Of their collection", collection=Collection.objects.get(pk=theirs.pk))
    client.force_login(user)
    for address in (ADDRESS, f"{ADDRESS}results/"):
        response = client.get(address)
        assert [title for title, _reason in table(response)] == ["Of their collection", "Of theirs"]
        assert "Zanzibarian" not in response.content.decode()
    assert ADDRESS in client.get("/admin/").content.decode()


def test_pages_that_somebody_may_not_know_of_are_not_named(client, site_root):
    user = make_user(roles.focal_points("AL"))
    document = make_unread("Of theirs", uploaded_by_user=user)
    attach(make_practice(headline_en="Zanzibarian protocol", restricted_to=make_group("Members")), document)
    attach(make_plain(headline_en="Zanzibarian draft", live=False), document)
    attach(make_plain(headline_en="Open page"), document)
    client.force_login(user)
    html = client.get(ADDRESS).content.decode()
    assert ("Zanzibarian" in html, "Open page" in html) == (False, True)


@pytest.mark.parametrize("role", [roles.translators("sq"), roles.NETWORK_MEMBERS])
def test_who_may_change_no_files_does_not_get_it(client, site_root, role):
    client.force_login(make_user(role))
    assert [client.get(address).status_code for address in (ADDRESS, f"{ADDRESS}results/")] == [302, 302]
    assert ADDRESS not in client.get("/admin/", follow=True).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_it_asks_the_same_of_the_database_however_many_files_there_are(editor, number):
    for position in range(number):
        attach(make_practice(), make_unread(f"File {position}"))
    editor.get(ADDRESS)
    with CaptureQueriesContext(connection) as context:
        editor.get(ADDRESS)
    assert len(context) == 19
