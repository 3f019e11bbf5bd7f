"""Editors see what came of reading a file, and have it read again."""

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from portal.core.files.reading_state import ReadingState
from portal.core.models import FileText, PortalDocument
from tests.factories.files import make_document
from tests.factories.people import make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(db):
    """A file that took too long to be read some time ago."""
    made = make_document(pages=("One", "Two"))
    PortalDocument.objects.filter(pk=made.pk).update(reading_state=ReadingState.SLOW)
    FileText.objects.all().delete()
    return made


def state_of(document):
    document.refresh_from_db()
    return document.reading_state


def address_of(document):
    return f"{reverse('wagtail_bulk_action', args=('core', 'portaldocument', 'read_again'))}?id={document.pk}"


def test_the_edit_page_says_what_came_of_reading(client, document):
    client.force_login(make_superuser())
    html = client.get(reverse("wagtaildocs:edit", args=(document.pk,))).content.decode()
    assert "reading it took too long, so not all of its text can be searched" in html


def test_documents_are_read_again(client, document, django_capture_on_commit_callbacks):
    client.force_login(make_superuser())
    assert document.title in client.get(address_of(document)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address_of(document))
    assert (state_of(document), FileText.objects.get(pk=document.pk).text) == (ReadingState.READ, "One\fTwo")


def test_those_who_may_not_change_a_document_do_not_have_it_read(client, document, django_capture_on_commit_callbacks):
    client.force_login(make_user())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address_of(document))
    assert state_of(document) == ReadingState.SLOW


def test_a_file_that_is_missing_is_said_to_be(document, django_capture_on_commit_callbacks):
    default_storage.delete(document.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        PortalDocument.objects.filter(pk=document.pk).read_again()
    assert state_of(document) == ReadingState.MISSING
