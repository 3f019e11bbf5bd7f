"""The need of a page in a language."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from portal.desk.models import ReadCount
from portal.desk.need.numbers import needs_of, with_need
from portal.desk.states.columns import with_states
from search.statistics.counts import ClickCount
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


def read(page, rendering, reads, ago=0):
    ReadCount.objects.create(
        page=page, rendering=rendering, reads=reads, day=timezone.localdate() - timedelta(days=ago)
    )


def test_reads_and_clicks_of_the_renderings_of_a_language(site_root, settings, django_assert_num_queries):
    settings.READ_COUNT_DAYS = 90
    page, other = make_plain(), make_plain()
    read(page, "sr", 2)
    read(page, "sr-latn", 3, ago=89)
    read(page, "sr", 50, ago=90)
    read(page, "en", 7)
    read(other, "mk", 1)
    ClickCount.objects.create(page=page, rendering="sr-latn", clicks=4, ranks=4, day=timezone.localdate())
    with django_assert_num_queries(2):
        assert needs_of([page.pk, other.pk]) == {(page.pk, "sr"): 9, (page.pk, "en"): 7, (other.pk, "mk"): 1}


def test_only_what_is_to_be_translated_is_needed(site_root, settings):
    settings.READ_COUNT_DAYS = 90
    page = make_plain(ready=("en", "sq"))
    for rendering, reads in (("en", 100), ("sq", 10), ("mk", 5), ("sr", 2), ("sr-latn", 1)):
        read(page, rendering, reads)
    pages = with_states(Page.objects.filter(pk=page.pk))
    assert with_need(pages).get().need == 8
    assert [with_need(pages, [code]).get().need for code in ("en", "sq", "mk", "sr", "bs")] == [0, 0, 5, 3, 0]
