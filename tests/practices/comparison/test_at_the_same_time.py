"""Two editors decide on one entry in the same moment, and two focal points write at once."""

import threading

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from portal.accounts.roles import EDITORS, focal_points
from practices.models import Implementation, Standard, StandardPart
from practices.services.implementations import approve, decline, hand_in
from tests.factories.pages import make_page
from tests.factories.people import make_user
from tests.factories.site import make_site_root
from tests.factories.vocabulary import make_beneficiary

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def part():
    make_site_root()
    page = make_page(Standard, slug="rules", headline_en="Prison Rules")
    return StandardPart.objects.create(standard=page, number="Rule 1", heading_en="Respect", position=1)


def second_while_first(first, second):
    """Does the second while the first is not yet stored; what the second gave, or was refused with."""
    happened = []

    def work():
        try:
            happened.append(second())
        except ValidationError as refusal:
            happened.append(refusal.messages[0])
        finally:
            connection.close()

    other = threading.Thread(target=work)
    with transaction.atomic():
        first()
        other.start()
        other.join(1)
        assert other.is_alive()
    other.join()
    return happened[0]


def written(part, user, text="A law"):
    return hand_in(part=part, beneficiary=make_beneficiary("AL"), language="en", text=text, made_by=user, seen=None)


def test_decided_by_two_editors_the_first_decision_stands_and_is_told_once(part):
    author = make_user(focal_points("AL"))
    editors = [make_user(EDITORS) for _number in range(2)]
    entry = written(part, author)
    mail.outbox.clear()
    second = second_while_first(
        lambda: approve(entry=entry, by=editors[0]), lambda: decline(entry=entry, reason="No", by=editors[1])
    )
    assert (second, Implementation.objects.get().state, len(mail.outbox)) == (False, "approved", 1)


def test_of_two_who_write_at_once_the_second_is_shown_the_first(part):
    people = [make_user(focal_points("AL")) for _number in range(2)]
    second = second_while_first(lambda: written(part, people[0], "First"), lambda: written(part, people[1], "Second"))
    assert "Somebody else has written meanwhile" in second
    assert [one.text for one in Implementation.objects.all()] == ["First"]
