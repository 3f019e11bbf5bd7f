"""What of trainings waits for somebody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.members import make_member
from tests.factories.trainings import make_enrolment, make_training
from trainings.dashboard import trainings
from trainings.models import Enrolment
from trainings.rules.states import State

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.fixture
def seen(rf):
    def seen(member):
        request = rf.get("/")
        request.user = member.user
        return [(item.title, item.day is not None) for item in trainings(request).items]

    return seen


def test_offers_come_first_with_their_last_day_then_what_begins_first(seen):
    member = make_member()
    for headline, days in (("Later", 40), ("Sooner", 20), ("Offered", 60)):
        make_enrolment(make_training(headline_en=headline, days=days), member)
    until = timezone.now() + timedelta(days=3)
    Enrolment.objects.filter(training__headline_en="Offered").update(state=State.OFFERED, offer_until=until)
    assert seen(member) == [("Offered", True), ("Sooner", False), ("Later", False)]
    assert seen(make_member()) == []


def test_what_is_over_or_given_back_waits_no_more(seen):
    member = make_member()
    make_enrolment(make_training(headline_en="Given back"), member)
    Enrolment.objects.update(state=State.WITHDRAWN)
    training = make_training(headline_en="Over")
    make_enrolment(training, member)
    yesterday = timezone.localdate() - timedelta(days=1)
    type(training).objects.filter(pk=training.pk).update(start=yesterday, end=yesterday)
    assert seen(member) == []
