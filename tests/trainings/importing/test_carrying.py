"""Carrying a list out: what becomes of people, once, whatever breaks off."""

import pytest
from django.core import mail

from portal.members.models import Invitation, Member
from portal.members.services.inviting import accept
from portal.members.services.work_details import WorkDetails
from tests.factories.members import make_consent_text, make_member
from tests.factories.participant_lists import make_list
from tests.factories.people import make_user
from tests.factories.trainings import make_training
from tests.factories.vocabulary import make_beneficiary
from trainings.importing import carrying
from trainings.importing.carrying import confirm, go_on
from trainings.importing.report import report_of
from trainings.models import (
    Enrolment,
    EnrolmentChange,
    ExpectedParticipant,
    ImportedRow,
    Letter,
    SeatPool,
    TrainingQuota,
)
from trainings.rules.states import State

pytestmark = pytest.mark.django_db

ALL = [2, 3, 4, 5, 6]


@pytest.fixture(scope="module")
def training_key(shared_rows):
    return make_training(capacity=2).pk


@pytest.fixture
def trainer(training):
    return make_user(language="mk")


def members(*names):
    return [
        make_member(user=make_user(first_name=name, last_name=f"{name}ova", email=f"{name.lower()}@example.org"))
        for name in names
    ]


def row(name, beneficiary=""):
    return [f"{name} {name}ova", f"{name.lower()}@example.org", beneficiary]


def carry_out(source, numbers=ALL):
    confirm(source=source, numbers=numbers, language="en")
    source.refresh_from_db()


def results(source):
    return [(one.result, one.reason) for one in report_of(source).rows]


def join(email):
    invitation = Invitation.objects.get(email=email)
    return accept(
        invitation=invitation.pk,
        first_name="Nova",
        last_name="Novakova",
        language="mk",
        details=WorkDetails(beneficiary=make_beneficiary("MK")),
        consent_text=make_consent_text(),
    )


def test_members_are_enrolled_until_all_places_are_taken_and_then_wait(training, trainer):
    members("Ana", "Besa", "Cana")
    source = make_list(training, *map(row, ("Ana", "Besa", "Cana", "Nova")), ["", "x"], user=trainer)
    carry_out(source)
    assert results(source) == [
        ("confirmed", ""),
        ("confirmed", ""),
        ("waiting", "All places are taken."),
        ("invited", ""),
        ("left", "The name is missing."),
    ]
    assert list(EnrolmentChange.objects.values_list("by", flat=True)) == [trainer.pk] * 3
    assert Letter.objects.count() == 3


def test_without_a_waiting_list_somebody_is_refused_and_the_others_go_on(training, trainer):
    training.quotas = [TrainingQuota(beneficiary=make_beneficiary("MK"), places=1)]
    training.has_waiting_list = False
    training.save()
    members("Ana", "Besa")
    source = make_list(training, row("Ana"), row("Besa"), row("Nova"), user=trainer)
    carry_out(source)
    refused = ("refused", "All places are taken, and there is no waiting list.")
    assert results(source) == [("confirmed", ""), refused, ("invited", "")]


def test_only_what_was_chosen_and_decided(training, trainer):
    members("Ana", "Besa", "Cana")
    known = ["Cana Canova", "another@example.org"]
    make_member(user=make_user(first_name="Cana", last_name="Canova"))
    source = make_list(training, row("Ana"), row("Besa"), known, user=trainer)
    carry_out(source, [2, 4])
    assert results(source) == [
        ("confirmed", ""),
        ("left", "Not chosen."),
        ("left", "Nobody has decided whether it is the same person."),
    ]


def test_uploading_again_changes_nothing(training, trainer, django_capture_on_commit_callbacks):
    members("Ana")
    rows = [row("Ana"), row("Nova", "MK")]
    make_beneficiary("MK")
    with django_capture_on_commit_callbacks(execute=True):
        carry_out(make_list(training, *rows, user=trainer))
    before = (EnrolmentChange.objects.count(), Letter.objects.count(), len(mail.outbox))
    again = make_list(training, *rows, user=trainer)
    with django_capture_on_commit_callbacks(execute=True):
        carry_out(again)
    assert results(again) == [("left", "Already enrolled"), ("left", "Already invited")]
    assert (EnrolmentChange.objects.count(), Letter.objects.count(), len(mail.outbox)) == before == (1, 1, 2)


