"""The page of a course."""

import re

import pytest

from tests.factories.pages import make_page
from tests.factories.trainings import make_training
from trainings.models import CoursePage

pytestmark = pytest.mark.django_db


def test_the_next_training_comes_first_and_those_that_are_over_come_last(client, site_root):
    course = make_page(CoursePage)
    for days in (-9, 30, 5, -4):
        make_training(days=days, parent=course, headline_en=f"In {days} days")
    html = client.get(course.url).content.decode()
    assert list(dict.fromkeys(re.findall(r"In (-?\d+) days", html))) == ["5", "30", "-4", "-9"]
    # Whoever reads of one that is over is not told of its places.
    assert len(re.findall(r"\d+ places left", html)) == 2
