"""An old address leads on to what the visitor may see, and nowhere else."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from portal.website.models import PlainPage
from tests.factories.pages import make_plain, restrict
from tests.factories.people import make_group, make_user

pytestmark = pytest.mark.django_db

OLD = "/en/old-place"


@pytest.fixture
def page(site_root):
    made = make_plain(slug="zanzibar")
    Redirect.add_redirect(OLD, made)
    return made


def told(client, address=f"{OLD}/"):
    response = client.get(address)
    return response.status_code, response.headers.get("Location")


def test_an_old_address_leads_to_the_page(client, page):
    assert told(client) == (301, "/en/zanzibar/")
    assert told(client, f"{OLD}/?from=mail") == (301, "/en/zanzibar/")


def test_it_leads_to_a_closed_page_only_who_may_see_it(client, page):
    members = make_group("Members")
    restrict(page, members)
    nothing = client.get("/en/nothing/")
    answer = client.get(f"{OLD}/")
    assert (answer.status_code, "zanzibar" in answer.content.decode()) == (404, False)
    assert answer.headers.keys() == nothing.headers.keys()
    client.force_login(make_user())
    assert told(client) == (404, None)
    client.force_login(make_user(members))
    assert told(client) == (301, "/en/zanzibar/")


@pytest.mark.parametrize("change", ["draft", "no language is ready"])
def test_it_leads_to_no_page_that_nobody_reads(client, page, change):
    if change == "draft":
        page.unpublish()
    else:
        PlainPage.objects.filter(pk=page.pk).update(readiness_en="")
    assert told(client) == (404, None)


def test_letters_of_all_scripts(client, page):
    Redirect.add_redirect("/sr/стара-страна", page)
    address = "/sr/%D1%81%D1%82%D0%B0%D1%80%D0%B0-%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B0/"
    assert told(client, address) == (301, "/sr/zanzibar/")
    restrict(page, make_group("Members"))
    assert told(client, address) == (404, None)


def test_a_changed_name_of_a_closed_page_is_told_to_its_readers_alone(client, page, django_capture_on_commit_callbacks):
    """Wagtail makes a redirect by itself when a page gets another slug."""
    members = make_group("Members")
    restrict(page, members)
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "madagascar"
        page.save()
        page.save_revision().publish()
    assert told(client, "/en/zanzibar/") == (404, None)
    client.force_login(make_user(members))
    assert told(client, "/en/zanzibar/") in [(301, "/en/madagascar/"), (404, None)]


def test_other_redirects_are_left_alone(client, site_root):
    Redirect.add_redirect("/en/elsewhere", "https://example.org/")
    assert told(client, "/en/elsewhere/") == (301, "https://example.org/")
