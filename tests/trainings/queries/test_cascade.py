"""What came of a training: trainings given by those who were trained there, level by level."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone

from portal.accounts.roles import ADMINISTRATORS, NETWORK_MEMBERS
from tests.factories.members import make_member
from tests.factories.pages import make_page, restrict
from tests.factories.people import make_user
from trainings.models import CoursePage, Enrolment, TrainingPage
from trainings.queries.cascade import Level, cascade

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


def given(members, course=None, days=-30, **fields):
    """A training that these people have completed; it is over unless it begins in so many days."""
    day = timezone.localdate() + timedelta(days=days)
    above = [course] if course is not None else []
    training = make_page(TrainingPage, *above, start=day, end=day, **fields)
    Enrolment.objects.bulk_create(Enrolment(training=training, member=member, state="completed") for member in members)
    return training


@pytest.fixture
def people(site_root):
    return [make_member() for _number in range(6)]


def levels(*begin, user=NOBODY):
    return [(one.number, one.trainings, one.persons) for one in cascade([one.pk for one in begin], user)]


def test_each_level_counts_its_trainings_and_everybody_once(people):
    first = given(people)
    second, third = given(people[:4], follows=first), given(people[2:], follows=first)
    fourth = given(people[:1], follows=second)
    fifth = given(people[1:2], follows=fourth)
    given(people[:2], follows=fifth)
    assert cascade([first.pk], NOBODY) == [Level(1, 2, 6), Level(2, 1, 1), Level(3, 2, 2)]
    assert levels(third) == []


def test_what_was_not_given_or_is_closed_counts_nowhere(people):
    first = given(people)
    given(people, follows=first, is_cancelled=True)
    given(people, follows=first, days=9)
    given([], follows=first)
    closed = given(people[:3], follows=first)
    restrict(closed, Group.objects.get(name=NETWORK_MEMBERS))
    assert levels(first) == []
    assert levels(first, user=make_user(Group.objects.get(name=NETWORK_MEMBERS))) == [(1, 1, 3)]


def test_the_course_page_has_the_cascade_of_all_its_trainings_and_the_indicators_agree(client, people):
    course = make_page(CoursePage)
    first, other = given(people, course), given(people[:1], course)
    # One of the same course came of the first: it is a level further, and no beginning.
    second = given(people, course, follows=first)
    given(people[:5], follows=other)
    given(people[:2], follows=second)
    shown = rows(client.get(course.get_url()), "main")
    assert shown == {
        "Given by people who were trained there": ["2", "6"],
        "Given by people who were trained by those": ["1", "fewer than 5"],
    }
    client.force_login(make_user(Group.objects.get(name=ADMINISTRATORS)))
    indicators = rows(client.get("/en/trainings/indicators/"), "[aria-labelledby=by-cascade]")
    assert indicators["Given by people who were trained there"][:3] == ["", "2", "6"]
    assert shown == rows(client.get(course.get_url()), "main")


def rows(answer, within):
    page = BeautifulSoup(answer.content.decode(), "html.parser").select_one(within)
    return {
        row.th.get_text(" ", strip=True): [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in page.select("tbody tr")
    }


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(people, count, django_assert_num_queries):
    begin = [given(people) for _number in range(count)]
    for one in begin:
        given(people, follows=one)
    with django_assert_num_queries(3):
        assert levels(*begin) == [(1, count, 6)]
