"""The groups, and that each can do what its work needs and no more: tried with a person of each in the admin."""

from fnmatch import fnmatchcase

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, GroupApprovalTask, GroupPagePermission, Task, Workflow, WorkflowState

from portal.accounts.review import REVIEW
from portal.accounts.roles import (
    ADMINISTRATORS,
    BENEFICIARIES,
    EDITORS,
    ROLES,
    apply_roles,
    focal_points,
    translators,
)
from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models.permission import LanguagePermission
from portal.website.models import PlainPage
from tests.factories.pages import make_plain

pytestmark = pytest.mark.django_db

_ALBANIAN = "Translators: Albanian"
_FOCAL_POINT = "Focal points: Albania"


# The groups ------------------------------------------------------------------------------------------------------


def test_the_groups_are_these():
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(
        [
            "Network members",
            "Working-group members",
            "Trainers",
            "Editors",
            "Translators: English",
            "Translators: Albanian",
            "Translators: Bosnian",
            "Translators: Montenegrin",
            "Translators: Macedonian",
            "Translators: Serbian",
            "Focal points: Albania",
            "Focal points: Bosnia and Herzegovina",
            "Focal points: Kosovo*",
            "Focal points: Montenegro",
            "Focal points: North Macedonia",
            "Focal points: Serbia",
            "Administrators",
        ]
    )


def test_every_permission_that_a_role_names_exists():
    there = {f"{app}.{code}" for app, code in Permission.objects.values_list("content_type__app_label", "codename")}
    named = {name for role in ROLES for name in (*role.permissions, *role.collections)}
    named |= {f"wagtailcore.{codename}" for role in ROLES for codename in role.pages}
    assert {pattern for pattern in named if not any(fnmatchcase(name, pattern) for name in there)} == set()


def test_every_permission_of_ours_is_in_some_group():
    ours = {f"core.{codename}" for codename, _name in LanguagePermission._meta.permissions}
    given = {
        f"{app}.{code}"
        for app, code in Permission.objects.filter(group__isnull=False).values_list(
            "content_type__app_label", "codename"
        )
    }
    assert ours - given == set()


@pytest.mark.parametrize("code", CONTENT_CODES)
def test_translator_translates_into_one_language(person, code):
    user = person(role=translators(code))
    assert [other for other in CONTENT_CODES if user.has_perm(f"core.translate_{other}")] == [code]
    assert not user.has_perm("core.edit_source")


@pytest.mark.parametrize("role", [EDITORS, ADMINISTRATORS, *(focal_points(code) for code in BENEFICIARIES)])
def test_who_writes_sources(person, role):
    assert person(role=role).has_perm("core.edit_source")


def test_applying_the_roles_again_changes_nothing_and_takes_nothing_away(django_assert_max_num_queries):
    Group.objects.get(name="Trainers").permissions.add(Permission.objects.get(codename="access_admin"))

    def state():
        return {
            group.name: (
                set(group.permissions.values_list("pk", flat=True)),
                set(group.page_permissions.values_list("page", "permission")),
                set(group.collection_permissions.values_list("collection", "permission")),
            )
            for group in Group.objects.all()
        }

    before = state()
    with django_assert_max_num_queries(60):
        apply_roles(apps)
    assert state() == before


def test_a_group_that_was_lost_comes_back():
    Group.objects.filter(name__in=["Trainers", _ALBANIAN]).delete()
    call_command("migrate", verbosity=0)
    assert Group.objects.filter(name__in=["Trainers", _ALBANIAN]).count() == 2
    assert GroupPagePermission.objects.filter(group__name=_ALBANIAN).count() == 1


def test_editors_review():
    workflow = Workflow.objects.get()
    assert (workflow.name, [task.name for task in workflow.tasks]) == (REVIEW, [REVIEW])
    assert {group.name for group in GroupApprovalTask.objects.get().groups.all()} == {EDITORS, ADMINISTRATORS}
    assert [place.page.depth for place in workflow.workflow_pages.all()] == [1]
    assert Task.objects.count() == 1


# The admin -------------------------------------------------------------------------------------------------------

_PLACES = {
    "pages": "/admin/pages/",
    "images": "/admin/images/",
    "add image": "/admin/images/add/",
    "documents": "/admin/documents/",
    "add document": "/admin/documents/add/",
    "concepts": "/admin/snippets/vocabulary/concept/",
    "add term": "/admin/snippets/vocabulary/term/add/",
    "rules of standards": "/admin/snippets/practices/standardpart/",
    "users": "/admin/users/",
    "groups": "/admin/groups/",
    "redirects": "/admin/redirects/",
    "workflows": "/admin/workflows/list/",
    "sites": "/admin/sites/",
    "collections": "/admin/collections/",
    "API tokens": "/admin/api-tokens/",
}
_FILES = {"images", "add image", "documents", "add document"}
_WORDS = {"concepts", "add term", "rules of standards"}


@pytest.mark.parametrize(
    ("role", "open_places"),
    [
        ("Network members", None),
        ("Working-group members", None),
        ("Trainers", None),
        (_ALBANIAN, {"pages"}),
        (_FOCAL_POINT, _FILES),
        ("Editors", {"pages"} | _FILES | _WORDS),
        ("Administrators", set(_PLACES) - {"API tokens"}),
    ],
)
def test_what_each_role_can_open(site_root, person, client, role, open_places):
    client.force_login(person(role=role))
    home = client.get("/admin/")
    if open_places is None:
        assert (home.status_code, home["Location"]) == (302, "/admin/login/?next=/admin/")
        assert {client.get(address).status_code for address in _PLACES.values()} == {302}
        return
    assert home.status_code == 200
    assert {name for name, address in _PLACES.items() if client.get(address).status_code == 200} == open_places


