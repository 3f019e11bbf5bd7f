"""Two who approve, write or amend one record at the same moment, on a real database server."""

import threading

import psycopg
import pytest
from django.core import mail
from django.db import OperationalError, connection, transaction
from wagtail.models import Collection

from network.models import Amendment, Audience, GroupRole, Meeting, MeetingPlan, MeetingState, Outcome, OutcomeKind
from network.recording.saving import save_record
from network.rules.amendments import seen
from network.services import amendments
from network.services.amendments import accept, propose
from network.services.approval import NotPossible, approve, submit
from network.services.calling_off import call_off, hold_after_all
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


def propose_to(meeting, user, key, text="Agencies work together daily."):
    outcome = Outcome.objects.get()
    return propose(
        meeting=meeting,
        place=f"outcome-{outcome.pk}",
        user=user,
        key=key,
        text=text,
        reason="It is clearer.",
        saw=seen(outcome.text_en),
    )


@pytest.fixture
def circulated(meeting):
    meeting.state = MeetingState.CIRCULATED
    meeting.save()
    return meeting


def test_two_members_who_propose_at_the_same_time_are_both_heard_each_once(circulated):
    first, second = (join(circulated.group).user for _number in range(2))
    at_the_same_time(
        *[lambda: propose_to(circulated, first, "a" * 16, "First")] * 2,
        lambda: propose_to(circulated, second, "b" * 16, "Second"),
    )
    assert sorted(Amendment.objects.values_list("text", flat=True)) == ["First", "Second"]


@pytest.mark.parametrize("is_locked", [True, False])
def test_accepted_by_two_secretaries_at_the_same_time_the_first_decision_stands(circulated, is_locked, monkeypatch):
    """Without the lock, the control, the second does not see that it is decided, and overwrites the first."""
    if not is_locked:
        monkeypatch.setattr(amendments, "locked_meeting", lambda meeting: Meeting.objects.get(pk=meeting.pk))
    people = [join(circulated.group, role=GroupRole.SECRETARY).user for _number in range(2)]
    one = propose_to(circulated, join(circulated.group).user, "a" * 16)
    saw = seen(Outcome.objects.get().text_en)
    decided = []

    def accept_too():
        try:
            decided.append(accept(amendment=one, user=people[1], text="Of the second", saw=saw).decided_by_id)
        finally:
            connection.close()

    other = threading.Thread(target=accept_too)
    with transaction.atomic():
        accept(amendment=one, user=people[0], text="Of the first", saw=saw)
        other.start()
        other.join(1)
        assert other.is_alive()
    other.join()
    first_stands = (Outcome.objects.get().text_en, decided, len(mail.outbox)) == ("Of the first", [people[0].pk], 1)
    assert first_stands == is_locked


def test_a_meeting_that_is_cancelled_while_it_is_sent_is_not_both(meeting):
    secretary = join(meeting.group, role=GroupRole.SECRETARY).user
    refused = []

    def tried(work, **more):
        try:
            work(meeting=meeting, user=secretary, **more)
        except NotPossible as refusal:
            refused.append(str(refusal))

    at_the_same_time(
        lambda: tried(submit), lambda: tried(call_off, plan=MeetingPlan.CANCELLED, reason="The room is flooded.")
    )
    meeting.refresh_from_db()
    assert len(refused) == 1
    assert (meeting.state == MeetingState.SUBMITTED) != (meeting.plan == MeetingPlan.CANCELLED)


def test_cancelled_and_taken_back_by_several_at_the_same_time_it_is_counted_once(meeting):
    people = [join(meeting.group, role=GroupRole.SECRETARY).user for _number in range(3)]
    at_the_same_time(
        *(
            lambda user=user: call_off(meeting=meeting, user=user, plan=MeetingPlan.CANCELLED, reason=user.email)
            for user in people
        )
    )
    meeting.refresh_from_db()
    assert (meeting.sequence, meeting.plan_reason in {user.email for user in people}) == (1, True)
    at_the_same_time(*(lambda user=user: hold_after_all(meeting=meeting, user=user) for user in people))
    meeting.refresh_from_db()
    assert (meeting.sequence, meeting.plan) == (2, MeetingPlan.ON)
