"""What was handed in stands on the home page of those who review it."""

import pytest

from portal.accounts.roles import EDITORS, focal_points
from portal.website.dashboard import pages_to_review
from tests.factories.pages import make_practice
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


def seen(rf, user):
    request = rf.get("/")
    request.user = user
    section = pages_to_review(request)
    return [(item.title, item.url) for item in section.items], section.count


@pytest.mark.parametrize("number", [1, 3])
def test_the_longest_waiting_first_for_editors_alone(site_root, rf, number, django_assert_num_queries):
    author, editor = make_user(focal_points("AL")), make_user(EDITORS)
    pages = [make_practice(slug=f"practice-{one}", headline_en=f"Practice {one}") for one in range(number)]
    for page in pages:
        page.save_revision(user=author)
        page.get_workflow().start(page, author)
    waiting = [(page.draft_title, f"/admin/pages/{page.pk}/edit/") for page in pages]
    assert editor.has_perm("wagtailadmin.access_admin")
    with django_assert_num_queries(5):
        assert seen(rf, editor) == (waiting, number)
    assert seen(rf, author) == seen(rf, make_user()) == ([], 0)


def test_what_was_decided_on_waits_no_more(site_root, rf):
    author, editor = make_user(focal_points("AL")), make_user(EDITORS)
    page = make_practice()
    page.save_revision(user=author)
    state = page.get_workflow().start(page, author)
    assert seen(rf, editor)[1] == 1
    state.current_task_state.approve(user=editor)
    assert seen(rf, editor) == ([], 0)
