"""Whoever leaves is nobody any more; numbers and what was written for others stay."""

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import connection, models
from wagtail.models import Page

from portal.members.models import Application, DepartureCount, Member, MemberStep
from portal.members.registries import leaving
from portal.members.rules.refusal import Refused
from portal.members.services.deciding import approve
from portal.members.services.inviting import invite
from portal.members.services.leaving import leave
from portal.members.services.suspending import suspend
from search.following.saved_search import SavedSearch
from search.reading_list.kept_list import KeptList
from tests.factories.members import make_application, make_member
from tests.factories.people import make_user
from tests.factories.searches import make_saved_search

NAME, ADDRESS, WORK = "Zvezdana", "zvezdana@example.org", "Secret workplace"


@pytest.fixture
def member(focal_point):
    application = make_application(
        first_name=NAME, email=ADDRESS, institution_name=WORK, why=f"{NAME} wants to", language="en"
    )
    invite(email=ADDRESS, language="en", invited_by=focal_point, message=f"Dear {NAME}")
    approve(application=application.pk, by=focal_point, reason=f"I know {NAME}")
    found = Member.objects.get()
    make_saved_search(found.user, "q=prison", frequency="none")
    KeptList.objects.create(user=found.user, documents=["practices.goodpractice:1"])
    return found


def everything_stored():
    """All texts of all our tables."""
    for model in apps.get_models():
        columns = [
            field.attname
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
        ]
        if columns and model._meta.db_table in connection.introspection.table_names():
            for row in model._base_manager.values_list(*columns):
                yield from (str(value) for value in row)


def test_nothing_personal_is_left_in_any_table(member, letters, site_root):
    Page.objects.filter(pk=site_root.pk).update(owner=member.user)
    sent = letters(lambda: leave(member=member.pk, by=member.user))
    assert [letter[0] for letter in sent] == [ADDRESS]
    traces = [
        text for text in everything_stored() for secret in (NAME, ADDRESS, WORK) if secret.lower() in text.lower()
    ]
    assert traces == []
    member.refresh_from_db()
    assert (member.state, member.name, member.beneficiary, member.user.is_active) == ("left", "", None, False)
    assert member.user.groups.count() == 0
    assert not member.user.has_usable_password()
    assert EmailAddress.objects.filter(user=member.user).count() == 0
    assert (SavedSearch.objects.count(), KeptList.objects.count(), Application.objects.count()) == (0, 0, 0)
    # What stays: that somebody owns the page, the steps, and a number.
    assert Page.objects.get(pk=site_root.pk).owner == member.user
    kinds = MemberStep.objects.filter(member=member).values_list("kind", flat=True)
    assert list(kinds) == ["invited", "approved", "left"]
    assert list(DepartureCount.objects.values_list("beneficiary", "agency", "number")) == [("MK", "prison", 1)]


def test_numbers_add_up(db):
    for _time in range(2):
        member = make_member()
        leave(member=member.pk, by=member.user)
    assert list(DepartureCount.objects.values_list("beneficiary", "agency", "number")) == [("MK", "", 2)]


def test_the_address_may_come_back(member, focal_point):
    leave(member=member.pk, by=member.user)
    approve(application=make_application(email=ADDRESS).pk, by=focal_point)
    assert Member.objects.active().get().user.email == ADDRESS


def test_features_are_told_before_the_name_goes(member, monkeypatch):
    told = []
    monkeypatch.setattr(leaving, "_hooks", [lambda one: told.append(one.name)])
    leave(member=member.pk, by=member.user)
    assert told == [f"{NAME} Sample"]


def test_who_may_erase_somebody_else(member, focal_point, administrator):
    with pytest.raises(Refused):
        leave(member=member.pk, by=focal_point)
    suspend(member=member.pk, by=administrator, reason="Asked for")
    leave(member=member.pk, by=administrator)
    member.refresh_from_db()
    assert member.state == "left"
    with pytest.raises(Refused):
        leave(member=member.pk, by=administrator)


def test_a_superuser_keeps_the_portal_running(db):
    member = make_member(make_user(is_superuser=True))
    with pytest.raises(Refused):
        leave(member=member.pk, by=member.user)
