"""Who works with which files in the administration."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection
from wagtail.permissions import policy_registry

from portal.accounts import roles
from portal.core.models import PortalDocument
from tests.factories.files import make_collection, make_document
from tests.factories.people import make_group, make_superuser, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(site_root):
    """An open collection with a document, and one for members with two, of which the last is the focal point's own."""
    focal_point = make_user(roles.focal_points("AL"))
    open_one, closed = make_collection(), make_collection(make_group("Members"))
    return {
        "focal point": focal_point,
        "member": make_user("Members", roles.focal_points("XK")),
        "editor": make_user(roles.EDITORS),
        "superuser": make_superuser(),
        "collections": [open_one, closed],
        "documents": [
            make_document("Open", collection=open_one),
            make_document("Closed", collection=closed),
            make_document("Own", collection=closed, uploaded_by_user=focal_point),
        ],
    }


def policy():
    return policy_registry.get_by_type(PortalDocument)


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("focal point", {"Open", "Own"}),
        ("member", {"Open", "Closed", "Own"}),
        ("editor", {"Open", "Closed", "Own"}),
        ("superuser", {"Open", "Closed", "Own"}),
    ],
)
def test_people_choose_what_they_may_see_or_change(files, who, titles):
    user = files[who]
    found = policy().instances_user_has_any_permission_for(user, ["choose"])
    assert {document.title for document in found} == titles
    one_by_one = [one for one in files["documents"] if policy().user_has_permission_for_instance(user, "choose", one)]
    assert {document.title for document in one_by_one} == titles


@pytest.mark.parametrize(("who", "is_offered"), [("focal point", False), ("member", True), ("editor", True)])
def test_files_are_put_only_where_one_may_see_them(client, files, who, is_offered):
    client.force_login(files[who])
    closed = files["collections"][1]
    form = client.get("/admin/documents/add/").context["form"]
    assert closed in Collection.objects.all()
    assert (closed in form.fields["collection"].queryset) is is_offered


def test_who_may_do_nothing_with_files_still_may_not(files):
    stranger = make_user(Group.objects.get(name=roles.NETWORK_MEMBERS))
    assert not policy().instances_user_has_any_permission_for(stranger, ["choose", "change"]).exists()
    assert not policy().user_has_permission_for_instance(stranger, "choose", files["documents"][0])
