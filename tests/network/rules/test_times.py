"""Events begin before they end, at times that clocks show."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from network.models import EventPage
from network.rules.times import check_times

pytestmark = pytest.mark.django_db


def errors(**fields):
    with pytest.raises(ValidationError) as refused:
        check_times(EventPage(**fields))
    return refused.value.message_dict


def test_an_event_ends_after_it_begins():
    day = date(2027, 4, 2)
    assert errors(start=day, end=day, start_time=time(15), end_time=time(9)) == {
        "end_time": ["It would end before it begins."]
    }
    assert errors(start=day, end=date(2027, 4, 1)) == {"end": ["The last day is before the first."]}
    check_times(EventPage(start=day, end=date(2027, 4, 3), start_time=time(15), end_time=time(9)))


def test_an_end_needs_a_beginning_and_a_beginning_no_end():
    day = date(2027, 4, 2)
    assert errors(start=day, end=day, end_time=time(9)) == {
        "start_time": ["Say also when it begins, or take the time of its end away."]
    }
    check_times(EventPage(start=day, end=day, start_time=time(9)))


def test_the_hour_that_is_left_out_in_spring_is_refused():
    day = date(2027, 3, 28)
    assert errors(start=day, end=day, start_time=time(2, 30), time_zone="Europe/Tirane") == {
        "start_time": ["This time does not exist on that day: clocks are put forward."]
    }


def test_what_is_missing_is_complained_of_elsewhere():
    check_times(EventPage(start=None, end=None, start_time=None))