@pytest.mark.parametrize(("role", "allowed"), [(_ALBANIAN, False), ("Editors", False), ("Administrators", True)])
def test_who_changes_the_texts_of_the_site(site_root, person, client, role, allowed):
    client.force_login(person(role=role))
    response = client.get(reverse("wagtailsettings:edit", args=["core", "sitetext"]), follow=True)
    assert ("funding_line_en" in response.content.decode()) is allowed


@pytest.fixture
def page(site_root):
    return make_plain(site_root, headline_en="Accessibility")


def fresh(page):
    return PlainPage.objects.get(pk=page.pk)


def test_what_a_translator_hands_in_is_published_by_an_editor(page, person, client, edit):
    client.force_login(person("translator@example.org", _ALBANIAN))
    edit(page, headline_sq="Qasshmëria", button="action-submit")
    state = WorkflowState.objects.get()
    assert (state.status, state.workflow.name) == (WorkflowState.STATUS_IN_PROGRESS, REVIEW)
    assert fresh(page).headline_sq != "Qasshmëria"

    client.force_login(person("editor@example.org", EDITORS))
    dashboard = client.get("/admin/").content.decode()
    assert "Awaiting your review" in dashboard
    task_state = state.current_task_state
    client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task_state.pk]), {"comment": ""}
    )
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED
    assert fresh(page).headline_sq == "Qasshmëria"


def test_translator_cannot_publish_nor_approve(page, person, client, edit):
    client.force_login(person(role=_ALBANIAN))
    edit(page, headline_sq="Qasshmëria", button="action-publish")
    assert fresh(page).headline_sq != "Qasshmëria"
    edit(page, button="action-submit")
    state = WorkflowState.objects.get().current_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": ""})
    assert fresh(page).headline_sq != "Qasshmëria"
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert fresh(page).live


def test_translator_cannot_touch_the_source(page, person, client, edit):
    client.force_login(person(role=_ALBANIAN))
    edit(page, headline_sq="Qasshmëria", headline_en="Other", slug="other")
    draft = fresh(page).get_latest_revision().as_object()
    assert (draft.headline_sq, draft.headline_en, draft.slug) == ("Qasshmëria", "Accessibility", page.slug)


def test_editor_publishes(page, person, client, edit):
    client.force_login(person(role=EDITORS))
    edit(page, headline_en="Access for all", button="action-publish")
    assert fresh(page).headline_en == "Access for all"


@pytest.mark.parametrize(("role", "stays"), [(_ALBANIAN, True), (EDITORS, False)])
def test_drafts_are_deleted_moved_and_copied_by_editors_only(site_root, page, person, client, role, stays):
    drafts = [make_plain(site_root, live=False) for _ in range(2)]
    client.force_login(person(role=role))
    client.post(reverse("wagtailadmin_pages:delete", args=[drafts[0].pk]))
    client.post(
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={drafts[1].pk}&next=/admin/"
    )
    assert PlainPage.objects.filter(pk__in=[draft.pk for draft in drafts]).exists() is stays
    moved = make_plain(site_root, live=False)
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[moved.pk, page.pk]))
    assert PlainPage.objects.child_of(page).exists() is not stays


# People ----------------------------------------------------------------------------------------------------------


def user_form(user, **changes):
    return {
        "email": user.email,
        "first_name": "A",
        "last_name": "B",
        "language": "sq",
        "is_active": "on",
        "password1": "",
        "password2": "",
        **changes,
    }


def test_administrator_invites_a_person_without_a_password(person, client):
    client.force_login(person(role=ADMINISTRATORS))
    group = Group.objects.get(name=EDITORS)
    invited = user_form(person("x@example.org"), email="new@example.org", groups=[group.pk], is_superuser="on")
    response = client.post(reverse("wagtailusers_users:add"), invited)
    assert response.status_code == 302
    user = type(group.user_set.get()).objects.get(email="new@example.org")
    assert (user.language, user.is_superuser, user.has_usable_password()) == ("sq", False, False)
    assert [g.name for g in user.groups.all()] == [EDITORS]


def test_administrator_cannot_make_or_change_a_superuser(person, client):
    root = person("root@example.org", is_superuser=True)
    other = person("other@example.org")
    client.force_login(person(role=ADMINISTRATORS))
    client.post(reverse("wagtailusers_users:edit", args=[other.pk]), user_form(other, is_superuser="on"))
    other.refresh_from_db()
    assert (other.first_name, other.is_superuser) == ("A", False)

    new = "a password of theirs"
    client.post(reverse("wagtailusers_users:edit", args=[root.pk]), user_form(root, password1=new, password2=new))
    client.post(reverse("wagtailusers_users:delete", args=[root.pk]))
    client.post(reverse("wagtail_bulk_action", args=["accounts", "user", "delete"]) + f"?id={root.pk}&next=/admin/")
    root.refresh_from_db()
    assert not root.check_password(new)


def test_language_permissions_are_shown_in_the_form_of_a_group(person, client):
    client.force_login(person(role=ADMINISTRATORS))
    group = Group.objects.get(name=_ALBANIAN)
    page = client.get(reverse("wagtailusers_groups:edit", args=[group.pk])).content.decode()
    assert "Can translate into Albanian" in page


def test_collections_are_arranged_by_administrators(person, client):
    client.force_login(person(role=ADMINISTRATORS))
    root = Collection.get_first_root_node()
    client.post(reverse("wagtailadmin_collections:add"), {"name": "Minutes", "parent": root.pk})
    root.refresh_from_db()
    assert [collection.name for collection in root.get_children()] == ["Minutes"]
