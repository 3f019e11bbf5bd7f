"""Working groups of the starter content."""

import pytest

from network.models import WorkingGroupPage
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.starter.report import Outcome
from tests.factories.site import remove_site_root
from tests.factories.starter import WORDS, load

pytestmark = pytest.mark.django_db

NAMES = WORDS | {"home and lists", "working groups"}


def test_a_real_group_and_a_sample_in_six_languages_and_nothing_changes_the_second_time():
    remove_site_root()
    load(NAMES)
    found = {
        page.slug: (page.is_sample, [getattr(page, f"readiness_{code}") for code in CONTENT_CODES])
        for page in WorkingGroupPage.objects.live()
    }
    assert found == {
        "rehabilitation-reintegration-and-release": (False, ["ready"] * 6),
        "preparation-for-release-and-continuity-of-support": (True, ["ready"] * 6),
    }
    report = load({"working groups"})
    assert {outcome for counter in report.counts.values() for outcome in counter} == {Outcome.LEFT}
