"""Sample people: roles, marked, without a way to sign in."""

import pytest

from portal.accounts.roles import NETWORK_MEMBERS
from portal.core.starter.report import Outcome
from portal.members.models import Member
from tests.factories.starter import WORDS, load

LOADER = {"sample people"}


@pytest.fixture(scope="module")
def started(shared_rows):
    load(WORDS | {"glossary"})
    return load(LOADER)


def test_twelve_over_six_beneficiaries(started, db):
    members = Member.objects.active().select_related("user", "beneficiary")
    assert started.broken == []
    assert started.counts["sample person"] == {Outcome.MADE: 12}
    assert {member.beneficiary.code for member in members} == {"AL", "BA", "XK", "ME", "MK", "RS"}
    assert {member.is_sample for member in members} == {True}
    assert {member.user.has_usable_password() for member in members} == {False}
    assert {member.user.email.partition("@")[2] for member in members} == {"example.org"}
    assert {member.name.startswith("Sample ") for member in members} == {True}
    assert {group.name for member in members for group in member.user.groups.all()} == {NETWORK_MEMBERS}


def test_they_know_something(started, db):
    officer = Member.objects.get(user__email="skopje-probation@example.org")
    assert officer.institution.type == "probation_service"
    assert officer.agency.code == "probation"
    assert [term.code for term in officer.topics.order_by("code")] == ["conditional_release", "probation_supervision"]
    assert officer.languages.split() == ["en", "sq", "mk"]
    assert officer.concepts.count() == 2


def test_a_second_time_changes_nothing(started, db, django_assert_num_queries):
    assert load(LOADER).counts["sample person"] == {Outcome.LEFT: 12}
    with django_assert_num_queries(7):
        load(LOADER)


def test_what_somebody_changed_stays(started, db):
    Member.objects.filter(user__email="skopje-prison@example.org").update(position="Teacher")
    assert load(LOADER).counts["sample person"] == {Outcome.LEFT: 11, Outcome.KEPT: 1}
    assert Member.objects.get(user__email="skopje-prison@example.org").position == "Teacher"
