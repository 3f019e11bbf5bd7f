"""The sample framework: twelve competences in six languages, built by the sample courses."""

from collections import Counter

import pytest

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.report import Outcome
from tests.factories.starter import WORDS, load
from trainings.models import Competence, CoursePage

pytestmark = pytest.mark.django_db


def test_courses_build_competences_that_are_there_in_all_languages(site_root):
    first = load({*WORDS, "trainings"})
    assert (first.broken, first.counts["competence"]) == ([], Counter({Outcome.MADE: 12}))
    competences = list(Competence.objects.all())
    texts = [
        getattr(one, f"{name}_{code}")
        for one in competences
        for name in ("name", "description")
        for code in CONTENT_CODES
    ]
    assert (len(texts), all(texts), {one.is_sample for one in competences}) == (144, True, {True})
    course = CoursePage.objects.get(slug="dynamic-security-and-human-rights")
    keys = ["recognising-signs", "dynamic-security", "staff-safety"]
    assert list(course.builds.values_list("key", flat=True)) == keys
    assert [one.key for one in course.get_latest_revision_as_object().builds.all()] == keys
    again = load({*WORDS, "trainings"})
    assert {kind: set(outcomes) for kind, outcomes in again.counts.items()} == {
        kind: {Outcome.LEFT} for kind in first.counts
    }
