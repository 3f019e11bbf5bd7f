"""Pages in the admin, by address: who has no rights on a page reads nothing of it there and changes nothing."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Revision

from portal.accounts import roles
from portal.website.models import BeneficiaryPage, PlainPage
from tests.factories.pages import make_page, make_plain
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db

WORD = "Zanzibarian"

#: Who works on no page, or not on this one.
OUTSIDERS = ("anonymous", "network member", "working-group member", "trainer", "focal point")


@pytest.fixture
def page(site_root):
    """A draft below the page of a beneficiary that the focal point of these tests does not work for."""
    own = make_page(BeneficiaryPage, beneficiary=make_beneficiary("AL"), slug="albania")
    group = Group.objects.get(name=roles.focal_points("AL"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.get_or_create(group=group, page=own, permission=permission)
    other = make_page(BeneficiaryPage, beneficiary=make_beneficiary("ME"), slug="montenegro")
    draft = make_plain(other, live=False, slug="a-draft", headline_en=f"{WORD} one")
    draft.save_revision()
    draft.headline_en = f"{WORD} two"
    draft.save_revision()
    return draft


def places(page):
    """Every address of the admin that shows or changes this page."""
    first, second = Revision.objects.for_instance(page).order_by("pk").values_list("pk", flat=True)
    revision = ("revisions_view", "revisions_revert", "revisions_unschedule")
    whole = ("edit", "view_draft", "preview_on_edit", "history", "usage", "delete", "unpublish", "move", "copy")
    whole += ("set_privacy", "workflow_history", "lock", "unlock")
    return [
        *(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in whole),
        *(reverse(f"wagtailadmin_pages:{name}", args=[page.pk, second]) for name in revision),
        reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, first, second]),
        reverse("wagtailadmin_pages:preview_on_add", args=["website", "plainpage", page.get_parent().pk]),
        reverse("wagtailadmin_pages:add", args=["website", "plainpage", page.get_parent().pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("desk_translate", args=[page.pk, "sq"]),
    ]


#: What somebody would post who has seen the form elsewhere.
POSTED = {
    "headline_en": f"{WORD} stolen",
    "slug": "stolen",
    "action-publish": "1",
    "confirm": "1",
    "new_slug": "stolen",
}


@pytest.mark.parametrize("role", OUTSIDERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_does_not_work_on_a_page_reads_and_changes_nothing(visitors, page, role, method):
    client = visitors[role]
    pages = list(PlainPage.objects.order_by("pk").values())
    revisions = Revision.objects.count()
    told, answered = [], []
    for address in places(page):
        response = getattr(client, method)(address, POSTED if method == "post" else {"mode": "en"})
        # A form may come back with what was posted; what was there before is nobody's business.
        if WORD in response.content.decode().replace(POSTED["headline_en"], ""):
            told.append(address)
        if response.status_code not in (302, 403, 404, 405):
            answered.append((address, response.status_code))
    assert (told, answered) == ([], [])
    assert list(PlainPage.objects.order_by("pk").values()) == pages
    assert Revision.objects.count() == revisions


def test_who_works_on_it_reads_it_there(visitors, page):
    """Otherwise the test above would hold of an admin that shows nothing."""
    told = {address for address in places(page) if WORD in visitors["editor"].get(address).content.decode()}
    for name in ("edit", "view_draft", "history"):
        assert reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) in told


def test_the_preview_that_somebody_made_is_shown_to_nobody_else(visitors, page):
    """The form that is previewed lies in the session of the person who posted it."""
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    form = visitors["editor"].get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    assert form.instance.headline_en == f"{WORD} two"
    for role in OUTSIDERS:
        assert visitors[role].get(address, {"mode": "en"}).status_code in (302, 403, 404)


@pytest.mark.parametrize("role", OUTSIDERS)
def test_lists_of_the_admin_name_no_page_that_is_not_theirs(visitors, page, role):
    client = visitors[role]
    addresses = [
        "/admin/",
        f"/admin/pages/search/?q={WORD}",
        f"/admin/api/main/pages/{page.pk}/",
        f"/admin/api/main/pages/?search={WORD}",
        f"/admin/choose-page/search/?q={WORD}",
        f"/admin/choose-page/{page.get_parent().pk}/",
        "/admin/reports/site-history/",
        "/admin/reports/locked/",
        "/admin/reports/workflow/",
        "/admin/reports/aging-pages/",
        f"/admin/pages/{page.get_parent().pk}/",
    ]
    told = []
    for address in addresses:
        text = client.get(address).content.decode().replace(f"q={WORD}", "").replace(f'value="{WORD}"', "")
        if f"{WORD} one" in text or f"{WORD} two" in text:
            told.append(address)
    assert told == []


def test_choosers_offer_what_somebody_works_on_or_may_see(visitors, page):
    make_plain(headline_en=f"{WORD} open")
    found = {}
    for role in ("focal point", "editor"):
        text = visitors[role].get(f"/admin/choose-page/search/?q={WORD}").content.decode()
        found[role] = {word for word in ("open", "two") if f"{WORD} {word}" in text}
    assert found == {"focal point": {"open"}, "editor": {"open", "two"}}
    below = visitors["editor"].get(f"/admin/choose-page/{page.get_parent().pk}/").content.decode()
    assert f"{WORD} two" in below
