"""Two people decide in the same moment: the second waits, and then finds it decided."""

import threading

import pytest
from django.core import mail
from django.db import connection, transaction

from portal.accounts.roles import ADMINISTRATORS, focal_points
from portal.members.models import Application, Member, MemberStep
from portal.members.services.deciding import AlreadyDecided, approve, decline
from portal.members.services.inviting import invite
from tests.factories.members import make_application
from tests.factories.people import make_user

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("second", [approve, decline])
def test_one_decision(second):
    application = make_application()
    focal_point, administrator = make_user(focal_points("MK")), make_user(ADMINISTRATORS, is_superuser=True)
    happened = []

    def decide_too():
        try:
            second(application=application.pk, by=administrator, reason="Second")
        except AlreadyDecided:
            happened.append("already decided")
        finally:
            connection.close()

    other = threading.Thread(target=decide_too)
    with transaction.atomic():
        approve(application=application.pk, by=focal_point, reason="First")
        other.start()
        other.join(1)
        assert other.is_alive()
    other.join()
    assert happened == ["already decided"]
    assert list(Application.objects.values_list("state", "reason")) == [("approved", "First")]
    assert (Member.objects.count(), MemberStep.objects.count(), len(mail.outbox)) == (1, 1, 1)


def test_one_invitation():
    focal_point = make_user(focal_points("MK"))
    outcomes = []

    def invite_too():
        outcomes.append(invite(email="a@example.org", language="en", invited_by=focal_point).outcome)
        connection.close()

    other = threading.Thread(target=invite_too)
    with transaction.atomic():
        invite_first = invite(email="a@example.org", language="en", invited_by=focal_point)
        other.start()
        other.join(1)
        assert other.is_alive()
    other.join()
    assert (invite_first.outcome, outcomes, len(mail.outbox)) == ("sent", ["already invited"], 1)
