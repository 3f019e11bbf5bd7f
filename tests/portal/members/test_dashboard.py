"""Applications wait for those who decide on them."""

import pytest

from portal.members.dashboard import applications
from tests.factories.members import make_application, make_member


@pytest.fixture
def waiting(rf):
    def waiting(user):
        request = rf.get("/")
        request.user = user
        return [item.title for item in applications(request).items]

    return waiting


def test_each_is_told_of_those_that_they_decide_on(waiting, focal_point, administrator):
    make_application(first_name="Own", last_name="Person", email="own@example.org")
    make_application("AL", first_name="Other", last_name="Person", email="other@example.org")
    make_application(state="unconfirmed", first_name="Not", last_name="Confirmed", email="unconfirmed@example.org")
    assert waiting(focal_point) == ["Own Person"]
    assert waiting(administrator) == ["Own Person", "Other Person"]
    assert waiting(make_member().user) == []
