"""Two who approve or write one record at the same moment, on a real database server."""

import threading

import psycopg
import pytest
from django.core import mail
from django.db import OperationalError, connection
from wagtail.models import Collection

from network.models import Audience, GroupRole, Meeting, Outcome, OutcomeKind
from network.recording.saving import save_record
from network.services.approval import approve
from tests.factories.meetings import make_item, make_meeting, make_outcome, make_working_group
from tests.factories.members import join
from tests.factories.site import make_site_root

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting():
    make_site_root()
    # The test before took away what migrations leave.
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    meeting = make_meeting(make_working_group())
    make_outcome(make_item(meeting), "Together", OutcomeKind.DECISION)
    return meeting


def at_the_same_time(*works):
    """Runs these in threads that begin together; what one of them raises is raised here."""
    together = threading.Barrier(len(works))
    failures = []

    def run(work):
        try:
            connection.ensure_connection()
            together.wait(10)
            work()
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_approved_by_two_at_the_same_time_it_is_approved_once(meeting):
    chair = join(meeting.group, role=GroupRole.CHAIR).user
    join(meeting.group, role=GroupRole.SECRETARY)
    at_the_same_time(*[lambda: approve(meeting=meeting, user=chair, audience=Audience.PUBLIC)] * 3)
    meeting.refresh_from_db()
    assert (meeting.sequence, Outcome.objects.get().number, len(mail.outbox)) == (1, 1, 1)


def test_it_is_the_lock_that_keeps_them_apart(meeting):
    """The control: with the row held by somebody else, nobody approves or writes."""
    chair = join(meeting.group, role=GroupRole.CHAIR).user
    parameters = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(**{name: parameters[name] for name in names if name in parameters}) as holder:
        holder.execute("SELECT 1 FROM network_meeting WHERE id = %s FOR UPDATE", [meeting.pk])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        for write in (
            lambda: approve(meeting=meeting, user=chair, audience=Audience.PUBLIC),
            lambda: save_record(meeting=meeting, user=chair, data={}, files={}),
        ):
            with pytest.raises(OperationalError):
                write()
        holder.rollback()
    connection.close()
    assert Meeting.objects.get().sequence == 0


def test_two_who_add_items_at_the_same_time_lose_none(meeting):
    people = [join(meeting.group, role=GroupRole.SECRETARY).user, join(meeting.group).user]

    def add(user, number):
        data = {f"i7-{name}": value for name, value in {"key": f"{number}" * 8, "title": f"Item {number}"}.items()}
        save_record(meeting=meeting, user=user, data={**data, "i7-position": "7"}, files={})

    at_the_same_time(*[lambda user=user, number=number: add(user, number) for number, user in enumerate(people)])
    assert sorted(meeting.items.values_list("title_en", flat=True)) == ["Item 0", "Item 1", "Opening"]
