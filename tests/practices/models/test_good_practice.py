"""Dates of a practice: when it is to be looked at again, and what cannot be."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

from practices.models import GoodPractice
from tests.factories.pages import make_practice

pytestmark = pytest.mark.usefixtures("site_root")


@pytest.mark.parametrize(("days", "overdue"), [(-1, True), (0, False), (1, False)])
def test_a_review_is_overdue_on_the_day_after_it_was_due(days, overdue):
    practice = GoodPractice(next_review_on=timezone.localdate() + timedelta(days=days))
    assert practice.is_review_overdue is overdue


def test_without_a_date_nothing_is_overdue():
    assert GoodPractice().is_review_overdue is False


def test_the_next_review_is_two_years_after_the_last_unless_somebody_says_otherwise():
    assert make_practice(last_reviewed_on=date(2026, 1, 15)).next_review_on == date(2028, 1, 15)
    practice = make_practice(last_reviewed_on=date(2026, 1, 15), next_review_on=date(2026, 7, 1))
    assert practice.next_review_on == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ({"started_on": date(2026, 2, 1), "ended_on": date(2026, 1, 1)}, "The end is before the beginning."),
        (
            {"last_reviewed_on": date(2026, 2, 1), "next_review_on": date(2026, 1, 1)},
            "The next review is before the last one.",
        ),
    ],
)
def test_dates_that_contradict_each_other_are_refused(dates, message):
    with pytest.raises(ValidationError, match=message):
        make_practice(**dates)


def test_editors_are_told_of_an_overdue_review():
    due = timezone.localdate() - timedelta(days=1)
    assert GoodPractice(next_review_on=due).editor_warnings() == [
        f"The review of this practice has been due since {date_format(due)}; readers are told."
    ]
    assert GoodPractice(next_review_on=due + timedelta(days=1)).editor_warnings() == []
