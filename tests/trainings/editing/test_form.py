"""The edit form of a training: its sessions and quotas, and what is refused, with what was typed still there."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.members import make_member
from tests.factories.people import make_colleague, make_superuser
from tests.factories.trainings import make_enrolment, make_session, make_training
from tests.factories.vocabulary import make_beneficiary
from tests.portal.conftest import EditForm
from trainings.models import SeatPool, TrainingPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_form(site_root):
    """`open_form(training)`: as an editor, or with other permissions and the language they translate into."""

    def form(training, *codenames, language=""):
        client = Client()
        client.force_login(make_colleague(site_root, *(codenames or ("edit_source",))))
        return EditForm(client, training, language)

    return form


@pytest.fixture
def training(site_root):
    day = timezone.localdate() + timedelta(days=30)
    return make_training(start=day, end=day, sessions=[make_session(day)], capacity=2)


def refusals(answer):
    html = BeautifulSoup(answer.content.decode(), "html.parser")
    return " ".join(one.get_text(" ", strip=True) for one in html.select(".messages, .error-message, .errorlist"))


def test_a_training_is_moved_together_with_its_sessions(open_form, training):
    day = training.start + timedelta(days=7)
    form = open_form(training)
    form.data.update({"start": str(day), "end": str(day), "sessions-0-day": str(day)})
    assert form.save(publish=True).status_code == 302
    moved = TrainingPage.objects.get()
    assert (moved.start, [session.day for session in moved.sessions.all()], moved.sequence) == (day, [day], 1)


def test_a_session_on_another_day_is_refused_by_name(open_form, training):
    form = open_form(training)
    form.data.update({"sessions-0-day": str(training.start + timedelta(days=9))})
    answer = form.save(publish=True)
    assert "This session is not within the days of the training." in refusals(answer)


def test_a_session_that_ends_before_it_begins_is_refused(open_form, training):
    form = open_form(training)
    form.data.update({"sessions-0-ends": "08:00"})
    assert "It would end before it begins." in refusals(form.save(publish=True))


def test_fewer_places_than_are_taken_are_refused(open_form, training):
    for _ in range(2):
        make_enrolment(training)
    form = open_form(training)
    form.data.update({"capacity": "1"})
    assert "2 places are taken or offered" in refusals(form.save(publish=True))


def test_a_quota_below_what_is_taken_is_refused_and_another_kept(open_form, training):
    make_enrolment(training, make_member(beneficiary="AL"))
    albania = make_beneficiary("AL")
    for places, status in (("0", 200), ("2", 302)):
        form = open_form(training)
        form.data.update(
            {
                "quotas-TOTAL_FORMS": "1",
                "quotas-0-beneficiary": str(albania.pk),
                "quotas-0-institution": "",
                "quotas-0-places": places,
                "quotas-0-id": "",
                "quotas-0-DELETE": "",
            }
        )
        assert form.save(publish=True).status_code == status
    assert SeatPool.objects.get(scope=f"b{albania.pk}").taken == 1


def test_what_people_are_enrolled_in_is_not_deleted(client, training):
    make_enrolment(training)
    client.force_login(make_superuser())
    for page in (training, training.get_parent()):
        addresses = (
            reverse("wagtailadmin_pages:delete", args=[page.pk]),
            f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?id={page.pk}",
        )
        for address in addresses:
            answer = client.post(address, follow=True)
            assert "People are enrolled: do not delete the training" in answer.content.decode()
    assert TrainingPage.objects.count() == 1


def test_who_only_translates_changes_no_session(open_form, training):
    form = open_form(training, "translate_sq", language="sq")
    assert [key for key in form.data if key.startswith(("sessions", "quotas"))] == []
    answer = form.type(headline_sq="Trajnim", summary_sq="Një ditë").save()
    assert answer.status_code == 302
    assert TrainingPage.objects.get().sessions.count() == 1
