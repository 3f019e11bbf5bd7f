"""Every type of page, every visibility, every role."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import get_page_models

from network.models import WorkingGroupPage
from portal.accounts.roles import NETWORK_MEMBERS, WORKING_GROUP_MEMBERS
from portal.core.models import CitablePage, ContentPage
from portal.website.models import HomePage
from practices.models import CatalogueIndexPage, Standard, StandardPart
from tests.access.conftest import ROLES, SUPERUSER
from tests.factories.pages import LOGIN, make_page, restrict
from tests.factories.vocabulary import make_beneficiary

pytestmark = pytest.mark.django_db

TYPES = sorted(
    (model for model in get_page_models() if issubclass(model, ContentPage)), key=lambda model: model._meta.label
)

#: Addresses below a page, by type and name.
SUBPAGES = {
    **{
        (label, name): address
        for name, address in {"pdf": "pdf/", "beside": "beside/sq/"}.items()
        for label in (
            "network.eventpage",
            "network.workinggrouppage",
            "practices.goodpractice",
            "practices.methodology",
            "practices.standard",
            "network.groupoutputpage",
            "trainings.coursepage",
            "trainings.trainingpage",
            "website.beneficiarypage",
            "website.highlightpage",
            "website.keydocumentationpage",
            "website.newspage",
            "website.plainpage",
        )
    },
    ("practices.methodology", "session_plan"): "session-plan/",
    ("website.newsindexpage", "feed"): "feed/",
    ("website.highlightsindexpage", "feed"): "feed/",
    ("network.eventindexpage", "feed"): "feed/",
    ("network.eventpage", "entry_ics"): "calendar/",
    ("trainings.trainingpage", "entry_ics"): "calendar/",
    ("practices.catalogueindexpage", "feed"): "feed/",
    **{
        (model._meta.label_lower, route): address
        for model in TYPES
        if issubclass(model, CitablePage)
        for route, address in (("cite_bibtex", "cite/bibtex/"), ("cite_ris", "cite/ris/"))
    },
}

#: Addresses below the page of a working group that are closed to all but its members, whoever may see the page: a
#: superuser finds them, and who publishes the page says who belongs to the group.
CLOSED_SPACE = {
    "space": ("space/", set()),
    "people": ("space/people/", {"editor", "administrator"}),
    "add_person": ("space/people/add/", {"editor", "administrator"}),
    # A membership that is not there.
    "person": ("space/people/1/", None),
    "add_document": ("space/documents/add/", set()),
    "shown": ("space/shown/", set()),
}

#: The same below the page of a standard: whoever writes for a beneficiary, or approves what they write.
COMPARISON = {
    "comparison": ("compare/", {"focal point", "editor", "administrator"}),
    "comparison_entry": ("compare/rule-1/albania/", {"focal point", "editor", "administrator"}),
}

#: Who sees a page of this visibility, besides the superuser.
VISIBILITIES = {
    "public": set(ROLES),
    "signed in": set(ROLES) - {"anonymous"},
    "network members": {"network member"},
    "one group": {"working-group member"},
    "members within one group": set(),
    "draft": set(),
    "no language ready": set(),
}


def close(page, visibility):
    if visibility == "signed in":
        restrict(page, LOGIN)
    elif visibility == "network members":
        restrict(page, Group.objects.get(name=NETWORK_MEMBERS))
    elif visibility == "one group":
        restrict(page, Group.objects.get(name=WORKING_GROUP_MEMBERS))
    elif visibility == "members within one group":
        restrict(page.get_parent(), Group.objects.get(name=WORKING_GROUP_MEMBERS))
        restrict(page, Group.objects.get(name=NETWORK_MEMBERS))
    elif visibility == "draft":
        type(page).objects.filter(pk=page.pk).update(live=False)
    elif visibility == "no language ready":
        type(page).objects.filter(pk=page.pk).update(readiness_en="overview", readiness_sq="overview")


def page_of(model, site_root):
    """A page of this type, ready in English and Albanian. The home page is there once only."""
    if model is HomePage:
        HomePage.objects.update(**{f"readiness_{code}": "" for code in ("bs", "cnr", "mk", "sr")})
        return HomePage.objects.get()
    fields = {"resource_type": "standard"} if model is CatalogueIndexPage else {}
    return make_page(model, ready=("en", "sq"), **fields)


@pytest.mark.parametrize("visibility", VISIBILITIES)
@pytest.mark.parametrize("model", TYPES, ids=lambda model: model._meta.label)
def test_a_page_is_there_for_those_who_may_see_it(visitors, site_root, model, visibility):
    page = page_of(model, site_root)
    addresses = [
        page.url,
        *(page.url + below for (label, _), below in SUBPAGES.items() if label == page._meta.label_lower),
    ]
    close(page, visibility)
    there, allowed = 200, set(VISIBILITIES[visibility])
    if model is CatalogueIndexPage:
        # It has no text to be ready: whoever may see it is led to the library with its type chosen.
        there, allowed = 302, allowed or (set(ROLES) if visibility == "no language ready" else set())
    if allowed or visibility == "members within one group":
        allowed.add(SUPERUSER)
    expected = {(address, role): there if role in allowed else 404 for address in addresses for role in visitors}
    found = {
        (address, role): client.get(address).status_code for address in addresses for role, client in visitors.items()
    }
    assert {key: status for key, status in found.items() if status != expected[key]} == {}


@pytest.mark.parametrize("visibility", ["public", "network members", "draft", "no language ready"])
@pytest.mark.parametrize(("model", "parts"), [(WorkingGroupPage, CLOSED_SPACE), (Standard, COMPARISON)])
def test_closed_parts_of_a_page_are_there_for_nobody_else(visitors, site_root, visibility, model, parts):
    page = page_of(model, site_root)
    if model is Standard:
        make_beneficiary("AL")
        StandardPart.objects.create(standard=page, number="Rule 1", heading_en="Respect")
    close(page, visibility)
    there = visibility in {"public", "network members"}
    expected, found = {}, {}
    for address, who in parts.values():
        for role, client in visitors.items():
            allowed = there and who is not None and (role == SUPERUSER or (role in who and visibility == "public"))
            expected[address, role] = 200 if allowed else 404
            found[address, role] = client.get(page.url + address).status_code
    assert {key: status for key, status in found.items() if status != expected[key]} == {}
