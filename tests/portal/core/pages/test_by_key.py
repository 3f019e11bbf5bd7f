"""Pages by their keys, for lists."""

import pytest

from portal.core.pages.by_key import pages_with_keys
from portal.website.models import PlainPage
from tests.factories.pages import make_plain

pytestmark = pytest.mark.usefixtures("site_root")


def found(*keys):
    return {page.pk: page.headline_en for page in pages_with_keys(PlainPage, keys)}


def test_the_published_ones_that_somebody_can_read_and_no_others():
    wanted, other, draft = make_plain(), make_plain(), make_plain(live=False)
    unready = make_plain()
    PlainPage.objects.filter(pk=draft.pk).update(readiness_en="ready")
    PlainPage.objects.filter(pk=unready.pk).update(readiness_en="draft")
    assert found(wanted.pk, draft.pk, unready.pk, 0) == {wanted.pk: wanted.headline_en}
    assert found(other.pk, other.pk, wanted.pk) == {wanted.pk: wanted.headline_en, other.pk: other.headline_en}
    assert found() == {}


def test_they_are_as_they_are_now():
    page = make_plain()
    assert found(page.pk) == {page.pk: page.headline_en}
    PlainPage.objects.filter(pk=page.pk).update(headline_en="Another title")
    assert found(page.pk) == {page.pk: "Another title"}


@pytest.mark.parametrize("number", [1, 3])
def test_one_query_however_many(number, django_assert_num_queries):
    keys = [make_plain().pk for _ in range(number)]
    with django_assert_num_queries(1):
        assert sorted(found(*keys)) == keys
