"""What drafts will change: where each language stands in the newest draft."""

import pytest

from portal.desk.states.drafts import draft_states
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db


def test_the_newest_draft_of_a_published_page(site_root, django_assert_num_queries):
    pages = [make_plain() for _number in range(3)]
    for page in pages[:2]:
        page.headline_sq, page.readiness_sq, page.based_on_sq = "Titulli", "ready", 1
        page.headline_mk = "Наслов"
        page.save_revision()
    with django_assert_num_queries(1):
        found = draft_states(page.pk for page in pages)
    wanted = {"en": "ready", "sq": "ready", "bs": "missing", "cnr": "missing", "mk": "draft", "sr": "missing"}
    assert found == {page.pk: wanted for page in pages[:2]}


def test_a_draft_that_makes_others_outdated(site_root):
    page = make_plain(ready=("en", "sq"))
    page.source_version = 2
    page.save_revision()
    assert draft_states([page.pk])[page.pk]["sq"] == "outdated"


def test_what_is_published_has_none(site_root):
    page = make_plain()
    page.headline_sq = "Titulli"
    page.save_revision().publish()
    make_plain(live=False).save_revision()
    assert draft_states([page.pk]) == {}
