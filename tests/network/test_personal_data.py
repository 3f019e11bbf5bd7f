"""What the directory holds about somebody: they get all of it, and it goes with them."""

import pytest

from network.member_leaving import leave_directory
from network.models import DirectoryWord, Experience, MessageBlock, MessageReport, RelayedMessage
from network.personal_data import blocks, directory, experiences, messages
from portal.members.models import Profile
from tests.factories.pages import make_practice
from tests.factories.profiles import make_listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(site_root):
    """Two members with everything the directory can hold about both of them."""
    ana, bea = make_listed("Ana", "Sample", bio="I like gardens."), make_listed("Bea", "Sample")
    Experience.objects.create(member=ana, page=make_practice(headline_en="Planning"))
    for sender, recipient in ((ana, bea), (bea, ana)):
        RelayedMessage.objects.create(sender=sender, recipient=recipient, subject="Hello", text="How are you?")
        MessageReport.objects.create(sender=sender, reporter=recipient, subject="Rude", text="x", reason="x")
        MessageBlock.objects.create(owner=sender, blocked=recipient)
    return ana, bea


def values(part):
    return [{fact.name: fact.value for fact in record} for record in part.records]


def test_a_person_gets_what_is_held_about_them(people):
    ana, _bea = people
    (profile,) = values(directory(ana.user))
    assert (profile["bio"], profile["name_for"], profile["photo"]) == ("I like gardens.", "network", False)
    assert [one["page"] for one in values(experiences(ana.user))] == ["Planning"]
    assert [one["subject"] for one in values(messages(ana.user))] == ["Hello", "Hello", "Rude", "Rude"]
    assert [one["name"] for one in values(blocks(ana.user))] == ["Bea Sample"]


def test_who_leaves_leaves_nothing_behind(people):
    ana, bea = people
    leave_directory(ana)
    assert list(Profile.objects.values_list("member", flat=True)) == [bea.pk]
    assert set(DirectoryWord.objects.values_list("member", flat=True)) == {bea.pk}
    assert [model.objects.count() for model in (Experience, RelayedMessage, MessageBlock)] == [0, 0, 0]
    assert list(MessageReport.objects.values_list("sender", "reporter")) == [(bea.pk, None)]
