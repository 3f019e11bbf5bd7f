"""How documents are stored, read and sent."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction

from portal.core.files.reading_state import ReadingState
from portal.core.files.tasks import read_document
from portal.core.models import FileText, PortalDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(make_pdf, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return PortalDocument.objects.create(title="Plan", file=ContentFile(make_pdf(["One", "Two"]), "plan.pdf"))


@pytest.fixture
def closed():
    """A collection for one group, and a member of that group."""
    collection = Collection.get_first_root_node().add_child(name="Working group")
    group = Group.objects.create(name="Readers")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(group)
    member = get_user_model().objects.create_user("member@example.org", "a long password")
    member.groups.add(group)
    return collection, member


def fresh(document):
    return PortalDocument.objects.get(pk=document.pk)


def text_of(document):
    kept = FileText.objects.filter(document_id=document.pk).first()
    return kept and kept.text


# Reading ---------------------------------------------------------------------------------------------------------


def test_new_document_is_read_when_stored(document):
    stored = fresh(document)
    assert (stored.page_count, text_of(document), len(stored.checksum)) == (2, "One\fTwo", 64)
    assert stored.reading_state == ReadingState.READ
    assert stored.thumbnail.name == f"thumbnails/{document.pk}-{stored.checksum[:16]}.png"
    assert default_storage.exists(stored.thumbnail.name)


def test_document_is_not_read_again_when_only_its_title_changes(document, django_capture_on_commit_callbacks):
    stored = fresh(document)
    stored.title = "Release plan"
    with django_capture_on_commit_callbacks() as callbacks:
        stored.save()
    assert [callback for callback in callbacks if "read_document" in repr(callback)] == []
    assert fresh(document).page_count == 2


def test_replaced_file_is_read_and_the_old_picture_goes(document, make_pdf, django_capture_on_commit_callbacks):
    stored = fresh(document)
    before = stored.thumbnail.name
    with django_capture_on_commit_callbacks(execute=True):
        stored.file = ContentFile(make_pdf(["Another"]), "another.pdf")
        stored.save()
    after = fresh(document)
    assert (after.page_count, text_of(document)) == (1, "Another")
    assert after.thumbnail.name != before
    assert [default_storage.exists(name) for name in (before, after.thumbnail.name)] == [False, True]


def test_nothing_is_said_about_a_new_file_before_it_is_read(document):
    stored = fresh(document)
    stored.file = ContentFile(b"plain words", "words.txt")
    stored.save()
    after = fresh(document)
    assert (after.checksum, after.page_count, text_of(document), after.thumbnail.name) == ("", None, None, "")
    assert after.reading_state == ReadingState.WAITING


def test_reading_again_changes_nothing(document, django_capture_on_commit_callbacks):
    before = PortalDocument.objects.filter(pk=document.pk).values().get()
    with django_capture_on_commit_callbacks(execute=True):
        read_document.enqueue(document.pk, document.file.name)
    after = PortalDocument.objects.filter(pk=document.pk).values().get()
    assert after.pop("thumbnail") == before.pop("thumbnail")
    assert after == before
    assert default_storage.exists(fresh(document).thumbnail.name)


def test_late_reading_of_a_file_that_was_replaced_or_deleted_is_left_alone(document):
    read_document.enqueue(document.pk, "documents/earlier.pdf")
    read_document.enqueue(document.pk + 1000, "documents/gone.pdf")
    assert fresh(document).page_count == 2


def test_broken_document_stays_usable(fetch, django_capture_on_commit_callbacks, caplog):
    with caplog.at_level(logging.CRITICAL), django_capture_on_commit_callbacks(execute=True):
        broken = PortalDocument.objects.create(title="Broken", file=ContentFile(b"%PDF-1.7\n nothing", "broken.pdf"))
    stored = fresh(broken)
    assert (stored.page_count, text_of(broken), stored.thumbnail.name) == (None, None, "")
    assert stored.reading_state == ReadingState.DAMAGED
    assert fetch(stored.url).status_code == 200


def test_text_goes_with_a_file_that_has_none(document, make_pdf, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        stored = fresh(document)
        stored.file = ContentFile(make_pdf([""]), "scan.pdf")
        stored.save()
    assert (fresh(document).reading_state, text_of(document)) == (ReadingState.NO_TEXT, None)


def test_lists_of_documents_do_not_read_texts(document):
    with CaptureQueriesContext(connection) as queries:
        list(PortalDocument.objects.all())
    assert [query["sql"] for query in queries if "core_filetext" in query["sql"]] == []


def test_deleted_document_takes_its_picture_along(document, django_capture_on_commit_callbacks):
    thumbnail = fresh(document).thumbnail.name
    with django_capture_on_commit_callbacks(execute=True):
        PortalDocument.objects.filter(pk=document.pk).delete()
    assert not default_storage.exists(thumbnail)


def test_content_must_match_the_name(make_pdf):
    document = PortalDocument(title="Page", file=ContentFile(b"<html><script>alert(1)</script>", "page.pdf"))
    with pytest.raises(ValidationError) as refusal:
        document.full_clean()
    assert refusal.value.message_dict["file"] == [
        "“page.pdf” is not a real PDF file: its content does not match its name."
    ]


@pytest.mark.parametrize(
    ("content", "is_taken"),
    [(b"<!DOCTYPE html><p>x", True), (b"\n<HTML>", True), (b"plain words", False), (b"<html>\x00", False)],
)
def test_web_pages_are_taken_when_they_are_some(content, is_taken):
    document = PortalDocument(title="Page", file=ContentFile(content, "page.html"))
    try:
        document.full_clean(exclude=["collection"])
        taken = True
    except ValidationError as refusal:
        taken = "file" not in refusal.message_dict
    assert taken == is_taken


# Sending ---------------------------------------------------------------------------------------------------------


def test_document_is_sent_as_a_download_with_safe_headers(fetch, document):
    response = fetch(document.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="{document.filename}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert int(response["Content-Length"]) == len(response.body)


def test_same_file_is_not_sent_twice(fetch, document):
    etag = fetch(document.url)["ETag"]
    assert fetch(document.url, headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.csv", "text/csv"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.odp", "application/vnd.oasis.opendocument.presentation"),
        ("a.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("a.odt", "application/vnd.oasis.opendocument.text"),
        ("a.PDF", "application/pdf"),
        ("a.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("a.txt", "text/plain"),
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.zip", "application/zip"),
        ("a.html", "application/octet-stream"),
        ("a.svg", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_media_type_follows_the_ending_and_nothing_is_shown_inline(fetch, name, media_type):
    document = PortalDocument.objects.create(title="A", file=ContentFile(b"content", name))
    response = fetch(document.url)
    assert response["Content-Type"] == media_type
    assert response["Content-Disposition"].startswith("attachment; ")


def test_cyrillic_name_reaches_the_reader(fetch):
    document = PortalDocument.objects.create(title="A", file=ContentFile(b"content", "Планза.txt"))
    stem = document.filename.removesuffix(".txt").removeprefix("Планза")
    disposition = fetch(document.url)["Content-Disposition"]
    assert disposition == (
        f"attachment; filename=\"Planza{stem}.txt\"; filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%D0%B7%D0%B0{stem}.txt"
    )


def test_closed_document_exists_only_for_those_who_may_see_it(client, fetch, document, closed):
    collection, member = closed
    PortalDocument.objects.filter(pk=document.pk).update(collection=collection)
    assert fetch(document.url).status_code == 404
    client.force_login(get_user_model().objects.create_user("other@example.org", "a long password"))
    assert fetch(document.url).status_code == 404
    client.force_login(member)
    response = fetch(document.url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_wrong_addresses_are_not_found(fetch, document):
    addresses = [
        f"/documents/{document.pk}/other.pdf",
        f"/documents/{document.pk + 1000}/{document.filename}",
        f"/documents/{10**40}/{document.filename}",
        f"/documents/{document.pk}/../{document.filename}",
        f"/documents/{document.pk}/%00.pdf",
        "/documents/authenticate_with_password/1/x.pdf",
    ]
    assert [fetch(address).status_code for address in addresses] == [404] * len(addresses)


def test_document_costs_the_same_number_of_queries_however_many_there_are(fetch, document, closed):
    fetch(document.url)
    with CaptureQueriesContext(connection) as few:
        fetch(document.url)
    root = Collection.get_first_root_node()
    for number in range(10):
        root.add_child(name=f"Collection {number}")
        PortalDocument.objects.create(title="More", file=ContentFile(b"content", "more.txt"))
    with CaptureQueriesContext(connection) as many:
        fetch(document.url)
    assert len(many) == len(few) <= 6
