"""People who look after members."""

import pytest
from django.core import mail

from portal.accounts.roles import ADMINISTRATORS, focal_points
from tests.factories.members import make_consent_text
from tests.factories.people import make_user
from tests.factories.vocabulary import make_beneficiary


@pytest.fixture
def focal_point(db):
    """Of North Macedonia."""
    make_beneficiary("MK")
    return make_user(focal_points("MK"), email="focal@example.org", first_name="Focal", last_name="Point")


@pytest.fixture
def administrator(db):
    return make_user(ADMINISTRATORS, email="administrator@example.org")


@pytest.fixture
def consent_text(db):
    return make_consent_text()


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """Does something, and answers with the mails that it sent: [(address, subject, body)]."""

    def sent(action):
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return [(letter.to[0], letter.subject, letter.body) for letter in mail.outbox[before:]]

    return sent
