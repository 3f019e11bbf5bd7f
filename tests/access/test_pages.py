"""Every type of page, every visibility, every role."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import get_page_models

from portal.accounts.roles import NETWORK_MEMBERS, WORKING_GROUP_MEMBERS
from portal.core.models import CitablePage, ContentPage
from portal.website.models import HomePage
from practices.models import CatalogueIndexPage
from tests.access.conftest import ROLES, SUPERUSER
from tests.factories.pages import LOGIN, make_page, restrict

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
            "practices.goodpractice",
            "practices.methodology",
            "practices.standard",
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
