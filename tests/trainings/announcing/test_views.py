"""Announcing a training on the portal: who may, what becomes of it, and that nothing typed is lost."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.utils import timezone

from portal.accounts.roles import TRAINERS
from tests.factories.members import make_member
from tests.factories.pages import make_page
from tests.factories.people import make_colleague, make_user
from tests.factories.trainings import make_enrolment, make_session, make_training
from tests.factories.vocabulary import make_beneficiary
from trainings.models import CoursePage, Letter, TrainingPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(site_root):
    return make_page(CoursePage, headline_en="Release plans")


@pytest.fixture
def trainer(client, course):
    """Somebody who gave this course before, signed in."""
    member = make_member()
    make_training(parent=course, trainers=[member])
    client.force_login(member.user)
    return client


def day(number):
    return str(timezone.localdate() + timedelta(days=number))


def filled(**changes):
    """What a browser sends when two sessions are filled in."""
    return {
        "headline": "",
        "summary": "Two days about release plans.",
        "start": day(30),
        "end": day(31),
        "time_zone": "Europe/Skopje",
        "place": "Skopje",
        "link": "",
        "spoken": ["mk", "sq"],
        "capacity": "12",
        "minimum": "0",
        "admission": "open",
        "opens_on": "",
        "closes_on": "",
        "has_waiting_list": "on",
        "offer_days": "3",
        "seen": "",
        **rows("sessions", [{"day": day(30), "begins": "09:00", "ends": "12:00"}, {"day": day(31)}]),
        "sessions-1-begins": "10:00",
        "sessions-1-ends": "11:00",
        **rows("quotas", []),
        **changes,
    }


def rows(name, filled_in):
    data = {f"{name}-TOTAL_FORMS": str(len(filled_in) + 1), f"{name}-INITIAL_FORMS": "0"}
    for number, row in enumerate(filled_in):
        data |= {f"{name}-{number}-{field}": value for field, value in row.items()}
    return data


def sent(answer):
    """What a browser would send of the form that is shown."""
    form = BeautifulSoup(answer.content.decode(), "html.parser").select_one("main form[method=post]")
    data = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        kind = field.get("type", "")
        if kind in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.option
            value = chosen.get("value", "")
        else:
            value = (
                field.text.removeprefix("\n")
                if field.name == "textarea"
                else field.get("value", "on" if kind == "checkbox" else "")
            )
        data.setdefault(field["name"], []).append(value)
    return data


def text(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser").main.get_text(" ", strip=True)


def announce_url(course):
    return f"/en/trainings/{course.pk}/announce/"


def newest():
    return TrainingPage.objects.order_by("-pk").first()


def test_who_may_announce(client, course, site_root):
    gave = make_member()
    make_training(parent=course, trainers=[gave])
    by_role, elsewhere = make_member(), make_member()
    by_role.user.groups.add(Group.objects.get(name=TRAINERS))
    make_training(parent=make_page(CoursePage, course.get_parent()), trainers=[elsewhere])
    only_role = make_user(Group.objects.get(name=TRAINERS))
    suspended = make_member(state="suspended")
    suspended.user.groups.add(Group.objects.get(name=TRAINERS))
    people = {
        gave.user: 200,
        by_role.user: 200,
        elsewhere.user: 404,
        only_role: 404,
        suspended.user: 404,
        make_user(): 404,
    }
    for user, status in people.items():
        client.force_login(user)
        assert client.get(announce_url(course)).status_code == status
        page = client.get(f"/en{course.get_url().removeprefix('/en')}")
        assert ("Announce a training" in page.content.decode()) == (status == 200)


def test_a_closed_course_is_not_there_for_trainers_who_may_not_see_it(client, site_root):
    member = make_member()
    member.user.groups.add(Group.objects.get(name=TRAINERS))
    closed = make_page(CoursePage, restricted_to=Group.objects.create(name="others"), headline_en="Closed course")
    client.force_login(member.user)
    answer = client.get(announce_url(closed))
    assert (answer.status_code, "Closed course" in answer.content.decode()) == (404, False)


def test_what_a_trainer_announces_waits_for_an_editor(trainer, course):
    answer = trainer.post(announce_url(course), filled(), follow=True)
    assert "It is with the editors now, who publish it." in text(answer)
    page = newest()
    assert (page.live, page.headline_en, page.get_parent().pk) == (False, "Release plans", course.pk)
    assert page.current_workflow_state is not None
    draft = page.get_latest_revision_as_object()
    assert [str(one.begins) for one in draft.sessions.all()] == ["09:00:00", "10:00:00"]
    assert (draft.training_languages, draft.place_en) == (" sq mk ", "Skopje")
    assert trainer.get(f"/en/trainings/{page.pk}/participants/").status_code == 200
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert (page.live, page.sessions.count(), page.seat_pools.get().capacity) == (True, 2, 12)


def test_what_an_editor_announces_is_published_and_written_in_their_language(client, course, site_root):
    course.headline_sq, course.readiness_sq = "Plane lirimi", "overview"
    course.summary_sq = "Kurs."
    course.save()
    client.force_login(make_colleague(site_root, "edit_source"))
    client.post(f"/sq/trainings/{course.pk}/announce/", filled(summary="Dy ditë."))
    page = newest()
    assert (page.live, page.source_language, page.headline_sq) == (True, "sq", "Plane lirimi")
    assert client.get(page.get_url()).status_code == 200


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"summary": ""}, "This field is required."),
        ({"end": day(29)}, "The last day is before the first."),
        ({"start": day(-9), "end": day(-8)}, "This day is over."),
        ({"minimum": "30"}, "There are fewer places than that."),
        ({"sessions-0-day": day(40)}, "This session is not within the days of the training."),
        ({"sessions-0-ends": "08:00"}, "It would end before it begins."),
        ({"closes_on": day(31)}, "The training begins before that day."),
        ({"opens_on": day(20), "closes_on": day(10)}, "The last day is before the first."),
        (
            {"sessions-1-day": day(30), "sessions-1-begins": "11:59", "sessions-1-ends": "13:00"},
            "Another session is not over by then.",
        ),
        (
            {"start": "2027-03-28", "end": "2027-03-28", "sessions-0-begins": "02:30"}
            | {"sessions-0-day": "2027-03-28", "sessions-1-day": "2027-03-28", "sessions-1-begins": "13:00"}
            | {"sessions-1-ends": "14:00"},
            "This time does not exist on that day: clocks are put forward.",
        ),
        ({"capacity": "0"}, "Ensure this value is greater than or equal to 1."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(trainer, course, changes, refusal):
    before = TrainingPage.objects.count()
    typed = filled(**changes)
    answer = trainer.post(announce_url(course), typed)
    assert refusal in text(answer)
    shown = sent(answer)
    assert {name: shown[name][0] for name in typed if name != "spoken" and name in shown} == {
        name: value for name, value in typed.items() if name != "spoken" and name in shown
    }
    assert shown["spoken"] == ["sq", "mk"]
    assert TrainingPage.objects.count() == before


def test_more_rows_keep_what_was_typed_and_complain_of_nothing(trainer, course):
    answer = trainer.post(announce_url(course), filled(summary="", do="sessions"))
    shown = sent(answer)
    assert (shown["sessions-TOTAL_FORMS"], shown["sessions-1-begins"], shown["place"]) == (["6"], ["10:00"], ["Skopje"])
    assert "needs your attention" not in text(answer)


def test_a_request_that_claims_a_million_rows_gets_few(trainer, course):
    answer = trainer.post(announce_url(course), filled(**{"sessions-TOTAL_FORMS": "1000000", "do": "sessions"}))
    assert sent(answer)["sessions-TOTAL_FORMS"] == ["60"]


@pytest.fixture
def own(client, course):
    """A published training with a session, and its trainer signed in."""
    first = timezone.localdate() + timedelta(days=30)
    member = make_member()
    own = make_training(
        parent=course, start=first, end=first, sessions=[make_session(first)], trainers=[member], place_en="Skopje"
    )
    client.force_login(member.user)
    return own


def test_a_trainer_moves_a_training_and_people_are_told(client, own):
    make_enrolment(own)
    Letter.objects.all().delete()
    address = f"/en/trainings/{own.pk}/change/"
    data = sent(client.get(address)) | {"start": day(40), "end": day(40), "sessions-0-day": day(40), "capacity": "30"}
    assert "The training is published." in text(client.post(address, data, follow=True))
    own.refresh_from_db()
    assert (str(own.start), own.sequence, own.seat_pools.get().capacity) == (day(40), 1, 30)
    assert [str(one.day) for one in own.sessions.all()] == [day(40)]
    assert [letter.kind for letter in Letter.objects.all()] == ["changed"]


def test_a_training_that_people_look_forward_to_is_not_moved_into_the_past(client, own):
    make_enrolment(own)
    address = f"/en/trainings/{own.pk}/change/"
    data = sent(client.get(address)) | {"start": day(-2), "end": day(-2), "sessions-0-day": day(-2)}
    assert "People are enrolled: it cannot be moved to days that are over." in text(client.post(address, data))


def test_fewer_places_than_are_taken_are_refused(client, own):
    for _ in range(2):
        make_enrolment(own)
    address = f"/en/trainings/{own.pk}/change/"
    answer = client.post(address, sent(client.get(address)) | {"capacity": "1"})
    assert "2 places are taken or offered" in text(answer)


def test_of_two_who_change_at_once_the_second_is_told_and_loses_nothing(client, own):
    address = f"/en/trainings/{own.pk}/change/"
    first, second = sent(client.get(address)), sent(client.get(address))
    client.post(address, first | {"place": "Tetovo"})
    answer = client.post(address, second | {"place": "Bitola"})
    assert "Somebody else has changed this training meanwhile." in text(answer)
    assert sent(answer)["place"] == ["Bitola"]
    client.post(address, sent(answer))
    own.refresh_from_db()
    assert own.place_en == "Bitola"


def test_what_an_editor_has_in_hand_is_not_published_by_a_trainer(client, own):
    draft = own.get_latest_revision_as_object()
    draft.headline_en = "Not yet for readers"
    draft.save_revision()
    address = f"/en/trainings/{own.pk}/change/"
    answer = client.post(address, sent(client.get(address)) | {"place": "Bitola"}, follow=True)
    assert "It is with the editors now" in text(answer)
    own.refresh_from_db()
    assert (own.place_en, own.headline_en == "Not yet for readers") == ("Skopje", False)


def test_cancelling_tells_everybody_why(client, own):
    make_enrolment(own)
    Letter.objects.all().delete()
    address = f"/en/trainings/{own.pk}/cancel/"
    assert "This field is required." in text(client.post(address, {"reason": " "}))
    client.post(address, {"reason": "The house is\nflooded."})
    own.refresh_from_db()
    assert (own.is_cancelled, own.cancelled_because) == (True, "The house is flooded.")
    assert [letter.kind for letter in Letter.objects.all()] == ["cancelled"]
    assert "The house is flooded." in text(client.get(own.get_url()))
    assert client.get(address).status_code == 404


def test_nobody_else_changes_or_cancels(client, own):
    client.force_login(make_member().user)
    for name in ("change", "cancel"):
        for ask in (client.get, client.post):
            assert ask(f"/en/trainings/{own.pk}/{name}/").status_code == 404


def test_one_session_may_begin_when_another_ends(trainer, course):
    typed = filled(**{"sessions-1-day": day(30), "sessions-1-begins": "12:00", "sessions-1-ends": "13:00"})
    assert "It is with the editors now" in text(trainer.post(announce_url(course), typed, follow=True))


def test_most_places_for_some_may_be_more_together_than_there_are(client, course, site_root):
    """They say how many of a beneficiary there may be, not for whom places are kept."""
    client.force_login(make_colleague(site_root, "edit_source"))
    quotas = [{"beneficiary": str(make_beneficiary(code).pk), "places": "9"} for code in ("AL", "RS")]
    client.post(announce_url(course), filled(**rows("quotas", quotas)))
    pools = newest().seat_pools.order_by("pk").values_list("capacity", flat=True)
    assert list(pools) == [12, 9, 9]


@pytest.fixture
def unpublishable():
    """Something that only publishing finds out, about a field of the form and about one that is none of it."""

    def refuse(instance, **kwargs):
        if instance.live:
            raise ValidationError({"capacity": "The house has fewer chairs.", "follows": "That is not over yet."})

    pre_save.connect(refuse, sender=TrainingPage)
    yield
    pre_save.disconnect(refuse, sender=TrainingPage)


def test_what_publishing_refuses_is_said_at_its_field_and_nothing_is_stored(client, course, site_root, unpublishable):
    client.force_login(make_colleague(site_root, "edit_source"))
    before = TrainingPage.objects.count()
    answer = client.post(announce_url(course), filled(place="Bitola"))
    html = BeautifulSoup(answer.content.decode(), "html.parser")
    assert "The house has fewer chairs." in html.find(id="id_capacity").find_parent(class_="field").get_text()
    assert "That is not over yet." in text(answer)
    assert (sent(answer)["place"], sent(answer)["sessions-1-begins"]) == (["Bitola"], ["10:00"])
    assert TrainingPage.objects.count() == before


def test_what_publishing_refuses_of_a_change_or_a_cancellation_is_said_and_changes_nothing(client, own, unpublishable):
    address = f"/en/trainings/{own.pk}/change/"
    answer = client.post(address, sent(client.get(address)) | {"place": "Bitola"})
    assert "The house has fewer chairs." in text(answer)
    assert sent(answer)["place"] == ["Bitola"]
    answer = client.post(f"/en/trainings/{own.pk}/cancel/", {"reason": "The house is flooded."})
    assert "The house has fewer chairs." in text(answer)
    assert sent(answer)["reason"] == ["The house is flooded."]
    own.refresh_from_db()
    assert (own.place_en, own.is_cancelled) == ("Skopje", False)


def test_what_is_wrong_beside_the_form_is_said_above_it(client, own):
    """Two trainings whose trainers were trained in each other: only an editor can mend that."""
    other = make_training(follows=own)
    TrainingPage.objects.filter(pk=own.pk).update(follows=other)
    own.refresh_from_db()
    own.save_revision(clean=False)
    address = f"/en/trainings/{own.pk}/change/"
    answer = client.post(address, sent(client.get(address)) | {"place": "Bitola"})
    assert "That training goes back to this one." in text(answer)
    assert sent(answer)["place"] == ["Bitola"]
