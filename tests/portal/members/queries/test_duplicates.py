"""The same person in another script or spelling is noticed; other people are not."""

import pytest

from portal.members.models import MemberState
from portal.members.queries.duplicates import likely_duplicates
from tests.factories.members import make_application, make_member
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("known", "applicant"),
    [
        (("Ђорђе", "Ђорђевић"), ("Djordje", "Djordjevic")),
        (("Đorđe", "Đorđević"), ("Ђорђе", "Ђорђевић")),
        (("Sample", "Officer"), ("Officer", "Sample")),
        (("Sample", "Oficer"), ("Sample", "Officer")),
        (("Ќиро", "Пример"), ("Kiro", "Primer")),
    ],
)
def test_the_same_in_another_spelling(known, applicant):
    member = make_member(make_user(first_name=known[0], last_name=known[1]))
    application = make_application(first_name=applicant[0], last_name=applicant[1])
    assert [likeness.record for likeness in likely_duplicates(application)] == [member]


def test_somebody_may_be_like_two_people_at_once():
    member = make_member(make_user(first_name="Ђорђе", last_name="Ђорђевић"))
    first = make_application(first_name="Djordje", last_name="Djordjevic", email="first@example.org")
    second = make_application(first_name="Đorđe", last_name="Đorđević", email="second@example.org")
    assert [likeness.record for likeness in likely_duplicates(first)] == [member, second]
    assert [likeness.record for likeness in likely_duplicates(second)] == [member, first]


def test_other_people_are_not():
    make_member(make_user(first_name="Sample", last_name="Officer"))
    make_member(make_user(first_name="Gone", last_name="Away"), state=MemberState.LEFT)
    make_application(first_name="Gone", last_name="Away", email="unconfirmed@example.org", state="unconfirmed")
    assert likely_duplicates(make_application(first_name="Gone", last_name="Away")) == []


def test_the_same_address_under_another_name():
    earlier = make_application(state="replaced", decided_at="2026-01-01T00:00Z", first_name="Quite", last_name="Other")
    (likeness,) = likely_duplicates(make_application())
    assert (likeness.record, likeness.same_address) == (earlier, True)


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    application = make_application()
    for number in range(3):
        make_member(make_user(first_name="Ana", last_name="Sample"))
        make_application(email=f"{number}@example.org")
    with django_assert_num_queries(5):
        assert len(likely_duplicates(application)) == 6