def test_broken_off_in_the_middle_and_begun_again_ends_as_if_it_had_not_happened(
    training, trainer, monkeypatch, caplog
):
    """Each place at which it may break: before a row, within it, and after it."""
    members("Ana", "Besa", "Cana")
    rows = [row("Ana"), row("Nova"), row("Besa"), row("Cana"), row("Nada")]
    source = make_list(training, *rows, user=trainer)
    inviting, enrolling = carrying.invite, carrying.enrol_or_find
    breaks = iter([True, True, False, True, False, True, False] + [False] * 10)

    def breaking(do):
        def done_and_broken(**values):
            found = do(**values)
            if next(breaks):
                raise ConnectionError("The machine stops.")
            return found

        return done_and_broken

    monkeypatch.setattr(carrying, "invite", breaking(inviting))
    monkeypatch.setattr(carrying, "enrol_or_find", breaking(enrolling))
    states = []
    carry_out(source)
    while report_of(source).waiting:
        source.refresh_from_db()
        states.append(source.state)
        go_on(source)
    source.refresh_from_db()
    assert (states, source.state, source.attempt) == (["failed"] * 4, "ready", 6)
    assert caplog.text.count("did not come to its end") == 4
    found = [result for result, _reason in results(source)]
    assert found == [
        "confirmed",
        "invited",
        "confirmed",
        "waiting",
        "invited",
    ]
    assert (ImportedRow.objects.count(), EnrolmentChange.objects.count(), Letter.objects.count()) == (5, 3, 3)
    assert (Invitation.objects.count(), ExpectedParticipant.objects.count()) == (2, 2)
    assert SeatPool.objects.get(training=training).taken == 2


def test_more_rows_that_are_chosen_take_over_from_those_before(training, trainer):
    members("Ana", "Besa")
    source = make_list(training, row("Ana"), row("Besa"), row("Nova"), user=trainer)
    carry_out(source, [2])
    carry_out(source, [4])
    source.refresh_from_db()
    assert (source.chosen, source.state, source.attempt, source.done, source.total) == ([2, 4], "ready", 3, 1, 1)
    # An attempt that was begun anew has nothing to say any more, and one that is done is not done again.
    for attempt in (1, 2, 3):
        carrying.carry_out.func(source.pk, attempt)
    assert results(source) == [("confirmed", ""), ("left", "Not chosen."), ("invited", "")]


@pytest.mark.parametrize(("count", "queries"), [(1, 49), (3, 119)])
def test_a_row_takes_as_many_queries_in_a_long_list_as_in_a_short_one(
    training, trainer, django_assert_num_queries, count, queries
):
    """So many members, and as many who are invited."""
    names = [f"Name{letter}" for letter in "abcdef"]
    members(*names[:count])
    source = make_list(training, *map(row, names[: 2 * count]), user=trainer)
    with django_assert_num_queries(queries):
        confirm(source=source, numbers=range(2, 10), language="en")


def test_whoever_was_invited_is_enrolled_when_they_join(training, trainer):
    make_beneficiary("MK")
    carry_out(make_list(training, row("Nova", "MK"), user=trainer))
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.invited_by, invitation.beneficiary.code) == ("nova@example.org", trainer, "MK")
    member = join("nova@example.org")
    enrolment = Enrolment.objects.get()
    assert (enrolment.member, enrolment.state, enrolment.changes.get().by) == (member, State.CONFIRMED, trainer)
    assert not ExpectedParticipant.objects.exists()


def test_where_no_place_is_left_the_person_joins_all_the_same_and_the_trainer_reads_why(training, trainer):
    training.has_waiting_list, training.capacity = False, 1
    training.save()
    members("Ana")
    carry_out(make_list(training, row("Ana"), row("Nova"), user=trainer))
    assert join("nova@example.org").state == "active"
    assert Enrolment.objects.count() == 1
    # The trainer reads Macedonian.
    assert ExpectedParticipant.objects.get().refusal != ""


def test_whoever_joined_a_moment_ago_is_enrolled_at_once(training, trainer, monkeypatch):
    source = make_list(training, row("Nova"), user=trainer)
    language_for = carrying.language_for

    def meanwhile(*values):
        members("Nova")
        return language_for(*values)

    monkeypatch.setattr(carrying, "language_for", meanwhile)
    carry_out(source)
    assert results(source) == [("confirmed", "")]
    assert not ExpectedParticipant.objects.exists()
    assert Member.objects.count() == 1
