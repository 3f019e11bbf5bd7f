"""`manage.py read_documents`."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command

from portal.core.files.reading_state import ReadingState
from portal.core.models import PortalDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    def command(*arguments):
        output = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("read_documents", *arguments, stdout=output)
        return output.getvalue()

    return command


def make_stored(state):
    stored = PortalDocument.objects.create(title=f"A {state} file", file=ContentFile(b"Text", "a.txt"))
    PortalDocument.objects.filter(pk=stored.pk).update(reading_state=state)
    return stored


def states():
    return list(PortalDocument.objects.order_by("pk").values_list("reading_state", flat=True))


def test_files_that_wait_are_read_and_problems_are_named(run):
    make_stored(ReadingState.WAITING)
    slow = make_stored(ReadingState.SLOW)
    assert run() == (
        "Text of files: 1 documents to be read\n"
        f"  {slow.pk} A slow file: reading it took too long, so not all of its text can be searched\n"
    )
    assert states() == [ReadingState.READ, ReadingState.SLOW]


def test_problems_are_read_again_when_that_is_wanted(run):
    make_stored(ReadingState.SLOW)
    run("--problems")
    assert states() == [ReadingState.READ]


def test_nothing_is_said_when_all_is_read(run):
    make_stored(ReadingState.READ)
    assert run() == ""
